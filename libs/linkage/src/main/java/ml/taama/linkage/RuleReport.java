package ml.taama.linkage;

/**
 * What a blocking rule produces.
 *
 * @param pairs all pairs of its blocks
 * @param fresh pairs that no earlier rule produced; -1 when not counted yet
 * @param largest records of the largest block, before the cap
 * @param oversized blocks above the cap
 * @param givenUp pairs that the cap gave up
 */
public record RuleReport(String rule, long pairs, long fresh, int largest, int oversized, long givenUp) {}
