package ml.taama.reporting;

import java.util.List;

/**
 * A place that a map marks, in the words of a reader.
 *
 * @param longitude in degrees (WGS 84), as is {@code latitude}
 * @param facility whether people are received there; otherwise they cross a border there
 * @param labelled whether its name is written on the map
 * @param sources codes of the sources that say so; never empty
 */
record MapPlace(
        String name,
        double longitude,
        double latitude,
        boolean facility,
        String kind,
        String detail,
        boolean labelled,
        List<String> sources) {}
