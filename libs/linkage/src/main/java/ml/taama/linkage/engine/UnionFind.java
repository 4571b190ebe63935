package ml.taama.linkage.engine;

/** Disjoint sets of records, by rank of size and path halving (Tarjan 1975). */
final class UnionFind {

    private final int[] parent;
    private final int[] size;

    UnionFind(int records) {
        parent = new int[records];
        size = new int[records];
        for (int i = 0; i < records; i++) {
            parent[i] = i;
            size[i] = 1;
        }
    }

    int find(int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    int size(int root) {
        return size[root];
    }

    /** Joins two roots; returns the root of both. */
    int join(int a, int b) {
        if (a == b) {
            return a;
        }
        int large = size[a] >= size[b] ? a : b;
        int small = large == a ? b : a;
        parent[small] = large;
        size[large] += size[small];
        return large;
    }
}
