package ml.taama.linkage.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Similarity of two strings by the textbook, over code points. Slow and plain: the definition that the fast comparators
 * are tested against, and the way for strings that they do not take.
 */
public final class Similarity {

    /** Above this Jaro similarity the common prefix counts. */
    static final double BONUS_ABOVE = 0.7;

    static final double BONUS = 0.1;
    static final int PREFIX = 4;

    private Similarity() {}

    /**
     * Jaro's similarity (Jaro 1989), from 0 to 1: common characters no further apart than half the longer string less
     * one, and half the number of those out of order, rounded down. Two empty strings are alike (1).
     */
    public static double jaro(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
        boolean[] inA = new boolean[a.length];
        boolean[] inB = new boolean[b.length];
        int common = common(a, b, reach, inA, inB);
        if (common == 0) {
            return 0;
        }
        int moved = 0;
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            if (inA[i]) {
                while (!inB[j]) {
                    j++;
                }
                if (a[i] != b[j]) {
                    moved++;
                }
                j++;
            }
        }
        return jaro(common, moved / 2, a.length, b.length);
    }

    private static int common(int[] a, int[] b, int reach, boolean[] inA, boolean[] inB) {
        int common = 0;
        for (int j = 0; j < b.length; j++) {
            for (int i = Math.max(0, j - reach); i < Math.min(a.length, j + reach + 1); i++) {
                if (!inA[i] && a[i] == b[j]) {
                    inA[i] = true;
                    inB[j] = true;
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    /** The formula, in the order of operations that DuckDB uses, so that thresholds fall alike. */
    static double jaro(int common, int transpositions, int lengthA, int lengthB) {
        double sum = (double) common / lengthA;
        sum += (double) common / lengthB;
        sum += ((double) common - transpositions) / common;
        return sum / 3;
    }

    /** Winkler's variant (Winkler 1990): a common prefix of up to four characters adds, above a similarity of 0.7. */
    public static double jaroWinkler(int[] a, int[] b) {
        int prefix = 0;
        while (prefix < Math.min(PREFIX, Math.min(a.length, b.length)) && a[prefix] == b[prefix]) {
            prefix++;
        }
        return winkler(jaro(a, b), prefix);
    }

    static double winkler(double jaro, int prefix) {
        return jaro > BONUS_ABOVE ? jaro + prefix * BONUS * (1 - jaro) : jaro;
    }

    /** Least number of insertions, deletions and substitutions (Levenshtein 1966). */
    public static int levenshtein(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int above = row[j];
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length];
    }

    /**
     * Least number of insertions, deletions, substitutions and transpositions of neighbours, where a transposed pair may
     * be edited further (Damerau 1964; Lowrance and Wagner 1975): "ca" and "abc" are 2 apart.
     */
    public static int damerauLevenshtein(int[] a, int[] b) {
        int far = a.length + b.length;
        int[][] d = new int[a.length + 2][b.length + 2];
        d[0][0] = far;
        for (int i = 0; i <= a.length; i++) {
            d[i + 1][0] = far;
            d[i + 1][1] = i;
        }
        for (int j = 0; j <= b.length; j++) {
            d[0][j + 1] = far;
            d[1][j + 1] = j;
        }
        Map<Integer, Integer> lastRow = new HashMap<>();
        for (int i = 1; i <= a.length; i++) {
            int lastColumn = 0;
            for (int j = 1; j <= b.length; j++) {
                int k = lastRow.getOrDefault(b[j - 1], 0);
                int l = lastColumn;
                int cost = 1;
                if (a[i - 1] == b[j - 1]) {
                    cost = 0;
                    lastColumn = j;
                }
                int edited = Math.min(d[i][j] + cost, 1 + Math.min(d[i + 1][j], d[i][j + 1]));
                d[i + 1][j + 1] = Math.min(edited, d[k][l] + (i - k - 1) + 1 + (j - l - 1));
            }
            lastRow.put(a[i - 1], i);
        }
        return d[a.length + 1][b.length + 1];
    }

    /** Share of distinct characters in common (Jaccard 1901). */
    public static double jaccard(int[] a, int[] b) {
        int[] x = Arrays.stream(a).distinct().toArray();
        long common = Arrays.stream(b)
                .distinct()
                .filter(c -> Arrays.stream(x).anyMatch(d -> d == c))
                .count();
        long all = x.length + Arrays.stream(b).distinct().count() - common;
        return all == 0 ? 1 : (double) common / all;
    }
}
