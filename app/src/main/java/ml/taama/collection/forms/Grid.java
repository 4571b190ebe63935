package ml.taama.collection.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ml.taama.collection.forms.Dimension.Choice;
import ml.taama.platform.text.LocalText;

/**
 * The table that a question is answered in: one dimension across, the others down. The dimension across is the one with the
 * fewest values, so that the table stays narrow; of two with as many, the last asked.
 */
public record Grid(List<Choice> columns, List<Line> lines) {

    /** Cells beyond which a table is no help, and a spreadsheet is. */
    public static final int MOST = 400;

    /** A line of the table: its labels from the left, and its cells. */
    public record Line(List<LocalText> labels, List<Cell> cells) {}

    /** The table of a question; a question without breakdown has one line with the total. */
    public static Grid of(Question question) {
        List<Dimension> down = new ArrayList<>(question.dimensions());
        if (down.isEmpty()) {
            return new Grid(List.of(), List.of(new Line(List.of(), List.of(Cell.TOTAL))));
        }
        Dimension across = down.reversed().stream()
                .min(Comparator.comparingInt(d -> d.values().size()))
                .orElseThrow();
        down.remove(across);
        List<Line> lines = new ArrayList<>();
        grow(down, across, 0, List.of(), Cell.TOTAL, lines);
        return new Grid(across.values(), lines);
    }

    private static void grow(
            List<Dimension> down, Dimension across, int depth, List<LocalText> labels, Cell cell, List<Line> lines) {
        if (depth == down.size()) {
            List<Cell> cells = across.values().stream()
                    .map(v -> cell.with(across.code(), v.code()))
                    .toList();
            lines.add(new Line(labels, cells));
            return;
        }
        Dimension dimension = down.get(depth);
        for (Choice value : dimension.values()) {
            List<LocalText> more = new ArrayList<>(labels);
            more.add(value.name());
            grow(down, across, depth + 1, more, cell.with(dimension.code(), value.code()), lines);
        }
    }

    /** Every cell of a question: the parts in the order of the table, then the total. */
    public static List<Cell> cells(Question question) {
        List<Cell> cells = new ArrayList<>();
        of(question).lines().forEach(line -> cells.addAll(line.cells()));
        if (!question.dimensions().isEmpty()) {
            cells.add(Cell.TOTAL);
        }
        return cells;
    }
}
