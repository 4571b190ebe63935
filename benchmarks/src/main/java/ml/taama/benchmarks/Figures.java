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

    static double worst(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
