package ml.taama.linkage.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/**
 * Distinct values and their codes, 1 and up; code 0 stands for no value. Values are kept as UTF-8 in one array, so that
 * ten million cost their bytes and some twenty more each. One thread adds at a time.
 */
public final class Dictionary {

    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private byte[] bytes = new byte[256];
    private int[] ends = new int[32];

    /** Open addressing: half of a value's hash above its code, so that a look-up seldom reads another value's bytes. */
    private long[] slots = new long[64];

    private int size;

    /** A dictionary without values. */
    public Dictionary() {
        super();
    }

    /** Number of values. */
    public int size() {
        return size;
    }

    /** The code of a value, new or known. */
    public int add(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /** The code of the value {@code source[from, from + length)}, new or known. */
    public int add(byte[] source, int from, int length) {
        int hash = half(source, from, length);
        int slot = slot(hash, source, from, length);
        if (slots[slot] != 0) {
            return (int) slots[slot];
        }
        int end = ends[size];
        if ((long) end + length > LARGEST) {
            throw new LinkageException(Fault.TOO_MANY, "bytes", (long) end + length, LARGEST);
        }
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(2L * bytes.length, end + (long) length)));
        }
        System.arraycopy(source, from, bytes, end, length);
        size++;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, (int) Math.min(LARGEST, ends.length * 2L));
        }
        ends[size] = end + length;
        slots[slot] = (long) hash << Integer.SIZE | size;
        if (size * 4L > slots.length * 3L) {
            grow();
        }
        return size;
    }

    /**
     * Forgets the values added last, down to a size; their codes are given again. Safe because what was added last stands
     * at the end of its run of slots.
     */
    public void shrink(int toSize) {
        while (size > toSize) {
            int from = ends[size - 1];
            int slot = slot(half(bytes, from, length(size)), bytes, from, length(size));
            slots[slot] = 0;
            size--;
        }
    }

    /** The code of a value, or 0 when it is not here. */
    public int find(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        return (int) slots[slot(half(utf8, 0, utf8.length), utf8, 0, utf8.length)];
    }

    /** The value of a code from 1 to {@link #size}. */
    public String value(int code) {
        return new String(bytes, ends[code - 1], ends[code] - ends[code - 1], UTF_8);
    }

    /** Where the value of a code starts in {@link #bytes}. */
    public int start(int code) {
        return ends[code - 1];
    }

    /** Length of the value of a code, in bytes. */
    public int length(int code) {
        return ends[code] - ends[code - 1];
    }

    /** All values, one after the other. Not to be written to; replaced when values are added. */
    public byte[] bytes() {
        return bytes;
    }

    /** Compares two values byte by byte, which is by code point. */
    public int compare(int code, Dictionary other, int otherCode) {
        return Arrays.compareUnsigned(
                bytes, ends[code - 1], ends[code], other.bytes, other.ends[otherCode - 1], other.ends[otherCode]);
    }

    /** A well-mixed hash of the value of a code, the same in every run. */
    public long hash(int code) {
        return mix(hash(bytes, ends[code - 1], length(code)));
    }

    private static int half(byte[] source, int from, int length) {
        return (int) (mix(hash(source, from, length)) >>> Integer.SIZE);
    }

    private int slot(int hash, byte[] source, int from, int length) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0
                && ((int) (slots[slot] >>> Integer.SIZE) != hash || !is((int) slots[slot], source, from, length))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean is(int code, byte[] source, int from, int length) {
        int start = ends[code - 1];
        return ends[code] - start == length && Arrays.equals(bytes, start, start + length, source, from, from + length);
    }

    /** Values find their places in the order in which they came, as {@link #shrink} needs. */
    private void grow() {
        if (slots.length > LARGEST / 2) {
            throw new LinkageException(Fault.TOO_MANY, "values", size, slots.length / 4 * 3);
        }
        int[] hashes = new int[size + 1];
        for (long slot : slots) {
            hashes[(int) slot] = (int) (slot >>> Integer.SIZE);
        }
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (int code = 1; code <= size; code++) {
            int slot = hashes[code] & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = (long) hashes[code] << Integer.SIZE | code;
        }
        slots = wider;
    }

    private static long hash(byte[] source, int from, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ source[i]) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 32;
    }
}
