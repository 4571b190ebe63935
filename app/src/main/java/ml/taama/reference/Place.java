package ml.taama.reference;

import java.time.LocalDate;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/** A place in time: valid from a first day, included, to a last, excluded. */
public record Place(
        String code,
        String kind,
        LocalText name,
        Optional<String> parent,
        Optional<String> officialCode,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<LocalText> note,
        String sourceRef) {

    /** Whether the place existed on a day, as far as is known. */
    public boolean validOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty()
                && validTo.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
