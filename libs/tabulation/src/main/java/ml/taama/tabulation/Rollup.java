package ml.taama.tabulation;

import java.util.Arrays;
import java.util.List;

/**
 * Subtotals and totals from the finest level of each axis. Counts and cell keys add up exactly where each row is a
 * counted unit of its own, since sums of keys are additive modulo the modulus.
 */
final class Rollup {

    private Rollup() {}

    /** Sizes of the finest levels. */
    static int[] finest(List<Side> sides) {
        return sides.stream()
                .mapToInt(s -> s.simple()
                        ? s.size()
                        : (int) Arrays.stream(s.positions().getFirst())
                                .filter(p -> p >= 0)
                                .distinct()
                                .count())
                .toArray();
    }

    /** The node of each category of the finest level of an axis. */
    static int[] finestNodes(Side side) {
        return Arrays.stream(side.positions().getFirst())
                .filter(p -> p >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    /** For each code its place among the categories of the finest level, or -1. */
    static int[] finestPlaces(Side side) {
        int[] nodes = finestNodes(side);
        return Arrays.stream(side.positions().getFirst())
                .map(p -> p < 0 ? -1 : Arrays.binarySearch(nodes, p))
                .toArray();
    }

    /** All levels of all axes, from a table over the finest levels. */
    static Cells expand(Cells base, Plan plan, int modulus, long most) {
        if (plan.simple()) {
            return base;
        }
        return base.index() == null && plan.cells() <= most
                ? dense(base, plan, modulus)
                : sparse(base, plan, modulus, most);
    }

    private static Cells dense(Cells base, Plan plan, int modulus) {
        int[] sizes = finest(plan.sides());
        long[] counts = base.counts();
        int[] keys = base.keys();
        for (int axis = 0; axis < sizes.length; axis++) {
            Side side = plan.sides().get(axis);
            if (side.simple()) {
                continue;
            }
            int before = Math.toIntExact(Plan.product(Arrays.copyOf(sizes, axis)));
            int after = Math.toIntExact(Plan.product(Arrays.copyOfRange(sizes, axis + 1, sizes.length)));
            int[][] targets = targets(side);
            long[] moreCounts = new long[before * side.size() * after];
            int[] moreKeys = new int[moreCounts.length];
            for (int outer = 0; outer < before; outer++) {
                for (int place = 0; place < sizes[axis]; place++) {
                    for (int target : targets[place]) {
                        int from = (outer * sizes[axis] + place) * after;
                        int to = (outer * side.size() + target) * after;
                        for (int inner = 0; inner < after; inner++) {
                            moreCounts[to + inner] += counts[from + inner];
                            moreKeys[to + inner] = Cells.add(moreKeys[to + inner], keys[from + inner], modulus);
                        }
                    }
                }
            }
            counts = moreCounts;
            keys = moreKeys;
            sizes[axis] = side.size();
        }
        return new Cells(counts.length, null, counts, keys);
    }

    /** For each category of the finest level the nodes that it is part of. */
    static int[][] targets(Side side) {
        int[] nodes = finestNodes(side);
        int[][] targets = new int[nodes.length][];
        int[] finest = side.positions().getFirst();
        for (int code = 0; code < finest.length; code++) {
            if (finest[code] >= 0) {
                int at = code;
                targets[Arrays.binarySearch(nodes, finest[code])] = side.positions().stream()
                        .mapToInt(level -> level[at])
                        .filter(p -> p >= 0)
                        .toArray();
            }
        }
        return targets;
    }

    private static Cells sparse(Cells base, Plan plan, int modulus, long most) {
        int[] sizes = finest(plan.sides());
        long[] strides = Plan.strides(sizes);
        long[] wider = Plan.strides(plan.sizes());
        List<int[][]> targets = plan.sides().stream().map(Rollup::targets).toList();
        HashTally tally = new HashTally(most);
        for (int place = 0; place < base.places(); place++) {
            if (base.counts()[place] > 0) {
                spread(tally, base, place, targets, strides, sizes, wider, 0, 0);
            }
        }
        return tally.cells(plan.cells(), modulus);
    }

    private static void spread(
            HashTally tally,
            Cells base,
            int place,
            List<int[][]> targets,
            long[] strides,
            int[] sizes,
            long[] wider,
            int axis,
            long cell) {
        if (axis == sizes.length) {
            tally.add(cell, base.counts()[place], base.keys()[place]);
            return;
        }
        int category = (int) (base.cell(place) / strides[axis] % sizes[axis]);
        for (int target : targets.get(axis)[category]) {
            spread(tally, base, place, targets, strides, sizes, wider, axis + 1, cell + target * wider[axis]);
        }
    }
}
