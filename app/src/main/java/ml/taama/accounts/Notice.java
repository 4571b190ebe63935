package ml.taama.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * Something that a person is told.
 *
 * @param kind names the words in the message bundles: {@code notice.<kind>}
 * @param path page that it is about, without language
 * @param arguments fill the words: a {@link LocalText}, or a text that is the same in every language; never personal values
 *     of third persons
 * @param deadline day until which something is asked of the person, if it is
 */
public record Notice(
        long id,
        String kind,
        String path,
        List<Object> arguments,
        Optional<LocalDate> deadline,
        Instant at,
        Optional<Instant> readAt) {

    /** The arguments for a reader. */
    public Object[] words(Locale reader) {
        return arguments.stream()
                .map(a -> a instanceof LocalText text ? text.text(reader) : a)
                .toArray();
    }
}
