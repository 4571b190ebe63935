package ml.taama.tabulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** Counts and key sums of the cells that occur, by open addressing; for tables with far more cells than units. */
final class HashTally {

    private static final int FIRST = 1 << 12;

    private final long most;
    private long[] cells = new long[FIRST];
    private long[] counts = new long[FIRST];
    private long[] keys = new long[FIRST];
    private int size;

    /** At most {@code most} occupied cells. */
    HashTally(long most) {
        this.most = most;
    }

    void add(long cell, long count, long key) {
        int mask = cells.length - 1;
        int at = (int) ((cell * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (counts[at] != 0 && cells[at] != cell) {
            at = at + 1 & mask;
        }
        if (counts[at] == 0) {
            cells[at] = cell;
            size++;
        }
        counts[at] += count;
        keys[at] += key;
        if (size > cells.length / 2) {
            grow();
        }
    }

    void addAll(HashTally other) {
        for (int i = 0; i < other.cells.length; i++) {
            if (other.counts[i] != 0) {
                add(other.cells[i], other.counts[i], other.keys[i]);
            }
        }
    }

    private void grow() {
        if (size > most) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, "", size, most);
        }
        long[][] old = {cells, counts, keys};
        cells = new long[old[0].length * 2];
        counts = new long[cells.length];
        keys = new long[cells.length];
        size = 0;
        for (int i = 0; i < old[0].length; i++) {
            if (old[1][i] != 0) {
                add(old[0][i], old[1][i], old[2][i]);
            }
        }
    }

    /** The occupied cells in ascending order. */
    Cells cells(long whole, int modulus) {
        long[] index = new long[size];
        int next = 0;
        for (int i = 0; i < cells.length; i++) {
            if (counts[i] != 0) {
                index[next++] = cells[i];
            }
        }
        Arrays.sort(index);
        long[] n = new long[size];
        int[] k = new int[size];
        for (int i = 0; i < cells.length; i++) {
            if (counts[i] != 0) {
                int place = Arrays.binarySearch(index, cells[i]);
                n[place] = counts[i];
                k[place] = (int) Math.floorMod(keys[i], (long) modulus);
            }
        }
        return new Cells(whole, index, n, k);
    }

    /** The occupied cells in ascending order, in a dense layout. */
    static Cells dense(Cells sparse) {
        long[] counts = new long[(int) sparse.size()];
        int[] keys = new int[counts.length];
        IntStream.range(0, sparse.places()).forEach(place -> {
            counts[(int) sparse.cell(place)] = sparse.counts()[place];
            keys[(int) sparse.cell(place)] = sparse.keys()[place];
        });
        return new Cells(sparse.size(), null, counts, keys);
    }
}
