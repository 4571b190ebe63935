package ml.taama.organisations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * A body that acts.
 *
 * @param names in time, the earliest first; never empty
 */
public record Organisation(
        String code,
        String kind,
        Optional<String> parent,
        Optional<String> place,
        Optional<String> website,
        Optional<LocalText> note,
        String sourceRef,
        List<Name> names) {

    /** A name and the time in which it is known to be used. */
    public record Name(Period from, Optional<Period> to, LocalText name, Optional<String> acronym, String sourceRef) {}

    /** The name on a day: the last one in use by then, or the first known. */
    public Name nameOn(LocalDate day) {
        return names.stream()
                .filter(n -> !n.from().first().orElse(LocalDate.MIN).isAfter(day))
                .max(Comparator.comparing(n -> n.from().first().orElse(LocalDate.MIN)))
                .orElse(names.getFirst());
    }

    /** The latest name. */
    public Name name() {
        return names.getLast();
    }
}
