package ml.taama.documents.charts;

import java.util.List;
import java.util.function.DoubleFunction;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * Values over ordered categories such as months, one line for each column, from zero. The line breaks where a value is
 * not shown.
 *
 * @param readings for each row one reading for each column, not negative
 * @param axis how a number of the axis is printed
 */
public record LineChart(
        String id,
        String title,
        String description,
        String rowHeader,
        List<String> rows,
        List<String> columns,
        List<List<Reading>> readings,
        DoubleFunction<String> axis)
        implements Chart {

    private static final double PLOT = 220;
    /** A file of its own is drawn with whatever typeface is there, which may be wider than ours. */
    private static final double SLACK = 1.2;

    private static final Style AXIS = Style.of(12.5, Ink.MUTED);

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double top = (columns.size() > 1 ? Crossing.legend(svg, columns) : 0) + 14;
        double step = step(Crossing.most(readings) / 4);
        int ticks = (int) Math.ceil(Crossing.most(readings) / step - 1e-9);
        double left = 10;
        for (int tick = 0; tick <= ticks; tick++) {
            left = Math.max(left, 10 + SLACK * AXIS.width(axis.apply(tick * step)));
        }
        double bottom = top + PLOT;
        for (int tick = 0; tick <= ticks; tick++) {
            double y = bottom - PLOT * tick / ticks;
            svg.line(left, y, svg.width(), y, tick == 0 ? Ink.MUTED : Ink.GRID, 1);
            svg.text(left - 6, y + 4, axis.apply(tick * step), AXIS.anchored(Anchor.END));
        }
        names(svg, left, bottom);
        for (int column = 0; column < columns.size(); column++) {
            line(svg, column, left, bottom, ticks * step);
        }
        svg.height(bottom + 28);
        return svg;
    }

    /** As many names of rows as fit beside each other. */
    private void names(Svg svg, double left, double bottom) {
        double widest = SLACK * rows.stream().mapToDouble(AXIS::width).max().orElse(0) + 10;
        int every = Math.max(1, (int) Math.ceil(rows.size() * widest / (svg.width() - left)));
        double free = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.size(); row += every) {
            double half = SLACK * AXIS.width(rows.get(row)) / 2;
            double x = Math.clamp(x(svg, row, left), left + half, Math.max(left + half, svg.width() - half));
            // At the edges names move inwards, where they may meet the next one.
            if (x - half >= free) {
                svg.text(x, bottom + 19, rows.get(row), AXIS.anchored(Anchor.MIDDLE));
                free = x + half;
            }
        }
    }

    private double x(Svg svg, int row, double left) {
        return left + 8 + (svg.width() - left - 16) * (rows.size() < 2 ? 0.5 : (double) row / (rows.size() - 1));
    }

    private void line(Svg svg, int column, double left, double bottom, double most) {
        Ink ink = Crossing.ink(column);
        StringBuilder d = new StringBuilder();
        boolean open = false;
        for (int row = 0; row < rows.size(); row++) {
            Reading reading = readings.get(row).get(column);
            if (reading.value().isPresent()) {
                double x = x(svg, row, left);
                double y = bottom - PLOT * Math.max(0, reading.value().getAsDouble()) / most;
                d.append(open ? "L" : "M").append(Svg.number(x)).append(' ').append(Svg.number(y));
                svg.circle(x, y, 3.5, ink.fill());
            }
            open = reading.value().isPresent();
        }
        if (!d.isEmpty()) {
            svg.path(d.toString(), ink.stroke(2));
        }
    }

    private static double step(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= raw * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    @Override
    public Grid table() {
        return Crossing.table(rowHeader, rows, columns, readings);
    }
}
