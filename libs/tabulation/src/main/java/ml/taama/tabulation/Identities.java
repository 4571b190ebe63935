package ml.taama.tabulation;

import java.util.Arrays;

/** Numbers 64-bit identifiers in the order of their first appearance; open addressing, memory linear in their number. */
final class Identities {

    private long[] keys = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int size;

    Identities() {
        Arrays.fill(numbers, -1);
    }

    int size() {
        return size;
    }

    /** The number of an identifier, new or seen before. */
    int number(long key) {
        int mask = keys.length - 1;
        int at = mix(key) & mask;
        while (numbers[at] >= 0) {
            if (keys[at] == key) {
                return numbers[at];
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        numbers[at] = size++;
        if (size > keys.length / 2) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(numbers, -1);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] >= 0) {
                int at = mix(oldKeys[i]) & mask;
                while (numbers[at] >= 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    private static int mix(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }
}
