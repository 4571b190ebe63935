package ml.taama.linkage.text;

/**
 * Similarity of strings of one byte a character and at most 64 characters, a machine word at a time: Jaro after
 * rapidfuzz, Levenshtein after Myers (1999) and Hyyrö (2003). Give one string once, compare it with many.
 *
 * <p>Not for use by two threads at once. Every method costs time proportional to the length of the other string.
 */
public final class Latin {

    /** Longest string taken. */
    public static final int LONGEST = Long.SIZE;

    private final long[] places = new long[256];
    private byte[] text = new byte[0];
    private int from;
    private int length;

    /** A comparator with the empty string set. */
    public Latin() {
        super();
    }

    /** Makes {@code bytes[from, from + length)} the string to compare with. */
    public void set(byte[] bytes, int start, int size) {
        for (int i = from; i < from + length; i++) {
            places[text[i] & 0xff] = 0;
        }
        text = bytes;
        from = start;
        length = size;
        for (int i = 0; i < size; i++) {
            places[bytes[start + i] & 0xff] |= 1L << i;
        }
    }

    /** {@link Similarity#jaro} of the string that was set and another. */
    public double jaro(byte[] other, int start, int size) {
        if (length == 0 || size == 0) {
            return length == size ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(length, size) / 2 - 1);
        long window = (1L << (reach + 1)) - 1;
        long inThis = 0;
        long inOther = 0;
        int rising = Math.min(reach, size);
        int end = Math.min(size, length + reach);
        for (int j = 0; j < end; j++) {
            long place = places[other[start + j] & 0xff] & window & ~inThis;
            inThis |= place & -place;
            inOther |= (place | -place) >>> 63 << j;
            window = j < rising ? window << 1 | 1 : window << 1;
        }
        int common = Long.bitCount(inThis);
        if (common == 0) {
            return 0;
        }
        int moved = 0;
        long left = inThis;
        for (long right = inOther; right != 0; right &= right - 1) {
            long place = left & -left;
            if ((places[other[start + Long.numberOfTrailingZeros(right)] & 0xff] & place) == 0) {
                moved++;
            }
            left ^= place;
        }
        return Similarity.jaro(common, moved / 2, length, size);
    }

    /** {@link Similarity#jaroWinkler} of the string that was set and another. */
    public double jaroWinkler(byte[] other, int start, int size) {
        double jaro = jaro(other, start, size);
        if (jaro <= Similarity.BONUS_ABOVE) {
            return jaro;
        }
        int most = Math.min(Similarity.PREFIX, Math.min(length, size));
        int prefix = 0;
        while (prefix < most && text[from + prefix] == other[start + prefix]) {
            prefix++;
        }
        return Similarity.winkler(jaro, prefix);
    }

    /** {@link Similarity#levenshtein} of the string that was set and another. */
    public int levenshtein(byte[] other, int start, int size) {
        if (length == 0) {
            return size;
        }
        long plus = -1;
        long minus = 0;
        int distance = length;
        long last = 1L << (length - 1);
        for (int j = start; j < start + size; j++) {
            long match = places[other[j] & 0xff];
            long diagonal = ((match & plus) + plus ^ plus) | match | minus;
            long up = minus | ~(diagonal | plus);
            long down = diagonal & plus;
            if ((up & last) != 0) {
                distance++;
            }
            if ((down & last) != 0) {
                distance--;
            }
            up = up << 1 | 1;
            down <<= 1;
            plus = down | ~(diagonal | up);
            minus = up & diagonal;
        }
        return distance;
    }

    /**
     * Whether {@link Similarity#damerauLevenshtein} of the string that was set and another is at most {@code most}.
     *
     * <p>Levenshtein's distance L bounds it: a transposition saves at most half, hence L / 2 ≤ D ≤ L.
     */
    public boolean damerauWithin(byte[] other, int start, int size, int most) {
        int distance = levenshtein(other, start, size);
        if (distance <= most) {
            return true;
        }
        if (distance > 2 * most) {
            return false;
        }
        return Similarity.damerauLevenshtein(points(text, from, length), points(other, start, size)) <= most;
    }

    /** The characters of a string of one byte a character. */
    public static int[] points(byte[] bytes, int start, int size) {
        int[] points = new int[size];
        for (int i = 0; i < size; i++) {
            points[i] = bytes[start + i] & 0xff;
        }
        return points;
    }
}
