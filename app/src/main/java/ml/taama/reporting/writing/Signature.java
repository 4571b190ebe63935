package ml.taama.reporting.writing;

import java.time.Instant;

/**
 * What an organisation signed, or from what it dissents.
 *
 * @param fingerprint of text and figures of the section at that moment
 * @param dissent whether it disagrees; then {@code text} says why
 */
public record Signature(
        long id,
        String section,
        String organisation,
        String fingerprint,
        boolean dissent,
        String text,
        boolean printed,
        long account,
        Instant at) {

    /** Whether the section still says what was signed. */
    public boolean holds(String now) {
        return fingerprint.equals(now);
    }
}
