package ml.taama.linkage;

/**
 * How a run may use the machine, and who watches.
 *
 * @param threads that compare pairs
 * @param memory bytes that links may take; more is refused at the end of scoring, with what all links take
 * @param progress told how far a stage is
 */
public record Settings(int threads, long memory, Progress progress) {

    /** Told how far a stage is; called from any thread of the run, one at a time. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A stage moves on.
         *
         * @param stage a stable name for message bundles: {@code train} or {@code predict}
         * @param done pairs so far
         * @param total pairs expected, before the precedence of rules; 0 when unknown
         */
        void at(String stage, long done, long total);
    }

    /** All processors, half of the heap, nobody watching. */
    public static Settings usual() {
        return new Settings(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 2, (s, d, t) -> {});
    }

    /** The same with another number of threads. */
    public Settings withThreads(int other) {
        return new Settings(other, memory, progress);
    }
}
