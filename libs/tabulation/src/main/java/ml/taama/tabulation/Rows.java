package ml.taama.tabulation;

import java.util.List;
import java.util.Map;

/** The cells of single rows; used where the fast paths do not apply. */
final class Rows {

    private final Codes[] codes;
    private final Side[] sides;
    private final long[] strides;
    private final Codes[] filtered;
    private final boolean[][] allowed;
    private final double[][] numbers;
    private final Plan plan;

    Rows(Plan plan, Columns columns) {
        this.plan = plan;
        columns.load(plan.variables());
        sides = plan.sides().toArray(Side[]::new);
        codes = plan.sides().stream().map(s -> columns.codes(s.variable())).toArray(Codes[]::new);
        strides = Plan.strides(plan.sizes());
        List<Map.Entry<String, boolean[]>> filters = List.copyOf(plan.allowed().entrySet());
        filtered = filters.stream().map(f -> columns.codes(f.getKey())).toArray(Codes[]::new);
        allowed = filters.stream().map(Map.Entry::getValue).toArray(boolean[][]::new);
        numbers = plan.ranges().stream().map(r -> columns.numbers(r.variable())).toArray(double[][]::new);
    }

    boolean counted(int row) {
        for (int i = 0; i < filtered.length; i++) {
            if (!allowed[i][filtered[i].at(row)]) {
                return false;
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            double value = numbers[i][row];
            if (!(value >= plan.ranges().get(i).least()
                    && value <= plan.ranges().get(i).most())) {
                return false;
            }
        }
        return true;
    }

    /** The cell over the finest levels, or -1 where the row is not counted. */
    long cell(int row, List<int[]> places, long[] finestStrides) {
        if (!counted(row)) {
            return -1;
        }
        long cell = 0;
        for (int axis = 0; axis < codes.length; axis++) {
            int place = places.get(axis)[codes[axis].at(row)];
            if (place < 0) {
                return -1;
            }
            cell += place * finestStrides[axis];
        }
        return cell;
    }

    /** Every cell that the row belongs to, subtotals and totals included. */
    void cells(int row, CellBuffer buffer) {
        if (counted(row)) {
            cells(row, buffer, 0, 0);
        }
    }

    private void cells(int row, CellBuffer buffer, int axis, long cell) {
        if (axis == sides.length) {
            buffer.add(cell);
            return;
        }
        int code = codes[axis].at(row);
        for (int[] level : sides[axis].positions()) {
            if (level[code] >= 0) {
                cells(row, buffer, axis + 1, cell + level[code] * strides[axis]);
            }
        }
    }
}
