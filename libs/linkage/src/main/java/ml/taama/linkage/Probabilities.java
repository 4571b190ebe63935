package ml.taama.linkage;

import ml.taama.linkage.engine.Engine;

/** Match weights as probabilities and back. */
public final class Probabilities {

    private Probabilities() {}

    /** The probability of a match weight: 2^w / (1 + 2^w). */
    public static double of(double weight) {
        return Engine.probability(weight);
    }

    /** The least match weight of a probability; minus infinity for 0. */
    public static double weight(double probability) {
        return Engine.weight(probability);
    }
}
