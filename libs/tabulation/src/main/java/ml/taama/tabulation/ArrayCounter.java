package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.taama.tabulation.request.Condition;

/** Counts records held in memory, one byte or two for each variable, on several threads. */
final class ArrayCounter {

    private static final int ALWAYS_DENSE = 1 << 20;
    private static final int MOST_DENSE = 1 << 27;
    /** More of them could let the marks of excluded rows overflow. */
    private static final int MOST_PARTS = 15;

    /** Rows that a thread counts at a time. */
    private static final int BLOCK = 1 << 17;

    private static final int BYTES_OF_A_HASHED_CELL = 64;

    private final Columns columns;
    private final int modulus;
    private final int threads;
    private final long memory;

    ArrayCounter(Columns columns, Source source) {
        this.columns = columns;
        modulus = source.modulus();
        threads = source.threads();
        memory = source.memory();
    }

    /** Counts of the whole table, subtotals included. */
    Cells count(Plan plan) {
        columns.load(plan.variables());
        var persons = columns.persons();
        return persons.isPresent() ? distinct(plan, persons.get()) : Rollup.expand(base(plan), plan, modulus, most());
    }

    /** Cells that fit in memory. */
    private long most() {
        return Math.min(MOST_DENSE, memory / BYTES_OF_A_HASHED_CELL);
    }

    /** Counts over the finest levels, each row being a unit. */
    Cells base(Plan plan) {
        columns.load(plan.variables());
        int[] sizes = Rollup.finest(plan.sides());
        long cells = Plan.product(sizes);
        boolean small = cells <= ALWAYS_DENSE || cells <= 4L * columns.rows();
        int parts = plan.sides().size() + plan.allowed().size() + plan.ranges().size();
        return small && parts <= MOST_PARTS && cells < MOST_DENSE && cells * Long.BYTES * threads <= memory / 2
                ? dense(plan, (int) cells)
                : hashed(plan, sizes, cells);
    }

    private Cells dense(Plan plan, int cells) {
        Codes keys = columns.keys();
        DenseTally[] tallies = new DenseTally[Math.max(1, Math.min(threads, columns.rows() / 4096))];
        byte[][] direct = direct(plan);
        int[] strides = Arrays.stream(Plan.strides(Rollup.finest(plan.sides())))
                .mapToInt(Math::toIntExact)
                .toArray();
        List<DenseTally.Locator> parts = locators(plan);
        DenseTally.Locator all = (places, from, length) -> parts.forEach(p -> p.add(places, from, length));
        Arrays.setAll(tallies, part -> new DenseTally(cells, modulus));
        Parallel.blocks(columns.rows(), tallies.length, BLOCK, (part, from, to) -> {
            DenseTally tally = tallies[part];
            if (tally.direct(direct.length) && keys instanceof Codes.Bytes(byte[] values)) {
                tally.count(direct, strides, values, from, to);
            } else {
                tally.count(all, keys, from, to);
            }
        });
        return DenseTally.sum(tallies);
    }

    /** The columns of a table without filters whose codes are the places of their axes; none where it is not so plain. */
    private byte[][] direct(Plan plan) {
        List<byte[]> plain = new ArrayList<>();
        for (Side side : plan.sides()) {
            if (columns.codes(side.variable()) instanceof Codes.Bytes(byte[] values) && plain(side)) {
                plain.add(values);
            }
        }
        boolean all = plain.size() == plan.sides().size()
                && plan.allowed().isEmpty()
                && plan.ranges().isEmpty();
        return all ? plain.toArray(byte[][]::new) : new byte[0][];
    }

    /** A category that the table does not show and the data do not hold need not be looked up. */
    private static boolean plain(Side side) {
        int[] places = Rollup.finestPlaces(side);
        for (int code = 0; code < places.length; code++) {
            if (places[code] != code && side.dictionary().occurs(code)) {
                return false;
            }
        }
        return true;
    }

