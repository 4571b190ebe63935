package ml.taama.linkage.engine;

import java.util.List;
import ml.taama.linkage.Comparison;

/** A comparison of any shape: its conditions are tried one after the other. */
final class AnyLevels extends Judge {

    private final List<Test> tests;

    AnyLevels(Comparison comparison, Records records) {
        tests = comparison.levels().stream()
                .map(l -> Test.of(l.when(), records))
                .toList();
    }

    @Override
    void judge(Rows rows, int[] left, int[] right, int pairs, long stride, long[] patterns) {
        Test[] all = tests.toArray(Test[]::new);
        for (int i = 0; i < pairs; i++) {
            int level = 0;
            while (all[level].test(rows, left[i], right[i]) != Test.TRUE) {
                level++;
            }
            patterns[i] += level * stride;
        }
    }
}
