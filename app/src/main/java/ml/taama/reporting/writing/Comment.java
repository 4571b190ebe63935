package ml.taama.reporting.writing;

import java.time.Instant;
import java.util.Optional;

/**
 * A remark on a text; with a replacement it is a suggestion.
 *
 * @param passage words of the text that it is about; empty for the whole text
 * @param outcome resolved, accepted, declined; absent while it is open
 */
public record Comment(
        long id,
        String section,
        String language,
        Optional<Long> parent,
        String passage,
        Optional<String> replacement,
        String text,
        long account,
        Instant at,
        Optional<String> outcome) {

    /** Whether it waits for somebody. */
    public boolean open() {
        return outcome.isEmpty();
    }
}
