package ml.taama.linkage.tables;

import java.util.Arrays;

/**
 * A column: for each record the code of its value in a dictionary, 0 for none.
 *
 * @param codes one for each record, possibly longer
 */
@SuppressWarnings("ArrayRecordComponent") // One number for each of millions of records: a list would box them.
public record Column(String name, int[] codes, Dictionary values) {

    /** The value of a record, or the empty string. */
    public String value(int record) {
        return codes[record] == 0 ? "" : values.value(codes[record]);
    }

    /** Grows a column while a table is read. */
    static final class Builder {

        private final String name;
        private final Dictionary values;
        private int[] codes = new int[1024];
        private int size;

        Builder(String name, Dictionary values) {
            this.name = name;
            this.values = values;
        }

        Dictionary values() {
            return values;
        }

        String name() {
            return name;
        }

        int size() {
            return size;
        }

        void add(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size + (size >> 1));
            }
            codes[size++] = code;
        }

        Column build() {
            return new Column(name, codes.length == size ? codes : Arrays.copyOf(codes, size), values);
        }
    }
}
