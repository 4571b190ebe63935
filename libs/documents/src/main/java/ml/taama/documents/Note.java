package ml.taama.documents;

import java.util.List;

/**
 * A numbered note: the source of a figure, or a footnote of the text.
 *
 * @param number from 1
 */
public record Note(int number, List<Inline> text) {

    /** Copies the list. */
    public Note {
        text = List.copyOf(text);
    }
}
