package ml.taama.linkage.engine;

/** Counts pairs by pattern. One thread's own. */
final class Counter implements Scan.Consumer {

    final Patterns patterns;
    long pairs;

    Counter(Plan plan) {
        patterns = new Patterns(plan.patterns);
    }

    @Override
    public void accept(Rows rows, int[] left, int[] right, long[] pattern, int count) {
        pairs += count;
        for (int i = 0; i < count; i++) {
            patterns.hit(patterns.number(pattern[i]));
        }
    }
}
