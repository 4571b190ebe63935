package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import ml.taama.documents.Card;
import ml.taama.documents.Inline;
import org.junit.jupiter.api.Test;

class NotePlacingTest {

    private static final Card CARD = new Card("", List.of(), "", List.of());

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    private static Inline mark(int note) {
        return new Inline.NoteMark(note);
    }

    @Test
    void inFrenchMarksGoBeforeThePunctuation() {
        assertThat(NotePlacing.in(List.of(text("Un fait."), mark(1), mark(2), text(" Suite")), Locale.FRENCH))
                .containsExactly(text("Un fait"), mark(1), mark(2), text("."), text(" Suite"));
        assertThat(NotePlacing.in(List.of(text("Un fait\u202f;"), mark(1), text(" suite")), Locale.FRENCH))
                .containsExactly(text("Un fait"), mark(1), text("\u202f;"), text(" suite"));
    }

    @Test
    void elsewhereMarksGoAfterThePunctuation() {
        assertThat(NotePlacing.in(List.of(text("A fact"), mark(1), mark(2), text(". More")), Locale.ENGLISH))
                .containsExactly(text("A fact"), text("."), mark(1), mark(2), text(" More"));
    }

    @Test
    void aFigureTakesThePunctuationInForItsMarkIsItsOwn() {
        Inline figure = new Inline.Figure("f", "12 people", 3, CARD);
        assertThat(NotePlacing.in(List.of(figure, text(", and more")), Locale.ENGLISH))
                .containsExactly(new Inline.Figure("f", "12 people,", 3, CARD), text(" and more"));
        assertThat(NotePlacing.in(List.of(figure, text(", et plus")), Locale.FRENCH))
                .containsExactly(figure, text(", et plus"));
    }

    @Test
    void aTextInAnotherLanguageFollowsThatLanguage() {
        Inline french = new Inline.Foreign(Locale.FRENCH, List.of(text("Un fait."), mark(1)));
        assertThat(NotePlacing.in(List.of(french), Locale.ENGLISH))
                .containsExactly(new Inline.Foreign(Locale.FRENCH, List.of(text("Un fait"), mark(1), text("."))));
    }

    @Test
    void whatIsInPlaceStays() {
        List<Inline> french = List.of(text("Un fait"), mark(1), text(". Suite"));
        List<Inline> english = List.of(text("A fact."), mark(1), text(" More"));
        assertThat(NotePlacing.in(french, Locale.FRENCH)).isEqualTo(french);
        assertThat(NotePlacing.in(english, Locale.ENGLISH)).isEqualTo(english);
    }
}
