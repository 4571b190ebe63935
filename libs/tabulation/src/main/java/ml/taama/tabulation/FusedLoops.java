package ml.taama.tabulation;

/**
 * The inner loops of counting for one to six variables of a byte each, written out so that codes are read, combined and
 * counted in one go; about four times as fast as a loop over variables inside a loop over rows.
 */
final class FusedLoops {

    static final int MOST = 6;
    private static final int KEY = 24;

    private FusedLoops() {}

    static void count(int[] table, byte[] keys, byte[][] codes, int[] strides, int from, int to) {
        switch (codes.length) {
            case 1 -> one(table, keys, codes[0], strides[0], from, to);
            case 2 -> two(table, keys, codes, strides, from, to);
            case 3 -> three(table, keys, codes, strides, from, to);
            case 4 -> four(table, keys, codes, strides, from, to);
            case 5 -> five(table, keys, codes, strides, from, to);
            default -> six(table, keys, codes, strides, from, to);
        }
    }

    private static void one(int[] table, byte[] keys, byte[] a, int sa, int from, int to) {
        for (int i = from; i < to; i++) {
            table[(a[i] & 0xff) * sa] += (keys[i] & 0xff) << KEY | 1;
        }
    }

    private static void two(int[] table, byte[] keys, byte[][] codes, int[] s, int from, int to) {
        byte[] a = codes[0];
        byte[] b = codes[1];
        int sa = s[0];
        int sb = s[1];
        for (int i = from; i < to; i++) {
            table[(a[i] & 0xff) * sa + (b[i] & 0xff) * sb] += (keys[i] & 0xff) << KEY | 1;
        }
    }

    private static void three(int[] table, byte[] keys, byte[][] codes, int[] s, int from, int to) {
        byte[] a = codes[0];
        byte[] b = codes[1];
        byte[] c = codes[2];
        int sa = s[0];
        int sb = s[1];
        int sc = s[2];
        for (int i = from; i < to; i++) {
            table[(a[i] & 0xff) * sa + (b[i] & 0xff) * sb + (c[i] & 0xff) * sc] += (keys[i] & 0xff) << KEY | 1;
        }
    }

    private static void four(int[] table, byte[] keys, byte[][] codes, int[] s, int from, int to) {
        byte[] a = codes[0];
        byte[] b = codes[1];
        byte[] c = codes[2];
        byte[] d = codes[3];
        int sa = s[0];
        int sb = s[1];
        int sc = s[2];
        int sd = s[3];
        for (int i = from; i < to; i++) {
            int cell = (a[i] & 0xff) * sa + (b[i] & 0xff) * sb + (c[i] & 0xff) * sc + (d[i] & 0xff) * sd;
            table[cell] += (keys[i] & 0xff) << KEY | 1;
        }
    }

    private static void five(int[] table, byte[] keys, byte[][] codes, int[] s, int from, int to) {
        byte[] a = codes[0];
        byte[] b = codes[1];
        byte[] c = codes[2];
        byte[] d = codes[3];
        byte[] e = codes[4];
        int sa = s[0];
        int sb = s[1];
        int sc = s[2];
        int sd = s[3];
        int se = s[4];
        for (int i = from; i < to; i++) {
            int cell = (a[i] & 0xff) * sa
                    + (b[i] & 0xff) * sb
                    + (c[i] & 0xff) * sc
                    + (d[i] & 0xff) * sd
                    + (e[i] & 0xff) * se;
            table[cell] += (keys[i] & 0xff) << KEY | 1;
        }
    }

    private static void six(int[] table, byte[] keys, byte[][] codes, int[] s, int from, int to) {
        byte[] a = codes[0];
        byte[] b = codes[1];
        byte[] c = codes[2];
        byte[] d = codes[3];
        byte[] e = codes[4];
        byte[] f = codes[5];
        int sa = s[0];
        int sb = s[1];
        int sc = s[2];
        int sd = s[3];
        int se = s[4];
        int sf = s[5];
        for (int i = from; i < to; i++) {
            int cell = (a[i] & 0xff) * sa
                    + (b[i] & 0xff) * sb
                    + (c[i] & 0xff) * sc
                    + (d[i] & 0xff) * sd
                    + (e[i] & 0xff) * se
                    + (f[i] & 0xff) * sf;
            table[cell] += (keys[i] & 0xff) << KEY | 1;
        }
    }
}
