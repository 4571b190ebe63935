package ml.taama.tabulation;

import java.util.List;

/**
 * An axis of a table with its categories.
 *
 * @param name of the variable
 * @param label for people
 */
public record Dimension(String name, String label, List<Node> nodes) {

    /** Copies the list. */
    public Dimension {
        nodes = List.copyOf(nodes);
    }
}
