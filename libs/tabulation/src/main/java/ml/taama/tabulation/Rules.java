package ml.taama.tabulation;

/**
 * What the gate enforces whatever the method.
 *
 * @param threshold counts below it are not shown; 0 or 1 for none
 * @param hideZeros whether an empty cell is hidden like a small one, so that nobody can tell "none" from "few"
 * @param leastMean least mean number of units in a cell of the whole table; below it the table is refused as too sparse
 * @param groupShare a group is hidden where at least this share of it has one category of a sensitive variable
 * @param dominance a sum is hidden where its {@code dominators} largest contributions exceed this share of it
 * @param dominators 1 to 3
 * @param p a sum is hidden where the second contributor could estimate the first to within {@code p} percent
 */
public record Rules(
        int threshold,
        boolean hideZeros,
        double leastMean,
        double groupShare,
        double dominance,
        int dominators,
        double p) {

    /** Threshold 10, zeros hidden, half a unit for each cell, groups of one status hidden, (2, 85 %), p = 15. */
    public static final Rules DEFAULT = new Rules(10, true, 0.5, 0.95, 0.85, 2, 15);

    /** Checks the ranges. */
    public Rules {
        if (threshold < 0
                || dominators < 1
                || dominators > Magnitudes.TOP
                || groupShare <= 0
                || dominance <= 0
                || p < 0) {
            throw new IllegalArgumentException("Rules out of range");
        }
    }

    /** The same with another threshold. */
    public Rules threshold(int least) {
        return new Rules(least, hideZeros, leastMean, groupShare, dominance, dominators, p);
    }

    /** The same with empty cells shown. */
    public Rules showingZeros() {
        return new Rules(threshold, false, leastMean, groupShare, dominance, dominators, p);
    }

    /** The same with another limit of sparsity. */
    public Rules leastMean(double units) {
        return new Rules(threshold, hideZeros, units, groupShare, dominance, dominators, p);
    }

    /** Whether one or two contributors could be estimated from a sum. */
    boolean unsafe(Magnitudes sums, int cell) {
        double total = Math.abs(sums.sums()[cell]);
        double largest = 0;
        for (int i = 0; i < dominators; i++) {
            largest += sums.top()[i][cell];
        }
        double rest = total - sums.top()[0][cell] - sums.top()[1][cell];
        return largest > dominance * total || rest < p / 100 * sums.top()[0][cell];
    }
}
