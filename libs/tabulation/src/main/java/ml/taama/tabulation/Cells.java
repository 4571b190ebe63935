package ml.taama.tabulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Raw counts of a table and, for each cell, the sum of record keys modulo the modulus. Dense: one place for each cell;
 * sparse: the numbers of the occupied cells in ascending order beside their counts.
 *
 * @param size cells of the whole table
 * @param index numbers of the occupied cells, or null where dense
 * @param counts units
 * @param keys cell keys
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Cells(long size, long @Nullable [] index, long[] counts, int[] keys) {

    /** Places in use; each is a cell. */
    int places() {
        return counts.length;
    }

    /** The number of the cell in a place. */
    long cell(int place) {
        return index == null ? place : index[place];
    }

    /** The place of a cell, negative where it is empty and has none. */
    int place(long cell) {
        return index == null ? (int) cell : Arrays.binarySearch(index, cell);
    }

    long count(long cell) {
        int place = place(cell);
        return place < 0 ? 0 : counts[place];
    }

    int key(long cell) {
        int place = place(cell);
        return place < 0 ? 0 : keys[place];
    }

    static int add(int one, int other, int modulus) {
        int sum = one + other;
        return sum >= modulus ? sum - modulus : sum;
    }
}
