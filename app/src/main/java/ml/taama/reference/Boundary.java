package ml.taama.reference;

import java.util.List;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * Outline of a place.
 *
 * @param rings outer rings as (longitude, latitude) in degrees, WGS 84
 * @param asOf date of the boundaries
 */
public record Boundary(String place, LocalText name, List<List<double[]>> rings, Period asOf, String sourceRef) {}
