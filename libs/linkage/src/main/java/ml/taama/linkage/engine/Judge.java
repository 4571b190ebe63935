package ml.taama.linkage.engine;

import ml.taama.linkage.Comparison;

/** Finds the level of many pairs for one comparison. One thread's own. */
abstract class Judge {

    /** The fastest judge that knows the shape of a comparison. */
    static Judge of(Comparison comparison, Records records) {
        return Ladder.fits(comparison) ? new Ladder(comparison, records) : new AnyLevels(comparison, records);
    }

    /** Adds the level of each pair, times the stride, to its pattern. */
    abstract void judge(Rows rows, int[] left, int[] right, int pairs, long stride, long[] patterns);
}
