package ml.taama.documents;

import java.util.List;

/**
 * What a reader is told who asks a figure where it comes from.
 *
 * @param lines label and text, in order
 * @param othersTitle heading above the other known values
 * @param others the other known values, each with its source; empty when there is none
 */
public record Card(String title, List<Line> lines, String othersTitle, List<List<Inline>> others) {

    /** One line of a card. */
    public record Line(String label, List<Inline> text) {}

    /** Copies the lists. */
    public Card {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }
}
