package ml.taama.observatory;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.GoalId;

/**
 * What is measured.
 *
 * @param certainty official, national, proposed
 * @param dimensions names of what it should be broken down by
 */
public record Indicator(
        String code,
        LocalText title,
        Optional<LocalText> definition,
        Unit unit,
        List<LocalText> dimensions,
        Optional<LocalText> basis,
        String certainty,
        List<GoalId> goals,
        int observations,
        String sourceRef) {}
