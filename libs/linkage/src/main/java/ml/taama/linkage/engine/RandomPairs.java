package ml.taama.linkage.engine;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.taama.linkage.Model.Sources;

/** Patterns of pairs drawn at random: nearly all of them are of two persons. The same seed draws the same pairs. */
final class RandomPairs {

    private static final int BATCH = 1024;
    private static final long SHARE = 1 << 16;
    private static final Blocks[] NONE = {};

    private RandomPairs() {}

    /** Pairs are drawn in shares, each with a seed of its own, so that the number of threads changes nothing. */
    static Patterns patterns(Plan plan, Engine engine, long pairs, long seed) {
        Records records = plan.records;
        Patterns patterns = new Patterns(plan.patterns);
        boolean link = records.model.sources() == Sources.LINK;
        int firsts = link ? records.size(0) : records.size;
        if (firsts < 1 || (link && records.size == firsts) || records.size < 2) {
            return patterns;
        }
        int[] ranks = engine.ranks();
        int shares = (int) ((pairs + SHARE - 1) / SHARE);
        IntStream each = IntStream.range(0, shares);
        (engine.threads() > 1 ? each.parallel() : each)
                .mapToObj(share -> drawn(plan, ranks, Math.min(SHARE, pairs - share * SHARE), seed + share))
                .toList()
                .forEach(patterns::addAll);
        return patterns;
    }

    private static Patterns drawn(Plan plan, int[] ranks, long pairs, long seed) {
        Records records = plan.records;
        Patterns patterns = new Patterns(plan.patterns);
        boolean link = records.model.sources() == Sources.LINK;
        int firsts = link ? records.size(0) : records.size;
        int from = link ? records.size(0) : 0;
        int seconds = records.size - from;
        SplittableRandom random = new SplittableRandom(seed);
        Rows rows = new Rows(plan, 2 * BATCH);
        List<Judge> judges = plan.judges();
        int[] drawn = new int[2 * BATCH];
        int[] left = new int[BATCH];
        int[] right = new int[BATCH];
        long[] pattern = new long[BATCH];
        for (long done = 0; done < pairs; done += BATCH) {
            int n = (int) Math.min(BATCH, pairs - done);
            for (int i = 0; i < n; i++) {
                int a = random.nextInt(firsts);
                int b = from + random.nextInt(seconds);
                while (b == a) {
                    b = from + random.nextInt(seconds);
                }
                boolean turned = ranks.length > 0 && ranks[a] > ranks[b];
                drawn[2 * i] = turned ? b : a;
                drawn[2 * i + 1] = turned ? a : b;
                left[i] = 2 * i;
                right[i] = 2 * i + 1;
            }
            rows.clear();
            rows.add(drawn, 0, 2 * n, NONE);
            Arrays.fill(pattern, 0);
            for (int c = 0; c < judges.size(); c++) {
                judges.get(c).judge(rows, left, right, n, plan.strides[c], pattern);
            }
            for (int i = 0; i < n; i++) {
                patterns.count(pattern[i], 1);
            }
        }
        return patterns;
    }
}
