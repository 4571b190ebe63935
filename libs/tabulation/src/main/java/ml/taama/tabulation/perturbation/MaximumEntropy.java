package ml.taama.tabulation.perturbation;

import java.util.Arrays;

/**
 * The distribution of maximum entropy on a few integers with mean zero and a given variance: {@code p(v) ∝ exp(a·v +
 * b·v²)}, with a and b found by Newton's method on the convex dual.
 */
final class MaximumEntropy {

    private static final int STEPS = 500;
    private static final double CLOSE = 1e-12;
    /** A target on the edge of what is possible has no finite a and b: stay this share of the range inside. */
    private static final double INSIDE = 0.01;

    private MaximumEntropy() {}

    /** Probabilities in the order of the support; the variance is brought into the possible range first. */
    static double[] distribution(int[] support, double variance) {
        if (support.length == 1) {
            return new double[] {1};
        }
        double target = possible(support, variance);
        double a = 0;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] p = probabilities(support, a, b);
            double m1 = moment(support, p, 1);
            double m2 = moment(support, p, 2);
            double g1 = m1;
            double g2 = m2 - target;
            if (Math.abs(g1) + Math.abs(g2) < CLOSE) {
                break;
            }
            double h11 = m2 - m1 * m1 + CLOSE;
            double h12 = moment(support, p, 3) - m1 * m2;
            double h22 = moment(support, p, 4) - m2 * m2 + CLOSE;
            double det = h11 * h22 - h12 * h12;
            double da = -(h22 * g1 - h12 * g2) / det;
            double db = -(h11 * g2 - h12 * g1) / det;
            double now = dual(support, a, b, target);
            double length = 1;
            double slope = g1 * da + g2 * db;
            while (length > CLOSE
                    && dual(support, a + length * da, b + length * db, target) > now + 1e-4 * length * slope) {
                length /= 2;
            }
            a += length * da;
            b += length * db;
        }
        return probabilities(support, a, b);
    }

    /** The nearest variance that a distribution of mean zero on the support can have. */
    static double possible(int[] support, double variance) {
        int below = Arrays.stream(support).filter(v -> v <= 0).max().orElse(0);
        int above = Arrays.stream(support).filter(v -> v >= 0).min().orElse(0);
        double least = (double) -below * above;
        double most = (double) -support[0] * support[support.length - 1];
        double edge = INSIDE * (most - least);
        return Math.clamp(variance, least + edge, Math.max(least + edge, most - edge));
    }

    private static double dual(int[] support, double a, double b, double target) {
        double most =
                Arrays.stream(support).mapToDouble(v -> a * v + b * v * v).max().orElse(0);
        double sum = Arrays.stream(support)
                .mapToDouble(v -> Math.exp(a * v + b * v * v - most))
                .sum();
        return most + Math.log(sum) - b * target;
    }

    private static double[] probabilities(int[] support, double a, double b) {
        double most =
                Arrays.stream(support).mapToDouble(v -> a * v + b * v * v).max().orElse(0);
        double[] p = Arrays.stream(support)
                .mapToDouble(v -> Math.exp(a * v + b * v * v - most))
                .toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(x -> x / sum).toArray();
    }

    private static double moment(int[] support, double[] p, int power) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * Math.pow(support[i], power);
        }
        return sum;
    }
}
