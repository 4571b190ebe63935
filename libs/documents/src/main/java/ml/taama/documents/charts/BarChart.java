package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.charts.Svg.Style;

/**
 * Values as bars from zero, grouped by row; the bars of all rows share a scale. A value that is not shown is its sign.
 *
 * @param readings for each row one reading for each column, not negative
 */
public record BarChart(
        String id,
        String title,
        String description,
        String rowHeader,
        List<String> rows,
        List<String> columns,
        List<List<Reading>> readings)
        implements Chart {

    private static final Style NAME = Style.of(14, Ink.INK);
    private static final Style VALUE = Style.of(13, Ink.INK);
    private static final double BAR = 15;
    /** A file of its own is drawn with whatever typeface is there, which may be wider than ours. */
    private static final double SLACK = 1.2;

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double y = columns.size() > 1 ? Crossing.legend(svg, columns) : 0;
        double most = Crossing.most(readings);
        double widest = readings.stream()
                .flatMap(List::stream)
                .mapToDouble(r -> VALUE.width(r.shown()))
                .max()
                .orElse(0);
        for (int row = 0; row < rows.size(); row++) {
            y = svg.lines(0, y + 18, Svg.wrap(rows.get(row), svg.width(), NAME), NAME) + 6;
            for (int column = 0; column < readings.get(row).size(); column++) {
                Reading reading = readings.get(row).get(column);
                double length = Math.max(0, reading.value().orElse(0)) / most * (svg.width() - SLACK * widest - 10);
                if (reading.value().isPresent()) {
                    svg.rect(0, y, Math.max(1, length), BAR, Crossing.ink(column));
                }
                svg.text(length + 7, y + 12, reading.shown(), VALUE);
                y += BAR + 3;
            }
            y += 4;
        }
        svg.height(Math.max(1, y));
        return svg;
    }

    @Override
    public Grid table() {
        return Crossing.table(rowHeader, rows, columns, readings);
    }
}
