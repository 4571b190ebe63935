package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.TermFrequency;

/**
 * Match weights, in base-2 logarithms of Bayes factors: that of a pattern is the prior's plus the sum of its levels'
 * log2(m/u); a term-frequency adjustment comes on top for each pair.
 */
final class Weights {

    static final double LN2 = Math.log(2);

    /** As Splink bounds Bayes factors: 1e-300 to 1e300. */
    private static final double MOST = 300 * Math.log(10) / LN2;

    private final Plan plan;
    private final double prior;
    private final double[][] level;
    private final List<List<Optional<Adjustment>>> adjustments = new ArrayList<>();

    /** A term-frequency adjustment of a level: {@code weight × (log2 u − max(log2 f, log2 least))}. */
    record Adjustment(int field, double weight, double logU, double logLeast) {
        double of(double logFrequencyA, double logFrequencyB) {
            double larger = Math.max(logFrequencyA, logFrequencyB);
            return larger == Double.NEGATIVE_INFINITY ? 0 : weight * (logU - Math.max(larger, logLeast));
        }
    }

    Weights(Plan plan, Model model) {
        this.plan = plan;
        this.prior = log2(model.prior() / (1 - model.prior()));
        this.level = new double[plan.comparisons.size()][];
        for (int c = 0; c < level.length; c++) {
            Comparison comparison = model.comparisons().get(c);
            level[c] = new double[comparison.levels().size()];
            List<Optional<Adjustment>> own = new ArrayList<>();
            for (int l = 0; l < level[c].length; l++) {
                Level one = comparison.levels().get(l);
                level[c][l] = one.isNull() ? 0 : log2(one.m() / one.u());
                own.add(adjustment(comparison, one));
            }
            adjustments.add(own);
        }
    }

    private Optional<Adjustment> adjustment(Comparison comparison, Level level) {
        if (level.isNull()
                || level.frequency().isEmpty()
                || level.frequency().get().weight() == 0) {
            return Optional.empty();
        }
        TermFrequency tf = level.frequency().get();
        double u = tf.ownU()
                ? level.u()
                : comparison
                        .levels()
                        .get(comparison.exact(tf.field()).orElseThrow())
                        .u();
        return Optional.of(new Adjustment(plan.records.indexOf(tf.field()), tf.weight(), log2(u), log2(tf.least())));
    }

    static double log2(double x) {
        return Math.log(x) / LN2;
    }

    static double bounded(double weight) {
        return Math.clamp(weight, -MOST, MOST);
    }

    /** Probability of a match weight. */
    static double probability(double weight) {
        double odds = Math.pow(2, weight);
        return weight > 60 ? 1 : odds / (1 + odds);
    }

    /** The least weight whose probability is at least this. */
    static double weight(double probability) {
        if (probability <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return probability >= 1 ? 53 : log2(probability / (1 - probability));
    }

    double prior() {
        return prior;
    }

    double level(int comparison, int index) {
        return level[comparison][index];
    }

    /** Prior and levels of a pattern, without term frequencies. */
    double base(long pattern) {
        double sum = prior;
        for (int c = 0; c < level.length; c++) {
            sum += level[c][plan.level(pattern, c)];
        }
        return sum;
    }

    /** The adjustments of a pattern's levels. */
    Adjustment[] adjustments(long pattern) {
        List<Adjustment> found = new ArrayList<>();
        for (int c = 0; c < level.length; c++) {
            adjustments.get(c).get(plan.level(pattern, c)).ifPresent(found::add);
        }
        return found.toArray(Adjustment[]::new);
    }

    Optional<Adjustment> adjustment(int comparison, int index) {
        return adjustments.get(comparison).get(index);
    }

    /** No pair of a pattern has a larger weight. */
    double most(long pattern) {
        double most = base(pattern);
        for (Adjustment a : adjustments(pattern)) {
            double rarest = plan.records.fields.get(a.field()).leastLogFrequency;
            most += Math.max(0, a.weight() * (a.logU() - Math.max(rarest, a.logLeast())));
        }
        return most + 1e-9;
    }
}
