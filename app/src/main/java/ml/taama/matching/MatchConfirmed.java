package ml.taama.matching;

/**
 * Two records were found to be of one person. Published in the transaction of the decision.
 *
 * @param decision that made it so
 */
public record MatchConfirmed(long one, long other, long decision) {}
