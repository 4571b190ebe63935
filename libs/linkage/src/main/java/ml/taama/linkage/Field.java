package ml.taama.linkage;

import java.util.List;

/**
 * What is compared or blocked on: a column of the input, made comparable.
 *
 * @param name by which the model refers to it
 * @param column of the input
 * @param steps standardisers in order, as {@code docs/linkage.md} lists them; none keeps the value as it is
 */
public record Field(String name, String column, List<String> steps) {

    /** Copies the list. */
    public Field {
        steps = List.copyOf(steps);
    }

    /** A column as it is. */
    public static Field of(String column) {
        return new Field(column, column, List.of());
    }
}
