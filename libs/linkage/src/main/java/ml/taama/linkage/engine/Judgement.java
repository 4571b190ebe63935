package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.linkage.Evaluation;
import ml.taama.linkage.Evaluation.Group;
import ml.taama.linkage.Evaluation.Quality;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.engine.Engine.Scores;

/** Quality from tallied weights. */
public final class Judgement {

    private static final int CURVE = Tally.FINE / 4;

    private Judgement() {}

    /** Judges scores against the person of each record. */
    public static Evaluation of(Records records, Scores scores, int[] truth, List<String> groups, double threshold) {
        Tally tally = scores.tally();
        long pairs = truePairs(records, truth);
        List<Quality> curve = new ArrayList<>();
        Quality best = new Quality(Double.POSITIVE_INFINITY, 0, 0, pairs);
        long right = 0;
        long wrong = 0;
        for (int bin = tally.same.length - 1; bin >= 0; bin--) {
            right += tally.same[bin];
            wrong += tally.other[bin];
            Quality here = new Quality(Tally.weight(bin), right, wrong, pairs - right);
            if (here.f1() > best.f1()) {
                best = here;
            }
            if (bin % CURVE == 0) {
                curve.add(here);
            }
        }
        long found = right;
        List<Quality> trimmed = trim(curve.reversed());
        return new Evaluation(
                pairs,
                right + wrong,
                found,
                exact(tally, threshold, pairs),
                best,
                trimmed,
                groups(records, tally, truth, groups, threshold));
    }

    /** At the threshold links were counted one by one, not in bins. */
    private static Quality exact(Tally tally, double threshold, long pairs) {
        long right = 0;
        long wrong = 0;
        for (int code = 0; code < tally.linkedSame[0].length; code++) {
            right += tally.linkedSame[0][code];
            wrong += tally.linkedOther[0][code];
        }
        return new Quality(threshold, right, wrong, pairs - right);
    }

    private static List<Quality> trim(List<Quality> curve) {
        List<Quality> trimmed = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            if (curve.get(i).right() + curve.get(i).wrong() == 0) {
                trimmed.add(curve.get(i));
                break;
            }
            boolean still = i + 1 < curve.size()
                    && curve.get(i).right() == curve.get(i + 1).right()
                    && curve.get(i).wrong() == curve.get(i + 1).wrong()
                    && (trimmed.isEmpty()
                            || trimmed.getLast().right() == curve.get(i).right());
            if (!still) {
                trimmed.add(curve.get(i));
            }
        }
        return trimmed;
    }

    static long truePairs(Records records, int[] truth) {
        return pairs(records, truth, new int[truth.length]).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Pairs of one person by the group of both; group 0 when the two differ. */
    private static Map<Integer, Long> pairs(Records records, int[] truth, int[] group) {
        long[] sorted = new long[truth.length];
        int known = 0;
        for (int record = 0; record < truth.length; record++) {
            if (truth[record] != 0) {
                sorted[known++] = (long) truth[record] << Integer.SIZE
                        | (long) group[record] << 1
                        | (records.model.sources() == Sources.LINK ? records.source(record) : 0);
            }
        }
        Arrays.sort(sorted, 0, known);
        boolean link = records.model.sources() == Sources.LINK;
        Map<Integer, Long> pairs = new HashMap<>();
        long[] person = new long[2];
        long[] within = new long[2];
        long all = 0;
        long inGroups = 0;
        for (int i = 0; i < known; i++) {
            person[(int) sorted[i] & 1]++;
            within[(int) sorted[i] & 1]++;
            boolean last = i + 1 == known;
            if (last || sorted[i] >> 1 != sorted[i + 1] >> 1) {
                pairs.merge((int) sorted[i] >>> 1, count(within, link), Long::sum);
                inGroups += count(within, link);
                Arrays.fill(within, 0);
            }
            if (last || sorted[i] >> Integer.SIZE != sorted[i + 1] >> Integer.SIZE) {
                all += count(person, link);
                Arrays.fill(person, 0);
            }
        }
        pairs.merge(0, all - inGroups, Long::sum);
        return pairs;
    }

    private static long count(long[] n, boolean link) {
        return link ? n[0] * n[1] : n[0] * (n[0] - 1) / 2;
    }

    private static List<Group> groups(
            Records records, Tally tally, int[] truth, List<String> fields, double threshold) {
        List<Group> groups = new ArrayList<>();
        for (int g = 1; g < tally.linkedSame.length; g++) {
            FieldColumn field = records.field(fields.get(g - 1));
            Map<Integer, Long> pairs = pairs(records, truth, field.codes);
            for (int code = 0; code < tally.linkedSame[g].length; code++) {
                long right = tally.linkedSame[g][code];
                long missed = pairs.getOrDefault(code, 0L) - right;
                if (right + missed + tally.linkedOther[g][code] > 0) {
                    groups.add(new Group(
                            field.field.name(),
                            code == 0 ? "" : field.values.value(code),
                            new Quality(threshold, right, tally.linkedOther[g][code], missed)));
                }
            }
        }
        return groups;
    }
}
