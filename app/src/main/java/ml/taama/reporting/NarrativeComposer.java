package ml.taama.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Typography;
import ml.taama.reporting.narrative.Directive;
import ml.taama.reporting.narrative.DirectiveNode;
import ml.taama.reporting.narrative.Markup;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** From a Markdown text with references to blocks and runs of the report. */
final class NarrativeComposer {

    /** Makes blocks of a reference that stands alone in a paragraph. */
    interface BlockMaker {
        List<Block> make(Directive directive);
    }

    private final FigureBinder figures;
    private final InlineDirectives directives;
    private final Notebook notes;
    private final Locale reader;
    private final BlockMaker blockMaker;
    private final Map<String, FootnoteDefinition> footnotes = new HashMap<>();
    private int headings;

    NarrativeComposer(
            FigureBinder figures, InlineDirectives directives, Notebook notes, Locale reader, BlockMaker blockMaker) {
        this.figures = figures;
        this.directives = directives;
        this.notes = notes;
        this.reader = reader;
        this.blockMaker = blockMaker;
    }

    /** Takes each block as it is made, so that its figures can be told apart. */
    interface Sink {
        void take(Block block);
    }

    /**
     * Composes a text.
     *
     * @param level of the heading above it
     */
    void blocks(LocalText text, int level, String section, Sink sink) {
        LocalText.Said said = text.in(reader);
        Node document = Markup.parse(text.texts().getOrDefault(said.language().getLanguage(), ""));
        footnotes.clear();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition definition) {
                footnotes.put(definition.getLabel(), definition);
            }
        }
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            block(node, level, section, said.language(), sink);
        }
    }

    /** Composes a text of one paragraph as runs. */
    List<Inline> line(LocalText text) {
        LocalText.Said said = text.in(reader);
        Node document = Markup.parse(text.texts().getOrDefault(said.language().getLanguage(), ""));
        Node paragraph = document.getFirstChild();
        List<Inline> runs = paragraph == null ? List.of() : runs(paragraph);
        return foreign(said.language(), runs);
    }

    private void block(Node node, int level, String section, Locale language, Sink sink) {
        switch (node) {
            case Heading heading ->
                sink.take(new Block.Heading(
                        Math.min(level + 1, 6), section + "-h" + ++headings, "", foreign(language, runs(heading))));
            case Paragraph paragraph -> {
                Optional<Directive> alone = alone(paragraph);
                if (alone.isPresent()) {
                    blockMaker.make(alone.get()).forEach(sink::take);
                } else {
                    sink.take(new Block.Paragraph(foreign(language, runs(paragraph))));
                }
            }
            case BulletList list -> sink.take(new Block.Items(false, items(list, language)));
            case OrderedList list -> sink.take(new Block.Items(true, items(list, language)));
            case FootnoteDefinition ignored -> {}
            default -> {
                List<Inline> runs = runs(node);
                if (!runs.isEmpty()) {
                    sink.take(new Block.Paragraph(foreign(language, runs)));
                }
            }
        }
    }

    private List<List<Inline>> items(Node list, Locale language) {
        List<List<Inline>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            List<Inline> runs = new ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                runs.addAll(runs(part));
            }
            items.add(foreign(language, runs));
        }
        return items;
    }

    private List<Inline> foreign(Locale language, List<Inline> runs) {
        boolean same = language.getLanguage().equals(reader.getLanguage());
        return same || runs.isEmpty() ? runs : List.of(new Inline.Foreign(language, runs));
    }

    /** The reference of a paragraph that holds nothing else and is made to stand alone. */
    private static Optional<Directive> alone(Paragraph paragraph) {
        Node only = paragraph.getFirstChild();
        return only instanceof DirectiveNode node && only.getNext() == null
                ? Directive.parse(node.body()).filter(Directive::isBlock)
                : Optional.empty();
    }

    private List<Inline> runs(Node parent) {
        List<Inline> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text plain -> text.append(plain.getLiteral());
                case SoftLineBreak ignored -> text.append(' ');
                case HardLineBreak ignored -> text.append(' ');
                case Code code -> text.append(code.getLiteral());
                default -> {
                    flush(text, runs);
                    runs.addAll(run(node));
                }
            }
        }
        flush(text, runs);
        return runs;
    }

    private void flush(StringBuilder text, List<Inline> runs) {
        if (!text.isEmpty()) {
            runs.add(new Inline.Text(Typography.apply(text.toString(), reader)));
            text.setLength(0);
        }
    }

    private List<Inline> run(Node node) {
        return switch (node) {
            case StrongEmphasis strong -> List.of(new Inline.Strong(runs(strong)));
            case Emphasis emphasis -> List.of(new Inline.Emphasis(runs(emphasis)));
            case Link link -> List.of(new Inline.Link(link.getDestination(), runs(link)));
            case FootnoteReference reference -> footnote(reference);
            case DirectiveNode directive ->
                Directive.parse(directive.body())
                        .map(directives::runs)
                        .orElseGet(() -> Inline.text("{{" + directive.body() + "}}"));
            default -> runs(node);
        };
    }

    private List<Inline> footnote(FootnoteReference reference) {
        FootnoteDefinition definition = footnotes.get(reference.getLabel());
        if (definition == null || definition.getFirstChild() == null) {
            return List.of();
        }
        Node text = definition.getFirstChild();
        figures.subject("footnote:" + reference.getLabel());
        return List.of(
                new Inline.NoteMark(notes.number("footnote:" + System.identityHashCode(definition), () -> runs(text))));
    }
}
