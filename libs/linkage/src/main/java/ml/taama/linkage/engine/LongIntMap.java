package ml.taama.linkage.engine;

/** From a number to the next number from 1, in order of first appearance: open addressing on primitives. */
final class LongIntMap {

    private long[] keys;
    private int[] values;
    private int size;

    LongIntMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28))) * 4;
        keys = new long[capacity];
        values = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of a key, new or known. */
    int number(long key) {
        int slot = slot(key);
        if (values[slot] == 0) {
            size++;
            if (size * 2L > values.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            values[slot] = size;
        }
        return values[slot];
    }

    /** The number of a key, or 0. */
    int find(long key) {
        return values[slot(key)];
    }

    private int slot(long key) {
        int mask = values.length - 1;
        int slot = (int) (mix(key) >>> 32) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldValues.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    static long mix(long key) {
        long mixed = (key ^ key >>> 31) * 0x9e3779b97f4a7c15L;
        return (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
    }
}
