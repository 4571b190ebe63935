package ml.taama.tabulation;

/**
 * Which rows belong to the same counted unit.
 *
 * @param start for each unit its first place in {@code rows}; one more than units
 * @param rows rows in the order of their units
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Persons(int[] start, int[] rows) {

    /** Groups rows by their unit, in the order of the units and of the rows; linear. */
    static Persons of(int[] unit, int units) {
        int[] start = new int[units + 1];
        for (int u : unit) {
            start[u + 1]++;
        }
        for (int u = 0; u < units; u++) {
            start[u + 1] += start[u];
        }
        int[] next = start.clone();
        int[] rows = new int[unit.length];
        for (int row = 0; row < unit.length; row++) {
            rows[next[unit[row]]++] = row;
        }
        return new Persons(start, rows);
    }

    int size() {
        return start.length - 1;
    }
}
