package ml.taama.matching;

import java.time.Instant;

/**
 * What somebody decided about a pair.
 *
 * @param by account
 */
public record Decision(long id, long one, long other, Verdict verdict, String reason, Instant at, long by) {}
