package ml.taama.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that a person is told.
 *
 * @param kind names the words in the message bundles: {@code notice.<kind>}
 * @param path page that it is about, without language
 * @param arguments fill the words; never personal values of third persons
 * @param deadline day until which something is asked of the person, if it is
 */
public record Notice(
        long id,
        String kind,
        String path,
        List<String> arguments,
        Optional<LocalDate> deadline,
        Instant at,
        Optional<Instant> readAt) {}
