package ml.taama.linkage.engine;

import java.util.List;

/**
 * How weights fall on pairs of one person and on pairs of two, where the truth is known: in bins of a hundredth, so that
 * every threshold can be judged afterwards. Sums of counts, hence the same whatever the order of work.
 */
public final class Tally {

    /** Bins for each unit of weight. */
    public static final int FINE = 100;

    /** Weights from minus this to this are told apart. */
    public static final int RANGE = 100;

    static final Tally NONE = new Tally(new int[0], List.of(), Double.NaN);

    /** Pairs of one person by bin. */
    public final long[] same = new long[2 * RANGE * FINE + 1];

    /** Pairs of two persons by bin. */
    public final long[] other = new long[2 * RANGE * FINE + 1];

    /** For each group field and each code: pairs of one person linked, then pairs of two persons linked. */
    public final long[][] linkedSame;

    /** See {@link #linkedSame}. */
    public final long[][] linkedOther;

    private final int[] truth;
    private final List<int[]> groups;
    private final double threshold;

    Tally(int[] truth, List<int[]> groups, double threshold) {
        this.truth = truth;
        this.groups = groups;
        this.threshold = threshold;
        this.linkedSame = new long[groups.size()][];
        this.linkedOther = new long[groups.size()][];
        for (int g = 0; g < groups.size(); g++) {
            int most = 0;
            for (int code : groups.get(g)) {
                most = Math.max(most, code);
            }
            linkedSame[g] = new long[most + 1];
            linkedOther[g] = new long[most + 1];
        }
    }

    Tally another() {
        return this == NONE ? NONE : new Tally(truth, groups, threshold);
    }

    boolean wants() {
        return truth.length > 0;
    }

    /** The least weight of a bin. */
    public static double weight(int bin) {
        return (double) bin / FINE - RANGE;
    }

    static int bin(double weight) {
        return (int) Math.clamp(Math.floor((weight + RANGE) * FINE), 0, 2.0 * RANGE * FINE);
    }

    void add(int l, int r, double weight) {
        boolean one = truth[l] != 0 && truth[l] == truth[r];
        (one ? same : other)[bin(weight)]++;
        if (weight >= threshold) {
            for (int g = 0; g < groups.size(); g++) {
                int[] codes = groups.get(g);
                int code = codes[l] == codes[r] ? codes[l] : 0;
                (one ? linkedSame : linkedOther)[g][code]++;
            }
        }
    }

    void addAll(Tally tally) {
        add(same, tally.same);
        add(other, tally.other);
        for (int g = 0; g < groups.size(); g++) {
            add(linkedSame[g], tally.linkedSame[g]);
            add(linkedOther[g], tally.linkedOther[g]);
        }
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
