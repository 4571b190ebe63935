package ml.taama.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.platform.text.Typography;

/**
 * Puts the marks of notes where the language wants them, however the text was typed: before the punctuation in French,
 * after it elsewhere.
 */
final class NotePlacing {

    private static final Pattern ENDS = Pattern.compile("[\\s\\u00a0\\u202f]*[.,;:!?]$");
    private static final Pattern STARTS = Pattern.compile("^[\\s\\u00a0\\u202f]*[.,;:!?]+");

    private NotePlacing() {}

    /** A block with its marks in place. */
    static Block in(Block block, Locale language) {
        return switch (block) {
            case Block.Paragraph paragraph -> new Block.Paragraph(in(paragraph.text(), language));
            case Block.Items items ->
                new Block.Items(
                        items.numbered(),
                        items.items().stream().map(i -> in(i, language)).toList());
            default -> block;
        };
    }

    /** Runs with their marks in place. */
    static List<Inline> in(List<Inline> runs, Locale language) {
        List<Inline> placed = new ArrayList<>();
        for (Inline run : runs) {
            Inline inner = within(run, language);
            if (Typography.notesBeforePunctuation(language)) {
                before(placed, inner);
            } else {
                after(placed, inner);
            }
        }
        return placed;
    }

    private static Inline within(Inline run, Locale language) {
        return switch (run) {
            case Inline.Strong strong -> new Inline.Strong(in(strong.children(), language));
            case Inline.Emphasis emphasis -> new Inline.Emphasis(in(emphasis.children(), language));
            case Inline.Foreign foreign ->
                new Inline.Foreign(foreign.language(), in(foreign.children(), foreign.language()));
            default -> run;
        };
    }

    /** A mark that follows a punctuation goes before it. */
    private static void before(List<Inline> placed, Inline run) {
        if (run instanceof Inline.NoteMark && !placed.isEmpty() && placed.getLast() instanceof Inline.Text last) {
            Matcher end = ENDS.matcher(last.text());
            if (end.find()) {
                placed.removeLast();
                text(placed, last.text().substring(0, end.start()));
                placed.add(run);
                text(placed, end.group());
                return;
            }
        }
        placed.add(run);
    }

    /** A punctuation that follows marks goes before them; a figure takes it in, for its mark is its own. */
    private static void after(List<Inline> placed, Inline run) {
        int at = placed.size();
        while (at > 0 && placed.get(at - 1) instanceof Inline.NoteMark) {
            at--;
        }
        boolean figured = at > 0 && placed.get(at - 1) instanceof Inline.Figure;
        Matcher start = STARTS.matcher(run instanceof Inline.Text text ? text.text() : "");
        if ((at == placed.size() && !figured) || !start.find()) {
            placed.add(run);
            return;
        }
        if (figured && placed.get(at - 1) instanceof Inline.Figure figure) {
            String text = figure.text() + start.group();
            placed.set(at - 1, new Inline.Figure(figure.id(), text, figure.note(), figure.card()));
        } else {
            placed.add(at, new Inline.Text(start.group()));
        }
        text(placed, ((Inline.Text) run).text().substring(start.end()));
    }

    private static void text(List<Inline> placed, String text) {
        if (!text.isEmpty()) {
            placed.add(new Inline.Text(text));
        }
    }
}
