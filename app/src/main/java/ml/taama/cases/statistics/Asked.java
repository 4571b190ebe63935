package ml.taama.cases.statistics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is counted; what is not named is not narrowed.
 *
 * @param from first day
 * @param to last day
 */
public record Asked(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> country,
        Optional<String> need,
        Optional<String> organisation) {

    /** Everything. */
    public static final Asked EVERYTHING =
            new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
