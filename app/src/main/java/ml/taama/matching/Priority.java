package ml.taama.matching;

/**
 * What a decision about a pair would change: the pairs of files that it is expected to join, and the uncertainty that it
 * takes away. So pairs near one half come first, of these the ones between people with many files; then sure ones.
 */
final class Priority {

    private Priority() {}

    /**
     * Where a pair stands in the queue; the highest is asked first.
     *
     * @param one files of the one person
     * @param other files of the other
     */
    static double of(double probability, int one, int other) {
        return (probability + uncertainty(probability)) * one * other;
    }

    /** Bits of uncertainty: 1 at one half, 0 where all is known. */
    static double uncertainty(double probability) {
        return part(probability) + part(1 - probability);
    }

    private static double part(double p) {
        return p <= 0 ? 0 : -p * Math.log(p) / Math.log(2);
    }
}
