package ml.taama.tabulation;

import java.util.Arrays;

/**
 * Counts and key sums of a table with a place for each cell. Where the modulus is a power of two up to 256 both live in
 * one int, so that the table stays in the cache: the count in the lower 24 bits, the key sum in the upper 8, where it
 * overflows without harm; before a count could overflow the table is emptied into wide sums.
 */
final class DenseTally {

    /** Added to the cell of a row that is not counted; more negative than the largest table is large. */
    static final int EXCLUDED = Integer.MIN_VALUE / 16;

    private static final int BLOCK = 2048;
    private static final int COUNT_BITS = 24;
    private static final int MOST_NARROW = 1 << (Integer.SIZE - COUNT_BITS);
    private static final int MOST_ROWS = (1 << COUNT_BITS) - BLOCK - 1;

    private final int modulus;
    private final boolean narrow;
    private final int[] table;
    private final long[] counts;
    private final long[] keySums;
    private final int[] cells = new int[BLOCK];
    private int pending;

    DenseTally(int size, int modulus) {
        this.modulus = modulus;
        narrow = Integer.bitCount(modulus) == 1 && modulus <= MOST_NARROW;
        table = new int[narrow ? size : 0];
        counts = new long[size];
        keySums = new long[size];
    }

    /** How the cell of a row is put together. */
    interface Locator {
        /** Adds to {@code cells} what each of {@code length} rows from {@code from} contributes. */
        void add(int[] cells, int from, int length);
    }

    /** Counts rows {@code [from, to)}. */
    void count(Locator locator, Codes keys, int from, int to) {
        for (int block = from; block < to; block += BLOCK) {
            int length = Math.min(BLOCK, to - block);
            Arrays.fill(cells, 0, length, 0);
            locator.add(cells, block, length);
            if (narrow && keys instanceof Codes.Bytes(byte[] values)) {
                scatter(values, block, length);
                pending(length);
            } else {
                scatter(keys, block, length);
            }
        }
    }

    /** Counts rows {@code [from, to)} whose cell is a sum of codes times strides, without a detour. */
    void count(byte[][] codes, int[] strides, byte[] keys, int from, int to) {
        for (int block = from; block < to; block += BLOCK) {
            int end = Math.min(to, block + BLOCK);
            FusedLoops.count(table, keys, codes, strides, block, end);
            pending(end - block);
        }
    }

    /** Whether the direct way exists for a number of variables. */
    boolean direct(int variables) {
        return narrow && variables >= 1 && variables <= FusedLoops.MOST;
    }

    private void scatter(byte[] keys, int block, int length) {
        for (int i = 0; i < length; i++) {
            if (cells[i] >= 0) {
                table[cells[i]] += (keys[block + i] & 0xff) << COUNT_BITS | 1;
            }
        }
    }

    private void scatter(Codes keys, int block, int length) {
        for (int i = 0; i < length; i++) {
            if (cells[i] >= 0) {
                counts[cells[i]]++;
                keySums[cells[i]] += keys.at(block + i);
            }
        }
    }

    private void pending(int rows) {
        pending += rows;
        if (pending >= MOST_ROWS) {
            empty();
        }
    }

    private void empty() {
        for (int cell = 0; cell < table.length; cell++) {
            counts[cell] += table[cell] & ((1 << COUNT_BITS) - 1);
            keySums[cell] += table[cell] >>> COUNT_BITS;
        }
        Arrays.fill(table, 0);
        pending = 0;
    }

    /** The sum of several tallies of one shape. */
    static Cells sum(DenseTally[] tallies) {
        DenseTally first = tallies[0];
        first.empty();
        for (int part = 1; part < tallies.length; part++) {
            tallies[part].empty();
            for (int cell = 0; cell < first.counts.length; cell++) {
                first.counts[cell] += tallies[part].counts[cell];
                first.keySums[cell] += tallies[part].keySums[cell];
            }
        }
        int[] keys = new int[first.counts.length];
        for (int cell = 0; cell < keys.length; cell++) {
            keys[cell] = (int) (first.keySums[cell] % first.modulus);
        }
        return new Cells(keys.length, null, first.counts, keys);
    }
}
