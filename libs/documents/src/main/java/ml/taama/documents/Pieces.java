package ml.taama.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs of text cut where a line may end, so that a mark of a note keeps to the word before it and the punctuation
 * after it, whatever run each belongs to.
 */
final class Pieces {

    /**
     * What stands on one line.
     *
     * @param around the runs it lies in, the outermost first
     * @param run text, a figure, a tag or a mark
     * @param last whether a line may end after it
     */
    record Piece(List<Inline> around, Inline run, boolean last) {}

    private final boolean whole;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * Starts to cut.
     *
     * @param whole whether a figure is one piece, as a button is
     */
    private Pieces(boolean whole) {
        this.whole = whole;
    }

    /** Sequences between two places where a line may end. */
    static List<List<Piece>> words(List<Inline> runs, boolean wholeFigures) {
        Pieces pieces = new Pieces(wholeFigures);
        pieces.add(List.of(), runs);
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        for (Piece piece : pieces.pieces) {
            word.add(piece);
            if (piece.last) {
                words.add(word);
                word = new ArrayList<>();
            }
        }
        words.add(word);
        return words;
    }

    private void add(List<Inline> around, List<Inline> runs) {
        for (Inline run : runs) {
            switch (run) {
                case Inline.Text text -> text(around, text.text());
                case Inline.Strong strong -> add(within(around, run), strong.children());
                case Inline.Emphasis emphasis -> add(within(around, run), emphasis.children());
                case Inline.Link link -> add(within(around, run), link.children());
                case Inline.Foreign foreign -> add(within(around, run), foreign.children());
                case Inline.Tag ignored -> {
                    text(around, " ");
                    pieces.add(new Piece(around, run, false));
                }
                case Inline.Figure figure -> {
                    if (whole) {
                        pieces.add(new Piece(around, run, false));
                    } else {
                        text(within(around, run), figure.text());
                    }
                    pieces.add(new Piece(around, new Inline.NoteMark(figure.note()), false));
                }
                case Inline.NoteMark ignored -> pieces.add(new Piece(around, run, false));
            }
        }
    }

    private static List<Inline> within(List<Inline> around, Inline run) {
        return Stream.concat(around.stream(), Stream.of(run)).toList();
    }

    /** A space is a piece of its own, and a line may end before it: a mark keeps to no space. */
    private void text(List<Inline> around, String text) {
        LineBreaker breaker = new LineBreaker();
        breaker.setText(text);
        int from = 0;
        for (int to = breaker.next(); to >= 0; to = breaker.next()) {
            String piece = text.substring(from, to);
            String word = piece.replaceFirst(" +$", "");
            boolean spaced = piece.endsWith(" ");
            if (spaced && !word.isEmpty()) {
                pieces.add(new Piece(around, new Inline.Text(word), true));
                pieces.add(new Piece(around, new Inline.Text(piece.substring(word.length())), true));
            } else {
                end(spaced);
                pieces.add(new Piece(around, new Inline.Text(piece), spaced || to < text.length()));
            }
            from = to;
        }
    }

    private void end(boolean spaced) {
        if (spaced && !pieces.isEmpty()) {
            Piece before = pieces.removeLast();
            pieces.add(new Piece(before.around, before.run, true));
        }
    }
}
