package ml.taama.linkage;

/**
 * A scored pair.
 *
 * @param left number of a record, over all sources
 * @param right number of another
 * @param weight match weight, base 2
 * @param probability that the two are one person
 * @param pattern comparison vector values, joined by bars
 * @param rule number of the blocking rule, from 0
 */
public record Pair(int left, int right, double weight, double probability, String pattern, int rule) {}
