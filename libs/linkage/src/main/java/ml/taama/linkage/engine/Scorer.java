package ml.taama.linkage.engine;

import java.util.Arrays;
import ml.taama.linkage.engine.Weights.Adjustment;

/** Gives each pair its weight, counts patterns, and passes on pairs from a weight upward. One thread's own. */
final class Scorer implements Scan.Consumer {

    /** Pairs of a task that weigh enough, in order. */
    static final class Scored {
        int[] left = new int[256];
        int[] right = new int[256];
        long[] pattern = new long[256];
        double[] weight = new double[256];
        int size;

        void add(int l, int r, long p, double w) {
            if (size == left.length) {
                int room = size * 2;
                left = Arrays.copyOf(left, room);
                right = Arrays.copyOf(right, room);
                pattern = Arrays.copyOf(pattern, room);
                weight = Arrays.copyOf(weight, room);
            }
            left[size] = l;
            right[size] = r;
            pattern[size] = p;
            weight[size++] = w;
        }
    }

    /** Prepares what is done in order with the pairs of a task. */
    interface Sink {
        Runnable take(Scored scored);
    }

    final Patterns patterns;
    private final Weights weights;
    private final double least;
    private final Sink sink;
    private final Tally tally;
    private double[] base = {};
    private double[] most = {};
    private Adjustment[][] adjustments = {};
    private int known;
    private Scored scored = new Scored();

    Scorer(Plan plan, Weights weights, double least, Sink sink, Tally tally) {
        this.patterns = new Patterns(plan.patterns);
        this.weights = weights;
        this.least = least;
        this.sink = sink;
        this.tally = tally;
    }

    @Override
    public void accept(Rows rows, int[] left, int[] right, long[] pattern, int pairs) {
        boolean all = tally.wants();
        for (int i = 0; i < pairs; i++) {
            long p = pattern[i];
            int number = patterns.number(p);
            if (number >= known) {
                learn();
            }
            patterns.hit(number);
            if (most[number] < least && !all) {
                continue;
            }
            double weight = base[number];
            for (Adjustment a : adjustments[number]) {
                double[] frequency = rows.logFrequency[a.field()];
                weight += a.of(frequency[left[i]], frequency[right[i]]);
            }
            weight = Weights.bounded(weight);
            int l = rows.record[left[i]];
            int r = rows.record[right[i]];
            if (all) {
                tally.add(l, r, weight);
            }
            if (weight >= least) {
                scored.add(l, r, p, weight);
            }
        }
    }

    private void learn() {
        if (patterns.size() > base.length) {
            int room = Math.max(64, patterns.size() * 2);
            base = Arrays.copyOf(base, room);
            most = Arrays.copyOf(most, room);
            adjustments = Arrays.copyOf(adjustments, room);
        }
        for (; known < patterns.size(); known++) {
            base[known] = weights.base(patterns.pattern(known));
            most[known] = weights.most(patterns.pattern(known));
            adjustments[known] = weights.adjustments(patterns.pattern(known));
        }
    }

    @Override
    public Runnable endOfTask() {
        Scored done = scored;
        if (done.size == 0) {
            return () -> {};
        }
        scored = new Scored();
        return sink.take(done);
    }

    Tally tally() {
        return tally;
    }
}
