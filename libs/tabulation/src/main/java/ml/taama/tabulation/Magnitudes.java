package ml.taama.tabulation;

import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import org.jspecify.annotations.Nullable;

/**
 * Raw sums of a table with what the rules for sums need: contributing units, their cell key, and the three largest
 * contributions by absolute value. A unit in several rows of a cell contributes once, with the sum of its rows.
 *
 * @param counts contributing units
 * @param keys cell keys over contributing units
 * @param sums sum of the contributions
 * @param top first, second and third largest absolute contribution
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Magnitudes(long[] counts, int[] keys, double[] sums, double[][] top) {

    static final int TOP = 3;
    private static final int MOST_CELLS = 1 << 22;
    /** Fixed, so that the order of additions and with it the last digit do not depend on the number of threads. */
    private static final int PARTS = 8;

    private static Magnitudes empty(int cells) {
        return new Magnitudes(new long[cells], new int[cells], new double[cells], new double[TOP][cells]);
    }

    static Magnitudes of(
            Plan plan, Columns columns, int modulus, int threads, double[] values, double @Nullable [] weights) {
        if (plan.cells() > MOST_CELLS) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, "", plan.cells(), MOST_CELLS);
        }
        Rows rows = new Rows(plan, columns);
        Codes keys = columns.keys();
        Persons persons = columns.persons().orElse(null);
        int units = persons == null ? columns.rows() : persons.size();
        Magnitudes[] parts = new Magnitudes[PARTS];
        Parallel.parts(Math.min(PARTS, threads), thread -> {
            for (int part = thread; part < PARTS; part += Math.min(PARTS, threads)) {
                Magnitudes one = empty((int) plan.cells());
                Contributions contributions = new Contributions();
                int to = Parallel.start(units, PARTS, part + 1);
                for (int unit = Parallel.start(units, PARTS, part); unit < to; unit++) {
                    int first = persons == null ? unit : persons.start()[unit];
                    int last = persons == null ? unit + 1 : persons.start()[unit + 1];
                    contributions.clear();
                    int row = first;
                    for (int at = first; at < last; at++) {
                        row = persons == null ? at : persons.rows()[at];
                        double value = values[row] * (weights == null ? 1 : weights[row]);
                        if (!Double.isNaN(value)) {
                            contributions.add(rows, row, value);
                        }
                    }
                    int key = keys.at(persons == null ? unit : persons.rows()[first]);
                    contributions.each((cell, value) -> one.add((int) cell, key, value, modulus));
                }
                parts[part] = one;
            }
        });
        for (int part = 1; part < PARTS; part++) {
            parts[0].addAll(parts[part], modulus);
        }
        return parts[0];
    }

    private void add(int cell, int key, double value, int modulus) {
        counts[cell]++;
        keys[cell] = Cells.add(keys[cell], key, modulus);
        sums[cell] += value;
        push(cell, Math.abs(value));
    }

    private void push(int cell, double value) {
        double rest = value;
        for (double[] rank : top) {
            if (rest > rank[cell]) {
                double smaller = rank[cell];
                rank[cell] = rest;
                rest = smaller;
            }
        }
    }

    private void addAll(Magnitudes other, int modulus) {
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] += other.counts[cell];
            keys[cell] = Cells.add(keys[cell], other.keys[cell], modulus);
            sums[cell] += other.sums[cell];
            for (double[] rank : other.top) {
                push(cell, rank[cell]);
            }
        }
    }

    /** What one unit adds to each of its cells. */
    private static final class Contributions {

        private final CellBuffer buffer = new CellBuffer();
        private final java.util.TreeMap<Long, Double> values = new java.util.TreeMap<>();

        interface Each {
            void cell(long cell, double value);
        }

        void clear() {
            values.clear();
        }

        void add(Rows rows, int row, double value) {
            buffer.clear();
            rows.cells(row, buffer);
            buffer.distinct(cell -> values.merge(cell, value, Double::sum));
        }

        void each(Each each) {
            values.forEach(each::cell);
        }
    }
}
