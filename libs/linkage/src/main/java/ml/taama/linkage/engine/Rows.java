package ml.taama.linkage.engine;

import java.util.List;

/**
 * Records copied next to each other, one array for each thing that a comparison reads, so that the loop over pairs walks
 * through memory in order. One thread's own.
 */
final class Rows {

    final int[] record;
    final int[][] code;
    final int[][] start;
    final int[][] head;
    final byte[][] length;
    final long[][] signature;
    final int[][] hot;
    final double[][] number;
    final int[][] date;
    final double[][] logFrequency;
    final int[][] earlier;
    final List<FieldColumn> fields;
    private final Plan plan;
    private int size;

    Rows(Plan plan, int capacity) {
        this.plan = plan;
        this.fields = plan.records.fields;
        int width = fields.size();
        record = new int[capacity];
        code = new int[width][];
        start = new int[width][];
        head = new int[width][];
        length = new byte[width][];
        signature = new long[width][];
        hot = new int[width][];
        number = new double[width][];
        date = new int[width][];
        logFrequency = new double[width][];
        earlier = new int[plan.rules][capacity];
        for (int f = 0; f < width; f++) {
            code[f] = new int[plan.coded[f] ? capacity : 0];
            boolean text = plan.coded[f] && fields.get(f).needs(Need.TEXT);
            start[f] = new int[text ? capacity : 0];
            head[f] = new int[text ? capacity : 0];
            length[f] = new byte[text ? capacity : 0];
            signature[f] = new long[text ? capacity : 0];
            hot[f] = new int[text ? capacity : 0];
            number[f] = new double[plan.coded[f] && fields.get(f).needs(Need.NUMBER) ? capacity : 0];
            date[f] = new int[plan.coded[f] && fields.get(f).needs(Need.DATE) ? capacity : 0];
            logFrequency[f] = new double[plan.weighted[f] ? capacity : 0];
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Copies records after those already here. */
    void add(int[] records, int from, int to, Blocks[] earlierBlocks) {
        int n = to - from;
        System.arraycopy(records, from, record, size, n);
        for (int f = 0; f < code.length; f++) {
            if (plan.coded[f]) {
                copy(f, records, from, n);
            }
            if (plan.weighted[f]) {
                FieldColumn field = fields.get(f);
                for (int i = 0; i < n; i++) {
                    logFrequency[f][size + i] = field.logFrequency(field.codes[records[from + i]]);
                }
            }
        }
        for (int e = 0; e < earlierBlocks.length; e++) {
            int[] block = earlierBlocks[e].block;
            for (int i = 0; i < n; i++) {
                earlier[e][size + i] = block[records[from + i]];
            }
        }
        size += n;
    }

    private void copy(int f, int[] records, int from, int n) {
        FieldColumn field = fields.get(f);
        int[] codes = field.codes;
        int[] to = code[f];
        for (int i = 0; i < n; i++) {
            to[size + i] = codes[records[from + i]];
        }
        if (field.needs(Need.TEXT)) {
            for (int i = size; i < size + n; i++) {
                int value = to[i];
                if (value != 0) {
                    start[f][i] = field.start[value];
                    head[f][i] = field.head[value];
                    length[f][i] = field.length[value];
                    signature[f][i] = field.signature[value];
                    hot[f][i] = field.hot(value);
                }
            }
        }
        if (field.needs(Need.NUMBER)) {
            for (int i = size; i < size + n; i++) {
                number[f][i] = to[i] == 0 ? Double.NaN : field.number[to[i]];
            }
        }
        if (field.needs(Need.DATE)) {
            for (int i = size; i < size + n; i++) {
                date[f][i] = to[i] == 0 ? 0 : field.date[to[i]];
            }
        }
    }
}
