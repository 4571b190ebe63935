package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * A table whose cells are shaded by their value, which is written in them as far as there is room.
 *
 * @param readings for each row one reading for each column, not negative
 */
public record HeatMapChart(
        String id,
        String title,
        String description,
        String rowHeader,
        List<String> rows,
        List<String> columns,
        List<List<Reading>> readings)
        implements Chart {

    private static final Style NAME = Style.of(12.5, Ink.INK);
    private static final double ROW = 24;

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double left = Math.min(
                svg.width() / 3.0, rows.stream().mapToDouble(NAME::width).max().orElse(0) * 1.2 + 8);
        double side = (svg.width() - left) / Math.max(1, columns.size());
        double most = Crossing.most(readings);
        double top = header(svg, left, side);
        for (int row = 0; row < rows.size(); row++) {
            double y = top + row * ROW;
            svg.text(0, y + 16, fitting(rows.get(row), left - 6), NAME);
            for (int column = 0; column < columns.size(); column++) {
                cell(svg, readings.get(row).get(column), most, left + column * side, y, side);
            }
        }
        svg.height(Math.max(1, top + rows.size() * ROW));
        return svg;
    }

    private double header(Svg svg, double left, double side) {
        for (int column = 0; column < columns.size(); column++) {
            svg.text(
                    left + (column + 0.5) * side,
                    14,
                    fitting(columns.get(column), side - 2),
                    NAME.anchored(Anchor.MIDDLE));
        }
        return 20;
    }

    private static void cell(Svg svg, Reading reading, double most, double x, double y, double side) {
        if (reading.value().isEmpty()) {
            svg.rect(x + 1.5, y + 1.5, Math.max(0.5, side - 3), ROW - 3, 2, Shade.none());
        } else {
            int shade = Shade.of(reading.value().getAsDouble(), most);
            svg.rect(x + 1, y + 1, Math.max(0.5, side - 2), ROW - 2, 2, Shade.fill(shade));
        }
        Ink ink = reading.value().isEmpty()
                ? Ink.MUTED
                : Shade.ink(Shade.of(reading.value().getAsDouble(), most));
        Style style = Style.of(12, ink).anchored(Anchor.MIDDLE);
        if (style.width(reading.shown()) <= side - 4) {
            svg.text(x + side / 2, y + 16, reading.shown(), style);
        }
    }

    /** As much of a name as fits, with an ellipsis where it is cut; nothing where there is no room at all. */
    private static String fitting(String name, double room) {
        if (NAME.width(name) <= room) {
            return name;
        }
        int length = name.length();
        while (length > 0 && NAME.width(name.substring(0, length) + "…") > room) {
            length = name.offsetByCodePoints(length, -1);
        }
        return length == 0 ? "" : name.substring(0, length) + "…";
    }

    @Override
    public Grid table() {
        return Crossing.table(rowHeader, rows, columns, readings);
    }
}
