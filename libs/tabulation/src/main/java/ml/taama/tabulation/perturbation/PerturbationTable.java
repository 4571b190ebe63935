package ml.taama.tabulation.perturbation;

import java.util.Arrays;

/**
 * A perturbation table: for a count and a cell key, what is added to the count. Look-up follows the cell-key method of
 * the ONS (cell-key-perturbation, create_perturbed_table): a count above the largest row reuses the last third of the
 * rows in turn, for 750 rows {@code ((n - 1) mod 250) + 501}; an empty cell stays zero; what the table does not hold is 0.
 */
public final class PerturbationTable {

    private final int rows;
    private final int modulus;
    private final int[] values;
    private final int maxDeviation;

    PerturbationTable(int rows, int modulus, int[] values) {
        this.rows = rows;
        this.modulus = modulus;
        this.values = values;
        maxDeviation = Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The largest count with a row of its own. */
    public int rows() {
        return rows;
    }

    /** The largest cell key plus one: cell keys are sums of record keys modulo this. */
    public int modulus() {
        return modulus;
    }

    /** What is added to a count, by its cell key in {@code [0, modulus)}. */
    public int value(long count, int cellKey) {
        return count <= 0 ? 0 : values[(row(count) - 1) * modulus + cellKey];
    }

    /** The row that a positive count uses. */
    public int row(long count) {
        if (count <= rows) {
            return (int) count;
        }
        int reused = Math.max(1, rows / 3);
        return (int) ((count - 1) % reused) + rows - reused + 1;
    }

    /** The largest absolute value in the table. */
    public int maxDeviation() {
        return maxDeviation;
    }

    /** Whether noise depends on the key at all; a table of plain rounding does not. */
    public boolean dependsOnKey() {
        for (int row = 0; row < rows; row++) {
            for (int key = 1; key < modulus; key++) {
                if (values[row * modulus + key] != values[row * modulus]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The values of one row by cell key: a copy. */
    public int[] valuesOf(int row) {
        return Arrays.copyOfRange(values, (row - 1) * modulus, row * modulus);
    }
}
