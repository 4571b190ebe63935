package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cells that cannot hold anyone, as the schema says. */
final class Structure {

    private final List<boolean[][]> combinations = new ArrayList<>();
    private final int[] sizes;
    private final long[] strides;

    Structure(List<Map<String, Set<String>>> impossible, Plan plan) {
        sizes = plan.sizes();
        strides = Plan.strides(sizes);
        for (Map<String, Set<String>> combination : impossible) {
            combination(combination, plan);
        }
    }

    /** Keeps, for each axis, the nodes all of whose codes belong to the combination. */
    private void combination(Map<String, Set<String>> combination, Plan plan) {
        boolean[][] nodes = new boolean[sizes.length][];
        int found = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            Side side = plan.sides().get(axis);
            Set<String> codes = combination.get(side.variable());
            nodes[axis] = new boolean[sizes[axis]];
            found += codes == null ? 0 : 1;
            for (int node = 0; node < sizes[axis]; node++) {
                nodes[axis][node] = codes == null || within(side, node, codes);
            }
        }
        if (found == combination.size()) {
            combinations.add(nodes);
        }
    }

    private static boolean within(Side side, int node, Set<String> codes) {
        boolean[] held = side.codesOf(node);
        for (Node finest : side.dictionary().level("").nodes()) {
            int code = side.dictionary().find(finest.code()).orElseThrow();
            if (held[code] && !codes.contains(finest.code())) {
                return false;
            }
        }
        return true;
    }

    boolean impossible(long cell) {
        for (boolean[][] nodes : combinations) {
            boolean all = true;
            for (int axis = 0; axis < sizes.length && all; axis++) {
                all = nodes[axis][(int) (cell / strides[axis] % sizes[axis])];
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}
