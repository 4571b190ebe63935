package ml.taama.tabulation;

/**
 * Counts and key sums of a table with a place for each cell. Where the modulus is a power of two both live in one long:
 * the count in the lower half, the key sum in the upper half, where it may overflow without harm.
 */
final class DenseTally {

    private static final int BLOCK = 2048;
    /** Small tables are kept in several copies, so that neighbouring rows of one cell do not wait for each other. */
    private static final int COPIES = 4;

    private static final int SMALL = 2048;
    /** Added to the cell of a row that is not counted; more negative than the largest table is large. */
    static final int EXCLUDED = Integer.MIN_VALUE / 16;

    private final int size;
    private final int modulus;
    private final boolean packed;
    private final int copies;
    private final long[] table;
    private final long[] keySums;
    private final int[] cells = new int[BLOCK];

    DenseTally(int size, int modulus) {
        this.size = size;
        this.modulus = modulus;
        packed = Integer.bitCount(modulus) == 1;
        copies = packed && size <= SMALL ? COPIES : 1;
        table = new long[size * copies];
        keySums = packed ? new long[0] : new long[size];
    }

    /** How the cell of a row is put together. */
    interface Locator {
        /** Adds to {@code cells} what each of {@code length} rows from {@code from} contributes. */
        void add(int[] cells, int from, int length);
    }

    /** Counts rows {@code [from, to)}. */
    void count(Locator locator, Codes keys, int from, int to, boolean filtered) {
        for (int block = from; block < to; block += BLOCK) {
            int length = Math.min(BLOCK, to - block);
            java.util.Arrays.fill(cells, 0, length, 0);
            locator.add(cells, block, length);
            if (!packed) {
                separate(keys, block, length);
            } else if (keys instanceof Codes.Bytes(byte[] values)) {
                scatter(values, block, length, filtered);
            } else {
                scatter(keys, block, length);
            }
        }
    }

    private void scatter(byte[] keys, int block, int length, boolean filtered) {
        if (filtered) {
            for (int i = 0; i < length; i++) {
                if (cells[i] >= 0) {
                    table[cells[i]] += (long) (keys[block + i] & 0xff) << 32 | 1;
                }
            }
            return;
        }
        if (copies == 1) {
            for (int i = 0; i < length; i++) {
                table[cells[i]] += (long) (keys[block + i] & 0xff) << 32 | 1;
            }
            return;
        }
        int i = 0;
        for (; i + COPIES <= length; i += COPIES) {
            table[cells[i]] += (long) (keys[block + i] & 0xff) << 32 | 1;
            table[cells[i + 1] + size] += (long) (keys[block + i + 1] & 0xff) << 32 | 1;
            table[cells[i + 2] + 2 * size] += (long) (keys[block + i + 2] & 0xff) << 32 | 1;
            table[cells[i + 3] + 3 * size] += (long) (keys[block + i + 3] & 0xff) << 32 | 1;
        }
        for (; i < length; i++) {
            table[cells[i]] += (long) (keys[block + i] & 0xff) << 32 | 1;
        }
    }

    private void scatter(Codes keys, int block, int length) {
        for (int i = 0; i < length; i++) {
            if (cells[i] >= 0) {
                table[cells[i]] += (long) keys.at(block + i) << 32 | 1;
            }
        }
    }

    private void separate(Codes keys, int block, int length) {
        for (int i = 0; i < length; i++) {
            if (cells[i] >= 0) {
                table[cells[i]]++;
                keySums[cells[i]] += keys.at(block + i);
            }
        }
    }

    /** The sum of several tallies of one shape. */
    static Cells sum(DenseTally[] tallies) {
        DenseTally first = tallies[0];
        long[] counts = new long[first.size];
        int[] keys = new int[first.size];
        for (int cell = 0; cell < first.size; cell++) {
            long sum = 0;
            long keySum = 0;
            for (DenseTally tally : tallies) {
                for (int copy = 0; copy < tally.copies; copy++) {
                    sum += tally.table[copy * tally.size + cell];
                }
                keySum += tally.packed ? 0 : tally.keySums[cell];
            }
            counts[cell] = first.packed ? sum & 0xffffffffL : sum;
            keys[cell] = first.packed
                    ? (int) (sum >>> 32) & first.modulus - 1
                    : (int) Math.floorMod(keySum, (long) first.modulus);
        }
        return new Cells(first.size, null, counts, keys);
    }
}
