package ml.taama.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person needs particular protection. Its steps stand on the time line.
 *
 * @param kind one of {@link Words#ALERTS}
 */
public record Alert(
        long id,
        long dossier,
        long file,
        String kind,
        LocalDate raisedOn,
        String organisation,
        Optional<Instant> resolvedAt) {

    /** Whether it still holds. */
    public boolean holds() {
        return resolvedAt.isEmpty();
    }
}
