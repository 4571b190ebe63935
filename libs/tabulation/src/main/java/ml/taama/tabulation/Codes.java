package ml.taama.tabulation;

/** A column of small integers in one or two bytes each. */
sealed interface Codes {

    int at(int row);

    /** Adds {@code lut[code]} to the cell of each of {@code length} rows. */
    void add(int[] cells, int from, int length, int[] lut);

    /** Adds {@code code * stride}, which the compiler turns into vector instructions. */
    void add(int[] cells, int from, int length, int stride);

    void set(int row, int code);

    /** Takes part of each raw number and stores the code that it stands for. */
    void fill(int first, long[] raw, int length, int shift, long mask, int[] meaning);

    static Codes of(int rows, int codes) {
        return codes <= 1 << Byte.SIZE ? new Bytes(new byte[rows]) : new Chars(new char[rows]);
    }

    @SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
    record Bytes(byte[] values) implements Codes {

        @Override
        public int at(int row) {
            return values[row] & 0xff;
        }

        @Override
        public void add(int[] cells, int from, int length, int[] lut) {
            for (int i = 0; i < length; i++) {
                cells[i] += lut[values[from + i] & 0xff];
            }
        }

        @Override
        public void add(int[] cells, int from, int length, int stride) {
            for (int i = 0; i < length; i++) {
                cells[i] += (values[from + i] & 0xff) * stride;
            }
        }

        @Override
        public void set(int row, int code) {
            values[row] = (byte) code;
        }

        @Override
        public void fill(int first, long[] raw, int length, int shift, long mask, int[] meaning) {
            for (int i = 0; i < length; i++) {
                values[first + i] = (byte) meaning[(int) (raw[i] >>> shift & mask)];
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
    record Chars(char[] values) implements Codes {

        @Override
        public int at(int row) {
            return values[row];
        }

        @Override
        public void add(int[] cells, int from, int length, int[] lut) {
            for (int i = 0; i < length; i++) {
                cells[i] += lut[values[from + i]];
            }
        }

        @Override
        public void add(int[] cells, int from, int length, int stride) {
            for (int i = 0; i < length; i++) {
                cells[i] += values[from + i] * stride;
            }
        }

        @Override
        public void set(int row, int code) {
            values[row] = (char) code;
        }

        @Override
        public void fill(int first, long[] raw, int length, int shift, long mask, int[] meaning) {
            for (int i = 0; i < length; i++) {
                values[first + i] = (char) meaning[(int) (raw[i] >>> shift & mask)];
            }
        }
    }
}
