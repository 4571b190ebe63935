package ml.taama.benchmarks;

import java.util.List;

/** The few statistics that a table needs. */
final class Figures {

    private static final double NANOS = 1e9;

    private Figures() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The value that so many of a hundred do not exceed. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, index));
    }

    static double worst(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
