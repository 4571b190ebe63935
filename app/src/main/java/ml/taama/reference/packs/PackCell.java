package ml.taama.reference.packs;

/**
 * A cell of a file and where it stands.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record PackCell(String text, int line, int column) {

    boolean isEmpty() {
        return text.isEmpty();
    }
}
