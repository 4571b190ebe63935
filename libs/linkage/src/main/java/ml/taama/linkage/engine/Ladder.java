package ml.taama.linkage.engine;

import java.util.Arrays;
import java.util.List;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Level;
import ml.taama.linkage.Measure;
import ml.taama.linkage.text.Latin;
import ml.taama.linkage.text.Signature;
import ml.taama.linkage.text.Similarity;

/**
 * The usual comparison: null, equal, then thresholds of one measure on one field, then all others. The measure is taken
 * once. Most pairs are settled by codes or by a bound from signatures; pairs of frequent values are remembered.
 */
final class Ladder extends Judge {

    private final FieldColumn column;
    private final int field;
    private final int nullLevel;
    private final int exactLevel;
    private final int firstSimilar;
    private final int elseLevel;
    private final Measure measure;
    private final double[] thresholds;
    private final double weakest;
    private final byte[] memo;
    private final Latin latin = new Latin();
    private int latinAt = -1;

    Ladder(Comparison comparison, Records records) {
        List<Level> levels = comparison.levels();
        field = records.indexOf(comparison.fields().iterator().next());
        column = records.fields.get(field);
        nullLevel = levels.getFirst().isNull() ? 0 : -1;
        exactLevel = nullLevel + 1;
        firstSimilar = exactLevel + 1;
        elseLevel = levels.size() - 1;
        thresholds = new double[elseLevel - firstSimilar];
        Measure found = Measure.LEVENSHTEIN;
        for (int i = 0; i < thresholds.length; i++) {
            if (levels.get(firstSimilar + i).when() instanceof Condition.Similar similar) {
                thresholds[i] = similar.threshold();
                found = similar.measure();
            }
        }
        measure = found;
        weakest = measure.similarity()
                ? Arrays.stream(thresholds).min().orElse(2)
                : Arrays.stream(thresholds).max().orElse(-1);
        memo = new byte[thresholds.length == 0 ? 0 : Records.HOT * Records.HOT];
    }

    /** Whether a comparison has the usual shape. */
    static boolean fits(Comparison comparison) {
        List<Level> levels = comparison.levels();
        if (comparison.fields().size() != 1) {
            return false;
        }
        String field = comparison.fields().iterator().next();
        int i = levels.getFirst().isNull() ? 1 : 0;
        if (i == 1 && !levels.getFirst().when().equals(Condition.none(field))) {
            return false;
        }
        if (!levels.get(i).when().equals(Condition.exact(field))) {
            return false;
        }
        Measure measure = null;
        for (i++; i < levels.size() - 1; i++) {
            if (!(levels.get(i).when() instanceof Condition.Similar similar)
                    || (measure != null && measure != similar.measure())
                    || similar.measure() == Measure.JACCARD) {
                return false;
            }
            measure = similar.measure();
        }
        return true;
    }

    @Override
    void judge(Rows rows, int[] left, int[] right, int pairs, long stride, long[] patterns) {
        int[] code = rows.code[field];
        latinAt = -1;
        for (int i = 0; i < pairs; i++) {
            int l = left[i];
            int r = right[i];
            int a = code[l];
            int b = code[r];
            int level;
            if (a == 0 || b == 0) {
                level = nullLevel < 0 ? elseLevel : nullLevel;
            } else if (a == b) {
                level = exactLevel;
            } else {
                level = thresholds.length == 0 ? elseLevel : similar(rows, l, r);
            }
            patterns[i] += level * stride;
        }
    }

    private int similar(Rows rows, int l, int r) {
        int lengthL = rows.length[field][l];
        int lengthR = rows.length[field][r];
        if (lengthL == 0 || lengthR == 0) {
            return plain(rows.code[field][l], rows.code[field][r]);
        }
        if (hopeless(rows, l, r, lengthL, lengthR)) {
            return elseLevel;
        }
        int hotL = rows.hot[field][l];
        int hotR = rows.hot[field][r];
        if ((hotL | hotR) < 0) {
            return computed(rows, l, r, lengthL, lengthR);
        }
        int at = hotL * Records.HOT + hotR;
        int level = memo[at] - 1;
        if (level < 0) {
            level = computed(rows, l, r, lengthL, lengthR);
            memo[at] = (byte) (level + 1);
            memo[hotR * Records.HOT + hotL] = (byte) (level + 1);
        }
        return level;
    }

    private boolean hopeless(Rows rows, int l, int r, int lengthL, int lengthR) {
        long signatureL = rows.signature[field][l];
        long signatureR = rows.signature[field][r];
        if (!measure.similarity()) {
            return Signature.leastDistance(signatureL, signatureR) > weakest || Math.abs(lengthL - lengthR) > weakest;
        }
        double most = Signature.mostJaro(signatureL, lengthL, signatureR, lengthR);
        if (measure == Measure.JARO_WINKLER) {
            int differing = Integer.numberOfTrailingZeros(rows.head[field][l] ^ rows.head[field][r]);
            most = Signature.mostJaroWinkler(most, Math.min(Integer.BYTES, differing / Byte.SIZE));
        }
        return most < weakest;
    }

    private int computed(Rows rows, int l, int r, int lengthL, int lengthR) {
        if (latinAt != l) {
            latin.set(column.text, rows.start[field][l], lengthL);
            latinAt = l;
        }
        int start = rows.start[field][r];
        return switch (measure) {
            case JARO_WINKLER -> atLeast(latin.jaroWinkler(column.text, start, lengthR));
            case JARO -> atLeast(latin.jaro(column.text, start, lengthR));
            case LEVENSHTEIN -> atMost(latin.levenshtein(column.text, start, lengthR));
            case DAMERAU_LEVENSHTEIN -> damerau(start, lengthR);
            case JACCARD -> throw new IllegalStateException("Jaccard is no ladder");
        };
    }

    private int damerau(int start, int length) {
        for (int i = 0; i < thresholds.length; i++) {
            if (latin.damerauWithin(column.text, start, length, (int) Math.floor(thresholds[i]))) {
                return firstSimilar + i;
            }
        }
        return elseLevel;
    }

    private int plain(int a, int b) {
        int[] x = column.points(a);
        int[] y = column.points(b);
        return switch (measure) {
            case JARO_WINKLER -> atLeast(Similarity.jaroWinkler(x, y));
            case JARO -> atLeast(Similarity.jaro(x, y));
            case LEVENSHTEIN -> atMost(Similarity.levenshtein(x, y));
            case DAMERAU_LEVENSHTEIN -> atMost(Similarity.damerauLevenshtein(x, y));
            case JACCARD -> atLeast(Similarity.jaccard(x, y));
        };
    }

    private int atLeast(double value) {
        for (int i = 0; i < thresholds.length; i++) {
            if (value >= thresholds[i]) {
                return firstSimilar + i;
            }
        }
        return elseLevel;
    }

    private int atMost(int value) {
        for (int i = 0; i < thresholds.length; i++) {
            if (value <= thresholds[i]) {
                return firstSimilar + i;
            }
        }
        return elseLevel;
    }
}
