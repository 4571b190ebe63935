package ml.taama.tabulation;

import ml.taama.tabulation.perturbation.RecordKeys;

/** Where record keys come from. */
public sealed interface KeySource {

    /** A keyed hash of the counted unit: what every publication uses. */
    record Secret(RecordKeys keys) implements KeySource {}

    /** An integer column as given: to replay published examples. */
    record Column(String name) implements KeySource {}
}
