package ml.taama.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * An account as its administrator sees it.
 *
 * @param password whether the person has chosen one
 * @param factors number of second factors
 */
public record Listed(Account account, String email, boolean password, int factors, Optional<Instant> seenAt) {

    /** State in one word of the message bundles. */
    public String state() {
        return account.endedAt().isPresent() ? "ended" : password ? "open" : "invited";
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
