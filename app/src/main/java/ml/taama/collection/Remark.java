package ml.taama.collection;

import java.time.Instant;

/** A question of a reviewer on a value, or the answer of the service. */
public record Remark(long value, String kind, String text, Instant at, long account) {}
