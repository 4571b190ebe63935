package ml.taama.linkage;

import java.util.List;

/**
 * What an EM pass did.
 *
 * @param rule it blocked on
 * @param pairs compared
 * @param patterns distinct ones
 * @param iterations until it ended
 * @param converged whether the parameters had stopped changing
 * @param matches estimated share of pairs of one person
 * @param comparisons that it estimated
 * @param counting nanoseconds of comparing and counting the pairs
 * @param iterating nanoseconds of the iterations
 */
public record PassReport(
        String rule,
        long pairs,
        int patterns,
        int iterations,
        boolean converged,
        double matches,
        List<String> comparisons,
        long counting,
        long iterating) {}
