package ml.taama.linkage;

import java.util.List;

/**
 * Takes scored pairs in an order that is the same in every run. Pairs are prepared on the threads that compare, and kept
 * on one thread at a time.
 */
@FunctionalInterface
public interface PairSink {

    /** Prepares some pairs; what it returns is run when their turn comes. */
    Runnable take(List<Pair> pairs);

    /** Keeps nothing. */
    static PairSink none() {
        return pairs -> () -> {};
    }
}
