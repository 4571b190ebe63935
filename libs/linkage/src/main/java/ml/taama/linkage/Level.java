package ml.taama.linkage;

import java.util.Optional;

/**
 * A degree of agreement.
 *
 * @param m probability of the level among pairs of one person; NaN when not known yet
 * @param u probability of the level among pairs of two persons; NaN when not known yet
 * @param fixM whether training leaves m alone
 * @param fixU whether training leaves u alone
 */
public record Level(
        String label,
        Condition when,
        double m,
        double u,
        Optional<TermFrequency> frequency,
        boolean fixM,
        boolean fixU) {

    /** A level to be trained. */
    public static Level of(String label, Condition when) {
        return new Level(label, when, Double.NaN, Double.NaN, Optional.empty(), false, false);
    }

    /** Whether it says that nothing can be compared, and therefore weighs nothing. */
    public boolean isNull() {
        return when instanceof Condition.Null
                || (when instanceof Condition.And and && and.all().stream().allMatch(Condition.Null.class::isInstance))
                || (when instanceof Condition.Or or && or.any().stream().allMatch(Condition.Null.class::isInstance));
    }

    /** The same with other probabilities. */
    public Level with(double newM, double newU) {
        return new Level(label, when, newM, newU, frequency, fixM, fixU);
    }

    /** The same with a term-frequency adjustment. */
    public Level with(TermFrequency adjustment) {
        return new Level(label, when, m, u, Optional.of(adjustment), fixM, fixU);
    }
}
