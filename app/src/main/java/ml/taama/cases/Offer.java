package ml.taama.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the directory of services.
 *
 * @param organisation that keeps the line up to date
 * @param provider that gives the service
 * @param kind one of {@link Words#SERVICES}
 * @param capacity people at a time or a day, when it is known
 */
public record Offer(
        long id,
        String organisation,
        String provider,
        String kind,
        String country,
        Optional<String> area,
        String address,
        String hours,
        Optional<Integer> capacity,
        String contact,
        String note,
        Instant changedAt,
        Optional<Instant> endedAt) {}
