package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * Two populations by age, back to back on one scale, the first row at the bottom as demographers draw it.
 *
 * @param columns exactly two: left and right
 * @param readings for each row two readings, not negative
 */
public record PyramidChart(
        String id,
        String title,
        String description,
        String rowHeader,
        List<String> rows,
        List<String> columns,
        List<List<Reading>> readings)
        implements Chart {

    private static final Style NAME = Style.of(12.5, Ink.INK).anchored(Anchor.MIDDLE);
    private static final Style VALUE = Style.of(12, Ink.MUTED);
    private static final double BAR = 18;
    /** A file of its own is drawn with whatever typeface is there, which may be wider than ours. */
    private static final double SLACK = 1.2;

    private static final double ROW = 22;

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double top = Crossing.legend(svg, columns) + 6;
        double most = Crossing.most(readings);
        double middle = svg.width() / 2.0;
        double gap = rows.stream().mapToDouble(NAME::width).max().orElse(0);
        gap = Math.min(SLACK * gap, svg.width() / 3.0) / 2 + 6;
        double widest = readings.stream()
                .flatMap(List::stream)
                .mapToDouble(r -> VALUE.width(r.shown()))
                .max()
                .orElse(0);
        double room = Math.max(10, middle - gap - SLACK * widest - 8);
        for (int row = 0; row < rows.size(); row++) {
            double y = top + (rows.size() - 1 - row) * ROW;
            svg.text(middle, y + 13, Svg.wrap(rows.get(row), 2 * gap - 8, NAME).getFirst(), NAME);
            for (int side = 0; side < 2; side++) {
                Reading reading = readings.get(row).get(side);
                double length = Math.max(0, reading.value().orElse(0)) / most * room;
                double start = side == 0 ? middle - gap - length : middle + gap;
                if (reading.value().isPresent()) {
                    svg.rect(start, y, Math.max(0.5, length), BAR, Crossing.ink(side));
                }
                double at = side == 0 ? start - 5 : start + length + 5;
                svg.text(at, y + 13, reading.shown(), VALUE.anchored(side == 0 ? Anchor.END : Anchor.START));
            }
        }
        svg.height(Math.max(1, top + rows.size() * ROW));
        return svg;
    }

    @Override
    public Grid table() {
        return Crossing.table(rowHeader, rows, columns, readings);
    }
}
