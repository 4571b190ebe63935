package ml.taama.linkage.engine;

import java.util.Arrays;

/** The patterns seen, numbered from 0, and how often each was: a few hundred, whatever the number of pairs. */
final class Patterns {

    private static final int DENSE = 1 << 16;

    private final int[] dense;
    private final LongIntMap sparse;
    private long[] patterns = new long[64];
    private long[] counts = new long[64];
    private int size;

    Patterns(long possible) {
        dense = new int[possible <= DENSE ? (int) possible : 0];
        sparse = new LongIntMap(256);
    }

    int size() {
        return size;
    }

    long pattern(int number) {
        return patterns[number];
    }

    long count(int number) {
        return counts[number];
    }

    /** The number of a pattern, new or known. */
    int number(long pattern) {
        int known = dense.length > 0 ? dense[(int) pattern] : sparse.find(pattern);
        return known > 0 ? known - 1 : add(pattern);
    }

    private int add(long pattern) {
        if (dense.length > 0) {
            dense[(int) pattern] = size + 1;
        } else {
            sparse.number(pattern);
        }
        if (size == patterns.length) {
            patterns = Arrays.copyOf(patterns, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        patterns[size] = pattern;
        return size++;
    }

    /** Counts one more pair of a pattern by its number. */
    void hit(int number) {
        counts[number]++;
    }

    void count(long pattern, long times) {
        int number = number(pattern);
        counts[number] += times;
    }

    void addAll(Patterns other) {
        for (int i = 0; i < other.size; i++) {
            count(other.patterns[i], other.counts[i]);
        }
    }

    /** The same patterns in ascending order, so that sums over them do not depend on the order of work. */
    Patterns sorted(long possible) {
        long[] order = Arrays.copyOf(patterns, size);
        Arrays.sort(order);
        Patterns sorted = new Patterns(possible);
        for (long pattern : order) {
            sorted.count(pattern, counts[number(pattern)]);
        }
        return sorted;
    }
}
