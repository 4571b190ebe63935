package ml.taama.reference;

import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/** A versioned set of goals. */
public record Framework(
        String code,
        String kind,
        String scope,
        LocalText title,
        LocalText shortTitle,
        Optional<Period> validFrom,
        Optional<Period> validTo,
        String status,
        Optional<String> successor,
        Optional<LocalText> note,
        String sourceRef) {}
