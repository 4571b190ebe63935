package ml.taama.linkage.engine;

import ml.taama.linkage.Condition;
import ml.taama.linkage.Measure;
import ml.taama.linkage.text.Latin;
import ml.taama.linkage.text.Signature;
import ml.taama.linkage.text.Similarity;

/** A threshold on the similarity of two fields, possibly the same. */
final class SimilarTest implements Test {

    private final Measure measure;
    private final double threshold;
    private final int left;
    private final int right;
    private final FieldColumn leftColumn;
    private final FieldColumn rightColumn;
    private final boolean sameAlphabet;
    private final Latin latin = new Latin();
    private int latinCode = -1;

    SimilarTest(Condition.Similar condition, Records records) {
        measure = condition.measure();
        threshold = condition.threshold();
        left = records.indexOf(condition.left());
        right = records.indexOf(condition.right());
        leftColumn = records.fields.get(left);
        rightColumn = records.fields.get(right);
        sameAlphabet = left == right;
    }

    @Override
    public int test(Rows rows, int l, int r) {
        int a = rows.code[left][l];
        int b = rows.code[right][r];
        if (a == 0 || b == 0) {
            return UNKNOWN;
        }
        if (a == b && left == right) {
            return measure.similarity() ? 1 >= threshold ? TRUE : FALSE : 0 <= threshold ? TRUE : FALSE;
        }
        int lengthL = rows.length[left][l];
        int lengthR = rows.length[right][r];
        if (lengthL == 0 || lengthR == 0 || measure == Measure.JACCARD) {
            return plain(leftColumn.points(a), rightColumn.points(b)) ? TRUE : FALSE;
        }
        if (sameAlphabet && hopeless(rows, l, r, lengthL, lengthR)) {
            return FALSE;
        }
        if (latinCode != a) {
            latin.set(leftColumn.text, rows.start[left][l], lengthL);
            latinCode = a;
        }
        return reached(rightColumn.text, rows.start[right][r], lengthR) ? TRUE : FALSE;
    }

    private boolean hopeless(Rows rows, int l, int r, int lengthL, int lengthR) {
        long signatureL = rows.signature[left][l];
        long signatureR = rows.signature[right][r];
        if (!measure.similarity()) {
            return Signature.leastDistance(signatureL, signatureR) > threshold;
        }
        double most = Signature.mostJaro(signatureL, lengthL, signatureR, lengthR);
        return (measure == Measure.JARO ? most : Signature.mostJaroWinkler(most, Integer.BYTES)) < threshold;
    }

    private boolean reached(byte[] text, int start, int length) {
        return switch (measure) {
            case JARO_WINKLER -> latin.jaroWinkler(text, start, length) >= threshold;
            case JARO -> latin.jaro(text, start, length) >= threshold;
            case LEVENSHTEIN -> latin.levenshtein(text, start, length) <= threshold;
            case DAMERAU_LEVENSHTEIN -> latin.damerauWithin(text, start, length, (int) Math.floor(threshold));
            case JACCARD -> throw new IllegalStateException("Jaccard is plain");
        };
    }

    private boolean plain(int[] a, int[] b) {
        return switch (measure) {
            case JARO_WINKLER -> Similarity.jaroWinkler(a, b) >= threshold;
            case JARO -> Similarity.jaro(a, b) >= threshold;
            case LEVENSHTEIN -> Similarity.levenshtein(a, b) <= threshold;
            case DAMERAU_LEVENSHTEIN -> Similarity.damerauLevenshtein(a, b) <= threshold;
            case JACCARD -> Similarity.jaccard(a, b) >= threshold;
        };
    }
}
