package ml.taama.reference;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * Where people cross a border or flows are counted.
 *
 * @param neighbour two letters (ISO 3166-1)
 * @param position longitude and latitude in degrees, always approximate
 * @param verified whether a source confirms the point
 */
public record BorderPoint(
        String code,
        LocalText name,
        String kind,
        Optional<String> neighbour,
        Optional<String> opposite,
        List<String> roles,
        Optional<String> place,
        Optional<double[]> position,
        boolean verified,
        Optional<LocalText> note,
        String sourceRef) {}
