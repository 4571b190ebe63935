package ml.taama.tabulation;

import java.util.Arrays;

/**
 * Noise of sums: the largest contribution times a factor between one half and one, of either sign, which the cell key
 * decides. Over uniformly distributed keys its mean is exactly zero; whoever takes the difference of two sums that
 * differ by one unit learns that unit's value only to within such noise (after the magnitude perturbation of the ABS,
 * Thompson, Broadfoot and Elazar 2013).
 */
final class SumNoise {

    private static final double GOLDEN = 0.6180339887;

    private SumNoise() {}

    /** The sum with noise, rounded so that its last digits do not tell the noise. */
    static double apply(Magnitudes raw, int cell, int modulus, double grain) {
        double noisy = raw.sums()[cell] + raw.top()[0][cell] * factor(raw.keys()[cell], modulus);
        return Math.rint(noisy / grain) * grain;
    }

    /** Symmetric over the keys, and not in step with the noise of counts, which follows the order of the keys. */
    static double factor(int key, int modulus) {
        int spread = Math.floorMod((long) key * coprime(modulus), (long) modulus) == 0
                ? 0
                : (int) Math.floorMod((long) key * coprime(modulus), (long) modulus);
        double centred = (2.0 * spread + 1) / modulus - 1;
        return Math.signum(centred) * (0.5 + 0.5 * Math.abs(centred));
    }

    private static int coprime(int modulus) {
        int candidate = (int) (modulus * GOLDEN) | 1;
        while (gcd(candidate, modulus) != 1) {
            candidate += 2;
        }
        return candidate;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** A power of ten about a hundredth of the usual largest contribution. */
    static double grain(Magnitudes raw) {
        double mean = Arrays.stream(raw.top()[0]).filter(t -> t > 0).average().orElse(1);
        return Math.pow(10, Math.floor(Math.log10(mean)) - 1);
    }

    /** Four significant digits. */
    static double significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        double grain = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return Math.rint(value / grain) * grain;
    }
}
