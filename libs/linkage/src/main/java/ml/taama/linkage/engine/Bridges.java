package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ml.taama.linkage.Clustering.Bridge;

/**
 * Links that alone hold two groups of at least two records together (Tarjan 1974): the first to look at when a person
 * seems to be two. Time and memory are proportional to records and links.
 */
final class Bridges {

    private static final int MOST = 100;

    private final int[] first;
    private final int[] next;
    private final Edges edges;
    private final int[] entered;
    private final int[] low;
    private final int[] below;
    private final List<Bridge> found = new ArrayList<>();

    private Bridges(int records, Edges edges) {
        this.edges = edges;
        first = new int[records];
        Arrays.fill(first, -1);
        next = new int[edges.size * 2];
        for (int e = 0; e < edges.size; e++) {
            next[2 * e] = first[edges.left[e]];
            first[edges.left[e]] = 2 * e;
            next[2 * e + 1] = first[edges.right[e]];
            first[edges.right[e]] = 2 * e + 1;
        }
        entered = new int[records];
        low = new int[records];
        below = new int[records];
    }

    static List<Bridge> find(int records, Edges edges) {
        if (edges.size == 0 || edges.size > Integer.MAX_VALUE / 4) {
            return List.of();
        }
        Bridges bridges = new Bridges(records, edges);
        int[] stack = new int[records];
        int[] by = new int[records];
        int[] at = bridges.first.clone();
        int clock = 0;
        for (int root = 0; root < records; root++) {
            if (bridges.entered[root] == 0 && bridges.first[root] >= 0) {
                clock = bridges.walk(root, clock, stack, by, at);
            }
        }
        return bridges.found.stream()
                .sorted(Comparator.comparingDouble(Bridge::weight)
                        .thenComparing(Comparator.comparingInt(Bridge::smaller).reversed()))
                .limit(MOST)
                .toList();
    }

    private int walk(int root, int start, int[] stack, int[] by, int[] at) {
        int clock = start;
        int depth = 0;
        int before = found.size();
        stack[0] = root;
        by[root] = -1;
        entered[root] = low[root] = ++clock;
        below[root] = 1;
        while (depth >= 0) {
            int record = stack[depth];
            int link = at[record];
            if (link >= 0) {
                at[record] = next[link];
                int other = (link & 1) == 0 ? edges.right[link >> 1] : edges.left[link >> 1];
                if (entered[other] == 0) {
                    entered[other] = low[other] = ++clock;
                    below[other] = 1;
                    by[other] = link >> 1;
                    stack[++depth] = other;
                } else if (link >> 1 != by[record]) {
                    low[record] = Math.min(low[record], entered[other]);
                }
            } else {
                depth--;
                if (depth >= 0) {
                    leave(record, stack[depth], by[record]);
                }
            }
        }
        settle(before, below[root]);
        return clock;
    }

    private void leave(int record, int parent, int edge) {
        low[parent] = Math.min(low[parent], low[record]);
        below[parent] += below[record];
        if (low[record] == entered[record] && below[record] > 1) {
            found.add(new Bridge(edges.left[edge], edges.right[edge], edges.weight[edge], below[record], 0));
        }
    }

    /** Once a component is known as a whole, keeps the bridges with two records on either side. */
    private void settle(int from, int size) {
        List<Bridge> whole = found.subList(from, found.size());
        whole.removeIf(b -> size - b.smaller() < 2);
        whole.replaceAll(b -> new Bridge(
                b.left(),
                b.right(),
                b.weight(),
                Math.min(b.smaller(), size - b.smaller()),
                Math.max(b.smaller(), size - b.smaller())));
    }
}
