package ml.taama.tabulation.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What holds for a perturbation table, computed from the table itself.
 *
 * @param rows one entry for each count
 */
public record PerturbationProperties(List<Row> rows) {

    /**
     * The noise of one count over uniformly distributed keys.
     *
     * @param count the count
     * @param mean of the noise
     * @param variance of the noise
     * @param least smallest noise
     * @param most largest noise
     * @param unchanged share of keys that leave the count as it is
     * @param smallestPositive smallest positive result, 0 where there is none
     */
    public record Row(
            int count, double mean, double variance, int least, int most, double unchanged, int smallestPositive) {}

    /** Copies the list. */
    public PerturbationProperties {
        rows = List.copyOf(rows);
    }

    /** Looks at every value of a table. */
    public static PerturbationProperties of(PerturbationTable table) {
        List<Row> rows = new ArrayList<>();
        for (int count = 1; count <= table.rows(); count++) {
            rows.add(row(count, table.valuesOf(count)));
        }
        return new PerturbationProperties(rows);
    }

    private static Row row(int count, int[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double second =
                Arrays.stream(values).mapToDouble(v -> (double) v * v).average().orElse(0);
        long unchanged = Arrays.stream(values).filter(v -> v == 0).count();
        return new Row(
                count,
                mean,
                second - mean * mean,
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0),
                (double) unchanged / values.length,
                Arrays.stream(values)
                        .map(v -> count + v)
                        .filter(r -> r > 0)
                        .min()
                        .orElse(0));
    }

    /** Whether the noise of every count has mean zero. */
    public boolean unbiased() {
        return rows.stream().allMatch(r -> Math.abs(r.mean) < 1e-9);
    }

    /** Whether no count can become negative. */
    public boolean notNegative() {
        return rows.stream().allMatch(r -> r.count + r.least >= 0);
    }

    /** The largest absolute noise. */
    public int maxDeviation() {
        return rows.stream().mapToInt(r -> Math.max(-r.least, r.most)).max().orElse(0);
    }

    /** The smallest positive count that can be published. */
    public int smallestPositive() {
        return rows.stream()
                .mapToInt(Row::smallestPositive)
                .filter(r -> r > 0)
                .min()
                .orElse(0);
    }

    /** Counts whose variance differs from the given one by more than a hundredth of it. */
    public List<Row> otherVariance(double variance) {
        return rows.stream()
                .filter(r -> Math.abs(r.variance - variance) > variance / 100)
                .toList();
    }
}
