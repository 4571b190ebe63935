package ml.taama.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person of an institution, as colleagues see it.
 *
 * @param demonstration whether its password is public, so that it is refused outside a demonstration
 * @param holdings all, past and future ones included
 */
public record Account(
        long id,
        String name,
        Locale language,
        boolean demonstration,
        Instant createdAt,
        Optional<Instant> endedAt,
        List<Holding> holdings) {

    /** The name alone: a person's record never ends up in a log by accident. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
