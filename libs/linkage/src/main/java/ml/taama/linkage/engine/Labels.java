package ml.taama.linkage.engine;

import java.util.Arrays;
import java.util.List;
import ml.taama.linkage.Model.Sources;

/** Patterns of the pairs that are known to be of one person. */
final class Labels {

    /** Records of one person of which pairs are taken; more add nothing but time. */
    private static final int MOST = 256;

    private static final Blocks[] NONE = {};

    private Labels() {}

    /** Takes the records of one person. */
    private interface Persons {
        void take(long[] sorted, int from, int to);
    }

    private static void each(int[] truth, Persons persons) {
        int n = truth.length;
        long[] sorted = new long[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = (long) truth[i] << Integer.SIZE | i;
        }
        Arrays.sort(sorted);
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                to++;
            }
            if (sorted[from] >> Integer.SIZE != 0 && to - from > 1) {
                persons.take(sorted, from, to);
            }
            from = to;
        }
    }

    /** Number of pairs of one person that some of the blocks hold, then that each holds. */
    static long[] found(Records records, List<Blocks> blocks, int[] truth) {
        long[] found = new long[blocks.size() + 1];
        boolean link = records.model.sources() == Sources.LINK;
        each(truth, (sorted, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    int a = (int) sorted[i];
                    int b = (int) sorted[j];
                    if (!link || records.source(a) != records.source(b)) {
                        count(blocks, a, b, found);
                    }
                }
            }
        });
        return found;
    }

    private static void count(List<Blocks> blocks, int a, int b, long[] found) {
        boolean any = false;
        for (int k = 0; k < blocks.size(); k++) {
            int[] block = blocks.get(k).block;
            if (block[a] != 0 && block[a] == block[b]) {
                found[k + 1]++;
                any = true;
            }
        }
        found[0] += any ? 1 : 0;
    }

    static Patterns patterns(Plan plan, int[] truth, int[] ranks) {
        Patterns patterns = new Patterns(plan.patterns);
        Rows rows = new Rows(plan, MOST);
        List<Judge> judges = plan.judges();
        each(
                truth,
                (sorted, from, to) ->
                        person(plan, sorted, from, Math.min(to, from + MOST), ranks, rows, judges, patterns));
        return patterns;
    }

    private static void person(
            Plan plan, long[] sorted, int from, int to, int[] ranks, Rows rows, List<Judge> judges, Patterns patterns) {
        int[] records = new int[to - from];
        Arrays.setAll(records, i -> (int) sorted[from + i]);
        rows.clear();
        rows.add(records, 0, records.length, NONE);
        int[] left = new int[1];
        int[] right = new int[1];
        long[] pattern = new long[1];
        boolean link = plan.records.model.sources() == Sources.LINK;
        for (int i = 0; i < records.length; i++) {
            for (int j = i + 1; j < records.length; j++) {
                if (link && plan.records.source(records[i]) == plan.records.source(records[j])) {
                    continue;
                }
                boolean turned = ranks.length > 0 && ranks[records[i]] > ranks[records[j]];
                left[0] = turned ? j : i;
                right[0] = turned ? i : j;
                pattern[0] = 0;
                for (int c = 0; c < judges.size(); c++) {
                    judges.get(c).judge(rows, left, right, 1, plan.strides[c], pattern);
                }
                patterns.count(pattern[0], 1);
            }
        }
    }
}
