package ml.taama.accounts;

import java.time.Instant;

/**
 * A key that a device of a person keeps.
 *
 * @param label as its owner named it
 */
public record Passkey(long id, String label, Instant createdAt, Instant usedAt) {}
