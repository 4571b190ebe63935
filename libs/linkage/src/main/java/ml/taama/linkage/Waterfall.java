package ml.taama.linkage;

import java.util.List;

/**
 * Why a pair weighs what it weighs: the prior, then each comparison in turn.
 *
 * @param prior match weight before any comparison
 * @param steps one for each comparison
 * @param weight the sum
 * @param probability that the two are one person
 */
public record Waterfall(double prior, List<Step> steps, double weight, double probability) {

    /**
     * What one comparison adds.
     *
     * @param level reached
     * @param gamma its comparison vector value
     * @param weight log2(m/u) of the level
     * @param adjustment for the frequency of the value, on top
     */
    public record Step(String comparison, String level, int gamma, double weight, double adjustment) {}
}
