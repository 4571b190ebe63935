package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;

/** Which comparisons are made of which fields, decided once before a pass over pairs. */
final class Plan {

    final Records records;
    final Model model;
    final List<Comparison> comparisons;
    final long[] strides;

    /** Number of patterns that there could be. */
    final long patterns;

    final boolean[] coded;
    final boolean[] weighted;
    final int rules;

    Plan(Records records, Model model, List<Comparison> comparisons, boolean scoring, int rules) {
        this.records = records;
        this.model = model;
        this.comparisons = comparisons;
        this.rules = rules;
        this.strides = new long[comparisons.size()];
        this.coded = new boolean[records.fields.size()];
        this.weighted = new boolean[records.fields.size()];
        long stride = 1;
        for (int c = 0; c < strides.length; c++) {
            strides[c] = stride;
            stride = Math.multiplyExact(
                    stride, (long) comparisons.get(c).levels().size());
            mark(coded, comparisons.get(c).fields());
            for (Level level : comparisons.get(c).levels()) {
                if (scoring) {
                    level.frequency().ifPresent(tf -> mark(weighted, Set.of(tf.field())));
                }
            }
        }
        this.patterns = stride;
    }

    private void mark(boolean[] flags, Set<String> names) {
        names.forEach(name -> flags[records.indexOf(name)] = true);
    }

    /** The comparators, new ones for a thread of its own. */
    List<Judge> judges() {
        List<Judge> judges = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            judges.add(Judge.of(comparison, records));
        }
        return judges;
    }

    int level(long pattern, int comparison) {
        return (int) (pattern
                / strides[comparison]
                % comparisons.get(comparison).levels().size());
    }

    /** The pattern as comparison vector values, for people and files. */
    String say(long pattern) {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < comparisons.size(); c++) {
            out.append(c == 0 ? "" : "|").append(comparisons.get(c).gamma(level(pattern, c)));
        }
        return out.toString();
    }
}