    private List<DenseTally.Locator> locators(Plan plan) {
        List<DenseTally.Locator> parts = new ArrayList<>();
        long[] strides = Plan.strides(Rollup.finest(plan.sides()));
        for (int axis = 0; axis < strides.length; axis++) {
            Side side = plan.sides().get(axis);
            Codes codes = columns.codes(side.variable());
            int stride = (int) strides[axis];
            int[] places = Rollup.finestPlaces(side);
            int[] lut = new int[Math.max(places.length, 1 << Byte.SIZE)];
            for (int code = 0; code < places.length; code++) {
                lut[code] = places[code] < 0 ? DenseTally.EXCLUDED : places[code] * stride;
            }
            boolean straight = plain(side);
            parts.add((cells, from, length) -> {
                if (straight) {
                    codes.add(cells, from, length, stride);
                } else {
                    codes.add(cells, from, length, lut);
                }
            });
        }
        plan.allowed().forEach((variable, allowed) -> parts.add(filter(columns.codes(variable), allowed)));
        plan.ranges().forEach(range -> parts.add(range(range)));
        return parts;
    }

    private static DenseTally.Locator filter(Codes codes, boolean[] allowed) {
        int[] lut = new int[Math.max(allowed.length, 1 << Byte.SIZE)];
        for (int code = 0; code < allowed.length; code++) {
            lut[code] = allowed[code] ? 0 : DenseTally.EXCLUDED;
        }
        return (cells, from, length) -> codes.add(cells, from, length, lut);
    }

    private DenseTally.Locator range(Condition.Between range) {
        double[] values = columns.numbers(range.variable());
        return (cells, from, length) -> {
            for (int i = 0; i < length; i++) {
                double value = values[from + i];
                cells[i] += value >= range.least() && value <= range.most() ? 0 : DenseTally.EXCLUDED;
            }
        };
    }

    private Cells hashed(Plan plan, int[] sizes, long cells) {
        Rows rows = new Rows(plan, columns);
        Codes keys = columns.keys();
        long[] strides = Plan.strides(sizes);
        List<int[]> places = plan.sides().stream().map(Rollup::finestPlaces).toList();
        HashTally[] tallies = new HashTally[Math.max(1, Math.min(threads, columns.rows() / 4096))];
        Parallel.ranges(columns.rows(), threads, (part, from, to) -> {
            tallies[part] = new HashTally(most() / threads);
            for (int row = from; row < to; row++) {
                long cell = rows.cell(row, places, strides);
                if (cell >= 0) {
                    tallies[part].add(cell, 1, keys.at(row));
                }
            }
        });
        for (int part = 1; part < tallies.length; part++) {
            tallies[0].addAll(tallies[part]);
        }
        return tallies[0].cells(cells, modulus);
    }

    /** Counts distinct units in every cell, margins included, each with its key once. */
    private Cells distinct(Plan plan, Persons persons) {
        Rows rows = new Rows(plan, columns);
        Codes keys = columns.keys();
        boolean dense = plan.cells() <= Math.min(ALWAYS_DENSE, most());
        int parts = Math.max(1, Math.min(threads, persons.size() / 4096));
        HashTally[] tallies = new HashTally[parts];
        Parallel.parts(parts, part -> {
            tallies[part] = new HashTally(most() / threads);
            CellBuffer buffer = new CellBuffer();
            int to = Parallel.start(persons.size(), parts, part + 1);
            for (int person = Parallel.start(persons.size(), parts, part); person < to; person++) {
                buffer.clear();
                for (int at = persons.start()[person]; at < persons.start()[person + 1]; at++) {
                    rows.cells(persons.rows()[at], buffer);
                }
                int key = keys.at(persons.rows()[persons.start()[person]]);
                buffer.distinct(cell -> tallies[part].add(cell, 1, key));
            }
        });
        for (int part = 1; part < parts; part++) {
            tallies[0].addAll(tallies[part]);
        }
        Cells sparse = tallies[0].cells(plan.cells(), modulus);
        return dense ? HashTally.dense(sparse) : sparse;
    }

    /** Sums of a value over units, with the largest contributions of each cell. */
    Magnitudes magnitudes(Plan plan, double[] values, Map<String, double[]> weights) {
        columns.load(plan.variables());
        return Magnitudes.of(plan, columns, modulus, threads, values, weights.get("weight"));
    }
}
