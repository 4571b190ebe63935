package ml.taama.tabulation;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A table that passed the {@link Gate}: the only kind of table that can be read and written.
 *
 * <p>Lines are cells in the order of the dimensions, the last varying fastest.
 */
public final class ProtectedTable {

    private final List<Dimension> dimensions;
    private final int[] sides;
    private final List<String> measures;
    private final long @Nullable [] cells;
    private final List<Figures> figures;
    private final List<Note> notes;
    private final long[] strides;
    private final int lines;

    ProtectedTable(
            List<Dimension> dimensions,
            int[] sides,
            List<String> measures,
            long @Nullable [] cells,
            List<Figures> figures,
            List<Note> notes) {
        this.dimensions = List.copyOf(dimensions);
        this.sides = sides.clone();
        this.measures = List.copyOf(measures);
        this.cells = cells;
        this.figures = List.copyOf(figures);
        this.notes = List.copyOf(notes);
        strides =
                Plan.strides(dimensions.stream().mapToInt(d -> d.nodes().size()).toArray());
        lines = figures.getFirst().values().length;
    }

    /** The axes: rows, then columns, then layers. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** How many of the dimensions are rows. */
    public int rowDimensions() {
        return sides[0];
    }

    /** How many of the dimensions are columns. */
    public int columnDimensions() {
        return sides[1];
    }

    /** The measures in their text form. */
    public List<String> measures() {
        return measures;
    }

    /** Number of lines. */
    public int lines() {
        return lines;
    }

    /** The position on a dimension that a line stands for. */
    public int position(int line, int dimension) {
        long cell = cells == null ? line : cells[line];
        return (int)
                (cell / strides[dimension] % dimensions.get(dimension).nodes().size());
    }

    /** The category of a line on a dimension. */
    public Node node(int line, int dimension) {
        return dimensions.get(dimension).nodes().get(position(line, dimension));
    }

    /** The line of a combination of positions, or -1 where the table has none. */
    public int line(int... positions) {
        long cell = 0;
        for (int dimension = 0; dimension < positions.length; dimension++) {
            cell += positions[dimension] * strides[dimension];
        }
        return cells == null ? (int) cell : Math.max(-1, java.util.Arrays.binarySearch(cells, cell));
    }

    /** The value of a measure on a line; nothing where it is not shown. */
    public OptionalDouble value(int line, int measure) {
        Figures column = figures.get(measure);
        return column.shown(line) ? OptionalDouble.of(column.values()[line]) : OptionalDouble.empty();
    }

    /** The status of a measure on a line. */
    public Status status(int line, int measure) {
        return figures.get(measure).status(line);
    }

    /** How the table was protected, and what else a reader must know. */
    public List<Note> notes() {
        return notes;
    }

    /** Shape and protection, no figure. */
    @Override
    public String toString() {
        return "ProtectedTable" + dimensions.stream().map(Dimension::name).toList() + notes;
    }
}
