package ml.taama.tabulation.perturbation;

/**
 * Whole numbers of keys close to given probabilities, with mean exactly zero and a variance close to the given one:
 * largest remainders, then single and double moves of keys while they improve.
 */
final class Apportionment {

    private static final double MEAN = 1e6;
    private static final double VARIANCE = 10;

    private final int[] support;
    private final double[] wanted;
    private final double variance;
    private final int[] keys;

    private Apportionment(int[] support, double[] wanted, int[] keys) {
        this.support = support;
        this.wanted = wanted;
        this.keys = keys;
        double second = 0;
        for (int i = 0; i < support.length; i++) {
            second += wanted[i] * support[i] * support[i];
        }
        variance = second;
    }

    /** The number of keys for each value of the support; they add up to {@code modulus}. */
    static int[] keys(int[] support, double[] probabilities, int modulus) {
        double[] wanted = new double[support.length];
        int[] keys = new int[support.length];
        int left = modulus;
        for (int i = 0; i < keys.length; i++) {
            wanted[i] = probabilities[i] * modulus;
            keys[i] = (int) Math.floor(wanted[i]);
            left -= keys[i];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < keys.length; i++) {
                most = wanted[i] - keys[i] > wanted[most] - keys[most] ? i : most;
            }
            keys[most]++;
        }
        Apportionment apportionment = new Apportionment(support, wanted, keys);
        boolean improves = true;
        while (improves) {
            improves = apportionment.improveByOne() || apportionment.improveByTwo();
        }
        return keys;
    }

    private boolean improveByOne() {
        return improvedBelow(cost());
    }

    private boolean improveByTwo() {
        double before = cost();
        for (int from = 0; from < keys.length; from++) {
            for (int to = 0; to < keys.length; to++) {
                if (move(from, to)) {
                    if (improvedBelow(before)) {
                        return true;
                    }
                    move(to, from);
                }
            }
        }
        return false;
    }

    private boolean improvedBelow(double before) {
        for (int from = 0; from < keys.length; from++) {
            for (int to = 0; to < keys.length; to++) {
                if (move(from, to)) {
                    if (cost() < before - 1e-9) {
                        return true;
                    }
                    move(to, from);
                }
            }
        }
        return false;
    }

    private boolean move(int from, int to) {
        if (from == to || keys[from] == 0) {
            return false;
        }
        keys[from]--;
        keys[to]++;
        return true;
    }

    private double cost() {
        double mean = 0;
        double second = 0;
        double far = 0;
        for (int i = 0; i < keys.length; i++) {
            mean += (double) support[i] * keys[i];
            second += (double) support[i] * support[i] * keys[i];
            far += (keys[i] - wanted[i]) * (keys[i] - wanted[i]);
        }
        return MEAN * Math.abs(mean) + VARIANCE * Math.abs(second - variance) + far;
    }
}
