package ml.taama.linkage;

import java.util.List;

/**
 * A result against the truth, over pairs of records.
 *
 * @param pairs pairs of one person
 * @param candidates pairs compared
 * @param found pairs of one person among those compared
 * @param atThreshold quality at the threshold of the run
 * @param best quality at the threshold where F1 is highest
 * @param curve quality by threshold, by rising weight
 * @param groups quality at the threshold for pairs within a group
 */
public record Evaluation(
        long pairs,
        long candidates,
        long found,
        Quality atThreshold,
        Quality best,
        List<Quality> curve,
        List<Group> groups) {

    /** Share of the pairs of one person that blocking keeps. */
    public double pairsCompleteness() {
        return pairs == 0 ? 1 : (double) found / pairs;
    }

    /**
     * Quality at a threshold.
     *
     * @param weight from which pairs are links
     * @param right links that are of one person
     * @param wrong links that are not
     * @param missed pairs of one person that are not links, lost by blocking included
     */
    public record Quality(double weight, long right, long wrong, long missed) {

        /** Share of links that are right. */
        public double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        /** Share of pairs of one person that are links. */
        public double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        /** Harmonic mean of precision and recall. */
        public double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }

        /** Interval of the precision at 95 %. */
        public Interval precisionInterval() {
            return Interval.of(right, right + wrong);
        }

        /** Interval of the recall at 95 %. */
        public Interval recallInterval() {
            return Interval.of(right, right + missed);
        }
    }

    /** Quality within a group of records, or among pairs of different groups when the value is empty. */
    public record Group(String field, String value, Quality quality) {}

    /** An interval of a proportion at 95 %, after Wilson (1927). Pairs of one cluster are not independent: a lower bound of width. */
    public record Interval(double low, double high) {

        private static final double Z = 1.959963984540054;

        static Interval of(long successes, long trials) {
            if (trials == 0) {
                return new Interval(0, 1);
            }
            double n = trials;
            double p = successes / n;
            double centre = p + Z * Z / (2 * n);
            double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
            double scale = 1 + Z * Z / n;
            return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
        }
    }
}
