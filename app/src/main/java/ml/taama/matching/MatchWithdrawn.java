package ml.taama.matching;

/**
 * Two records that had been found to be of one person are not so any more. Published in the transaction of the decision.
 *
 * @param decision that made it so
 */
public record MatchWithdrawn(long one, long other, long decision) {}
