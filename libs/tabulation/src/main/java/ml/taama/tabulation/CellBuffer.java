package ml.taama.tabulation;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The cells that the rows of one unit fall into. */
final class CellBuffer {

    private long[] cells = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        cells[size++] = cell;
    }

    /** Each cell once, in ascending order. */
    void distinct(LongConsumer consumer) {
        if (size > 1) {
            Arrays.sort(cells, 0, size);
        }
        for (int i = 0; i < size; i++) {
            if (i == 0 || cells[i] != cells[i - 1]) {
                consumer.accept(cells[i]);
            }
        }
    }
}
