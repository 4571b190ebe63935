package ml.taama.tabulation.suppression;

import java.util.BitSet;
import java.util.List;

/**
 * One table or several linked ones: cells that are not negative, tied by equations.
 *
 * @param values raw values
 * @param equations totals and their parts
 * @param unpublished cells that nobody sees anyway, such as totals that were not asked for
 * @param fixed cells that must stay visible, such as zeros by structure
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
public record LinearTable(double[] values, List<Equation> equations, BitSet unpublished, BitSet fixed) {

    /** Copies what can be copied cheaply. */
    public LinearTable {
        equations = List.copyOf(equations);
    }

    /** Number of cells. */
    public int size() {
        return values.length;
    }

    /** Nothing of the values. */
    @Override
    public String toString() {
        return "LinearTable of " + values.length + " cells, " + equations.size() + " equations";
    }
}
