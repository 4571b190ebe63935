package ml.taama.linkage;

import java.util.List;

/**
 * How the parameters are estimated.
 *
 * @param deterministic rules that hold for pairs of one person almost only; they give the prior. None: the prior stays
 * @param recall share of the pairs of one person that these rules find, as assumed
 * @param passes blocking rules of the EM passes; none: the rules of the model
 * @param pairs number of random pairs for u
 * @param seed of the random pairs
 * @param iterations at most, in each pass
 * @param convergence largest change of a parameter at which a pass ends
 */
public record Training(
        List<Rule> deterministic,
        double recall,
        List<Rule> passes,
        int pairs,
        long seed,
        int iterations,
        double convergence) {

    /** Copies the lists. */
    public Training {
        deterministic = List.copyOf(deterministic);
        passes = List.copyOf(passes);
    }

    /** A million random pairs, at most 25 iterations, to 0.0001. */
    public static final Training USUAL = new Training(List.of(), 0.8, List.of(), 1_000_000, 1, 25, 1e-4);
}
