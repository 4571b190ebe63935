package ml.taama.linkage.engine;

/**
 * Expectation–maximisation for the Fellegi–Sunter model (Winkler 1988) on counts of patterns: an iteration costs the
 * number of distinct patterns times that of comparisons, whatever the number of pairs. u is given; m and the share of
 * matches are estimated.
 */
final class Expectation {

    /** Parameters that have been seen to change less than asked. */
    boolean converged;

    int iterations;

    /** Share of pairs of one person. */
    double matches;

    /** m of each level of each comparison; NaN for a null level. */
    final double[][] m;

    private final Plan plan;
    private final Patterns patterns;
    private final double[][] u;
    private final boolean[][] fixed;

    Expectation(Plan plan, Patterns patterns, double[][] m, double[][] u, boolean[][] fixed, double matches) {
        this.plan = plan;
        this.patterns = patterns.sorted(plan.patterns);
        this.m = m;
        this.u = u;
        this.fixed = fixed;
        this.matches = matches;
    }

    void run(int most, double convergence) {
        while (iterations < most && !converged) {
            iterations++;
            converged = step() < convergence;
        }
    }

    /** One iteration; returns the largest change of a parameter. */
    private double step() {
        double[][] sums = new double[m.length][];
        for (int c = 0; c < m.length; c++) {
            sums[c] = new double[m[c].length];
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < patterns.size(); i++) {
            long pattern = patterns.pattern(i);
            double expected = patterns.count(i) * posterior(pattern);
            sum += expected;
            total += patterns.count(i);
            for (int c = 0; c < m.length; c++) {
                sums[c][plan.level(pattern, c)] += expected;
            }
        }
        double change = Math.abs(sum / total - matches);
        matches = sum / total;
        for (int c = 0; c < m.length; c++) {
            change = Math.max(change, update(c, sums[c]));
        }
        return change;
    }

    private double posterior(long pattern) {
        double odds = matches / (1 - matches);
        for (int c = 0; c < m.length; c++) {
            int level = plan.level(pattern, c);
            if (!Double.isNaN(m[c][level])) {
                odds *= m[c][level] / u[c][level];
            }
        }
        return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }

    private double update(int c, double[] sums) {
        double total = 0;
        for (int l = 0; l < sums.length; l++) {
            total += Double.isNaN(m[c][l]) ? 0 : sums[l];
        }
        double change = 0;
        for (int l = 0; l < sums.length && total > 0; l++) {
            if (!Double.isNaN(m[c][l]) && !fixed[c][l]) {
                change = Math.max(change, Math.abs(sums[l] / total - m[c][l]));
                m[c][l] = sums[l] / total;
            }
        }
        return change;
    }
}
