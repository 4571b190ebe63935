package ml.taama.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    private static final long SEED = 20181219;
    private static final int ROUNDS = 5_000;
    private static final String ALPHABET = "{}{}\"\\`*_[]^1: \nobs-é’<&";

    @Test
    void findsReferencesInTheirOrder() {
        assertThat(references("Il y a {{obs a}} et **{{count goals GCM}}**.\n\n{{chart map}}"))
                .containsExactly("obs a", "count goals GCM", "chart map");
    }

    @ParameterizedTest
    @CsvSource({"'{obs a}'", "'{{obs a}'", "'{{obs a'", "'{ {obs a}}'", "'}}{{'", "'{'"})
    void aBraceWithoutItsPairIsText(String text) {
        assertThat(references(text)).isEmpty();
        assertThat(PlainText.of(Markup.parse(text)).strip()).isEqualTo(text);
    }

    @Test
    void aReferenceInCodeIsShownNotFollowed() {
        assertThat(references("Écrire `{{obs a}}`.")).isEmpty();
    }

    @Test
    void plainTextLeavesAGapWhereAReferenceStood() {
        assertThat(PlainText.of(Markup.parse("un{{obs a}}deux *trois*\nquatre")).strip())
                .isEqualTo("un … deux trois quatre");
    }

    @Test
    void plainTextReadsFootnotesAndCode() {
        assertThat(PlainText.of(Markup.parse("Texte[^1] et `17`.\n\n[^1]: Il y en a 8.")))
                .contains("17")
                .contains("Il y en a 8.");
    }

    @Test
    void anyTextCanBeRead() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            assertThat(PlainText.of(Markup.parse(text))).as(text).isNotNull();
            references(text).forEach(Directive::parse);
        }
    }

    @Test
    void aReferenceSaysItselfAgain() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Directive.parse("obs " + text(random)).ifPresent(directive -> {
                String shown = directive.toString();
                assertThat(Directive.parse(shown.substring(2, shown.length() - 2)))
                        .as(shown)
                        .hasValueSatisfying(
                                again -> assertThat(again.arguments()).isEqualTo(directive.arguments()));
            });
        }
    }

    @Test
    void wordsBetweenQuotationMarksAreTheUnit() {
        Directive directive =
                Directive.parse("obs distress \"personnes en détresse\"").orElseThrow();
        assertThat(directive.name()).isEqualTo("obs");
        assertThat(directive.arguments()).containsExactly("distress");
        assertThat(directive.words()).contains("personnes en détresse");
        assertThat(directive.argument(7)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "'unknown a'", "'\"obs\"'", "'OBS a'"})
    void anUnknownNameIsNoReference(String body) {
        assertThat(Directive.parse(body)).isEmpty();
    }

    @Test
    void standsAloneOrWithinASentence() {
        assertThat(Directive.BLOCK)
                .allSatisfy(
                        name -> assertThat(Directive.parse(name).orElseThrow().isBlock())
                                .isTrue());
        assertThat(Directive.INLINE)
                .allSatisfy(
                        name -> assertThat(Directive.parse(name).orElseThrow().isBlock())
                                .isFalse());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(30), 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return text.toString();
    }

    private static List<String> references(String markdown) {
        List<String> bodies = new ArrayList<>();
        Node document = Markup.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof DirectiveNode directive) {
                    bodies.add(directive.body());
                }
                visitChildren(node);
            }
        });
        return bodies;
    }
}
