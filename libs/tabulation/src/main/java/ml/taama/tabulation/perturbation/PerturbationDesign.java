package ml.taama.tabulation.perturbation;

import java.util.stream.IntStream;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * Parameters of a designed perturbation table. For each count the distribution of the noise has the maximum entropy
 * among those with mean zero, the given variance, no deviation above the maximum, no negative result and no positive
 * result below the smallest (Giessing 2016; Marley and Leaver 2011); it is then apportioned to the keys so that the mean
 * stays exactly zero. Where a small count leaves no room for the variance, the nearest possible one is taken, which
 * {@link PerturbationProperties} shows.
 *
 * @param maxDeviation largest absolute noise, 1 to 100
 * @param variance of the noise, above zero and below the square of the maximum deviation
 * @param smallest smallest positive count that may be published, from 1 (no restriction) to {@code maxDeviation + 1}
 * @param modulus number of cell keys, 16 to 65,536; a power of two counts fastest
 * @param rows rows of the table; the last third must be symmetric
 */
public record PerturbationDesign(int maxDeviation, double variance, int smallest, int modulus, int rows) {

    /** What is used where nothing is said: deviation at most 4, variance 2, nothing published from 1 to 2. */
    public static final PerturbationDesign DEFAULT = new PerturbationDesign(4, 2, 3, 256, 750);

    private static final int MOST_DEVIATION = 100;
    private static final int FEWEST_KEYS = 16;
    private static final int MOST_KEYS = 1 << 16;
    private static final int MOST_ROWS = 10_000;

    /**
     * Checks the ranges.
     *
     * @throws FaultsException naming the parameter
     */
    public PerturbationDesign {
        check(
                maxDeviation >= 1 && maxDeviation <= MOST_DEVIATION,
                "max-deviation",
                maxDeviation,
                "1–" + MOST_DEVIATION);
        check(
                variance > 0 && variance < maxDeviation * maxDeviation,
                "variance",
                variance,
                "0 < v < " + maxDeviation * maxDeviation);
        check(smallest >= 1 && smallest <= maxDeviation + 1, "smallest", smallest, "1–" + (maxDeviation + 1));
        check(modulus >= FEWEST_KEYS && modulus <= MOST_KEYS, "keys", modulus, FEWEST_KEYS + "–" + MOST_KEYS);
        int least = (maxDeviation + smallest) * 3 / 2 + 1;
        check(rows >= least && rows <= MOST_ROWS, "rows", rows, least + "–" + MOST_ROWS);
    }

    private static void check(boolean right, String parameter, Object value, String allowed) {
        if (!right) {
            throw FaultsException.of(Fault.Code.BAD_DESIGN, "--" + parameter, value, allowed);
        }
    }

    /** The table; a second or less for usual parameters. */
    public PerturbationTable table() {
        int[] values = new int[rows * modulus];
        int symmetric = maxDeviation + smallest;
        int[] last = new int[0];
        for (int row = 1; row <= rows; row++) {
            int[] noise = row <= symmetric ? row(row) : last;
            last = noise;
            System.arraycopy(noise, 0, values, (row - 1) * modulus, modulus);
        }
        return new PerturbationTable(rows, modulus, values);
    }

    private int[] row(int count) {
        int[] support = support(count);
        double[] wanted = MaximumEntropy.distribution(support, variance);
        int[] keys = Apportionment.keys(support, wanted, modulus);
        return IntStream.range(0, support.length)
                .flatMap(i -> IntStream.generate(() -> support[i]).limit(keys[i]))
                .toArray();
    }

    private int[] support(int count) {
        return IntStream.rangeClosed(-Math.min(count, maxDeviation), maxDeviation)
                .filter(v -> count + v == 0 || count + v >= smallest)
                .toArray();
    }
}
