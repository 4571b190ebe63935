package ml.taama.linkage.text;

/**
 * What letters a string is made of, in 64 bits, for bounds on similarity that cost a few instructions and never err on
 * the wrong side.
 *
 * <p>Characters fall into buckets; a bucket of {@code depth} bits holds the number of its characters in unary, up to
 * {@code depth}. A bit that one string has and another lacks therefore is a character that the other lacks. Hence, with
 * {@code surplus(a, b) = bitCount(a & ~b)}: characters in common are at most {@code length(a) - surplus(a, b)}, and an
 * edit (insertion, deletion, substitution; a transposition changes nothing) removes at most one from each surplus.
 */
public enum Signature {
    /** 32 buckets of two bits: names. */
    LETTERS(32, 2),
    /** 10 buckets of six bits: dates, numbers. */
    DIGITS(10, 6);

    private static final double[] INVERSE = new double[Latin.LONGEST + 1];
    private static final double SAFE = 1e-9;

    static {
        for (int i = 1; i < INVERSE.length; i++) {
            INVERSE[i] = 1.0 / i;
        }
    }

    private final int buckets;
    private final int depth;

    Signature(int buckets, int depth) {
        this.buckets = buckets;
        this.depth = depth;
    }

    /** The signature of {@code bytes[start, start + size)}. */
    public long of(byte[] bytes, int start, int size) {
        long signature = 0;
        long bucket = (1L << depth) - 1;
        for (int i = start; i < start + size; i++) {
            int shift = (bytes[i] & 0xff) % buckets * depth;
            long full = signature >>> shift & bucket;
            signature |= (full << 1 | 1) << shift & bucket << shift;
        }
        return signature;
    }

    /** No edit distance, transpositions included, is below this. */
    public static int leastDistance(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }

    /** No Jaro similarity of strings of these lengths (1 to 64) is above this. */
    public static double mostJaro(long a, int lengthA, long b, int lengthB) {
        int common = Math.min(lengthA - Long.bitCount(a & ~b), lengthB - Long.bitCount(b & ~a));
        return common <= 0 ? 0 : (common * (INVERSE[lengthA] + INVERSE[lengthB]) + 1) / 3 + SAFE;
    }

    /** No Jaro–Winkler similarity is above this, given a bound on Jaro's and the length of the common prefix. */
    public static double mostJaroWinkler(double mostJaro, int prefix) {
        return mostJaro <= Similarity.BONUS_ABOVE
                ? mostJaro
                : mostJaro + prefix * Similarity.BONUS * (1 - mostJaro) + SAFE;
    }
}
