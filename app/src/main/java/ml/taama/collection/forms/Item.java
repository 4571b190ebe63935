package ml.taama.collection.forms;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * Something that can be asked for: an indicator as the country defines it today.
 *
 * @param dimensions it can be broken down by, with all known values
 * @param datasets codes of the datasets that it answers
 */
public record Item(
        String code,
        LocalText title,
        Optional<LocalText> definition,
        Measure unit,
        List<Dimension> dimensions,
        List<String> datasets) {}
