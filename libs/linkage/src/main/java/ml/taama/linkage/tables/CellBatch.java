package ml.taama.linkage.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Some records of a file, column by column, as UTF-8: filled by the thread that parses, read by those that keep columns. */
final class CellBatch {

    private static final int RECORDS = 4096;
    private static final int BYTES = 1 << 20;
    private static final int WIDEST = 3;

    private final Cells[] columns;
    private int largest;

    /** The cells of a column, one after the other. */
    private static final class Cells {
        byte[] bytes = new byte[256];
        int[] ends = new int[32];
        int size;
    }

    CellBatch(int width) {
        columns = new Cells[width];
        Arrays.setAll(columns, i -> new Cells());
    }

    /** Whether it is time to hand it on. */
    boolean full() {
        return largest >= BYTES || Arrays.stream(columns).anyMatch(c -> c.size >= RECORDS);
    }

    /** Adds a cell to a column; returns its bytes. */
    int add(int column, char[] buffer, int from, int to) {
        Cells cells = columns[column];
        int start = cells.ends[cells.size];
        int room = start + (to - from) * WIDEST;
        if (room > cells.bytes.length) {
            cells.bytes = Arrays.copyOf(cells.bytes, Math.max(room, cells.bytes.length * 2));
        }
        if (cells.size + 1 == cells.ends.length) {
            cells.ends = Arrays.copyOf(cells.ends, cells.ends.length * 2);
        }
        int end = encode(buffer, from, to, cells.bytes, start);
        cells.ends[++cells.size] = end;
        largest = Math.max(largest, end);
        return end - start;
    }

    private static int encode(char[] buffer, int from, int to, byte[] target, int start) {
        int end = start;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            if (c >= 0x80) {
                byte[] slow = new String(buffer, from, to - from).getBytes(UTF_8);
                System.arraycopy(slow, 0, target, start, slow.length);
                return start + slow.length;
            }
            target[end++] = (byte) c;
        }
        return end;
    }

    /** Puts the cells of a column into it; an empty one has no value. */
    void writeTo(Column.Builder builder, int column) {
        Cells cells = columns[column];
        for (int i = 0; i < cells.size; i++) {
            int start = cells.ends[i];
            int length = cells.ends[i + 1] - start;
            builder.add(length == 0 ? 0 : builder.values().add(cells.bytes, start, length));
        }
    }
}
