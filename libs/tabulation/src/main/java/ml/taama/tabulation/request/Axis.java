package ml.taama.tabulation.request;

import java.util.List;

/**
 * A variable along a side of a table.
 *
 * @param variable name of a categorical variable
 * @param levels names of the levels shown, subtotals included; empty for the finest
 * @param total whether a total over all categories is shown
 */
public record Axis(String variable, List<String> levels, boolean total) {

    /** Copies the list. */
    public Axis {
        levels = List.copyOf(levels);
    }

    /** The finest level without a total. */
    public static Axis of(String variable) {
        return new Axis(variable, List.of(), false);
    }

    /** The same with a total. */
    public Axis withTotal() {
        return new Axis(variable, levels, true);
    }
}
