package ml.taama.documents.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * Values over time, one series for each source or definition. A value that covers a period is a segment as long as the
 * period, so that three months are never read as a year; series are never added or smoothed.
 */
public record SeriesChart(String id, String title, String description, List<Series> series, Labels labels)
        implements Chart {

    /** Values that share source and definition. */
    public record Series(String name, List<Value> values) {}

    /**
     * One value.
     *
     * @param from first day that the value covers
     * @param to last day that it covers
     * @param value not negative
     * @param shown the value as printed, with its unit
     * @param period the period in words
     */
    public record Value(LocalDate from, LocalDate to, double value, String shown, String period) {}

    /** Unit above the axis, header of the table, and how a number of the axis is printed. */
    public record Labels(String unit, List<String> header, DoubleFunction<String> axis) {}

    private static final double PLOT = 220;
    private static final Style AXIS = Style.of(12.5, Ink.MUTED);

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double top = Legend.draw(svg, 0, keys());
        List<Value> all = series.stream().flatMap(s -> s.values.stream()).toList();
        if (all.isEmpty()) {
            svg.height(top + 1);
            return svg;
        }
        Scale scale = Scale.of(all, top + 34, svg.width(), labels.axis);
        svg.text(0, top + 16, labels.unit, AXIS);
        axes(svg, scale);
        for (int i = 0; i < series.size(); i++) {
            draw(svg, series.get(i), i, scale);
        }
        svg.height(scale.bottom + 26);
        return svg;
    }

    private List<Legend.Key> keys() {
        List<Legend.Key> keys = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            int index = i;
            keys.add(new Legend.Key((svg, x, y) -> mark(svg, x, y, index), series.get(i).name));
        }
        return keys;
    }

    private void axes(Svg svg, Scale scale) {
        for (int i = 0; i <= Math.round(scale.most / scale.step); i++) {
            double tick = i * scale.step;
            double y = scale.y(tick);
            svg.line(scale.left, y, svg.width(), y, tick == 0 ? Ink.MUTED : Ink.GRID, 1);
            svg.text(scale.left - 6, y + 4, labels.axis.apply(tick), AXIS.anchored(Anchor.END));
        }
        int years = scale.last.getYear() - scale.first.getYear();
        int step = Math.max(1, (int) Math.ceil(years * 46.0 / (svg.width() - scale.left)));
        for (int year = scale.first.getYear(); year <= scale.last.getYear(); year += step) {
            double x = scale.x(LocalDate.of(year, 1, 1));
            svg.line(x, scale.bottom, x, scale.bottom + 5, Ink.MUTED, 1);
            Anchor anchor = x > svg.width() - 16 ? Anchor.END : Anchor.MIDDLE;
            svg.text(x, scale.bottom + 19, String.valueOf(year), AXIS.anchored(anchor));
        }
    }

    private void draw(Svg svg, Series one, int index, Scale scale) {
        Ink ink = Ink.CATEGORIES.get(index % Ink.CATEGORIES.size());
        StringBuilder line = new StringBuilder();
        for (Value value : one.values) {
            double from = scale.x(value.from);
            double to = scale.x(value.to);
            double y = scale.y(value.value);
            if (to - from > 6) {
                svg.line(from, y, to, y, ink, 3);
            }
            line.append(line.isEmpty() ? "M" : "L")
                    .append(Svg.number((from + to) / 2))
                    .append(' ');
            line.append(Svg.number(y));
        }
        if (one.values.size() > 1) {
            svg.path(line.toString(), ink.stroke(1.25) + " stroke-dasharray=\"2 3\"");
        }
        for (Value value : one.values) {
            mark(svg, (scale.x(value.from) + scale.x(value.to)) / 2, scale.y(value.value), index);
        }
    }

    /** Shape and colour both tell the series. */
    private static void mark(Svg svg, double x, double y, int index) {
        Ink ink = Ink.CATEGORIES.get(index % Ink.CATEGORIES.size());
        switch (index % 4) {
            case 0 -> svg.circle(x, y, 5, ink.fill());
            case 1 -> svg.rect(x - 4.5, y - 4.5, 9, 9, ink);
            case 2 -> svg.path(polygon(x, y - 6, x + 6, y + 5, x - 6, y + 5), ink.fill());
            default -> svg.path(polygon(x, y - 6.5, x + 6.5, y, x, y + 6.5, x - 6.5, y), ink.fill());
        }
    }

    private static String polygon(double... points) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            d.append(i == 0 ? "M" : "L")
                    .append(Svg.number(points[i]))
                    .append(' ')
                    .append(Svg.number(points[i + 1]));
        }
        return d.append('z').toString();
    }

    @Override
    public Grid table() {
        return new Grid(
                labels.header,
                series.stream()
                        .flatMap(s -> s.values.stream().map(v -> List.of(s.name, v.period, v.shown)))
                        .toList());
    }

    /** From dates and values to the plane; the value axis starts at zero and ends on a round number. */
    private record Scale(
            LocalDate first, LocalDate last, double most, double step, double left, double right, double bottom) {

        static Scale of(List<Value> values, double top, double width, DoubleFunction<String> axis) {
            LocalDate first =
                    values.stream().map(Value::from).min(LocalDate::compareTo).orElseThrow();
            LocalDate last =
                    values.stream().map(Value::to).max(LocalDate::compareTo).orElseThrow();
            double most = values.stream().mapToDouble(Value::value).max().orElse(1);
            double step = roundStep((most == 0 ? 1 : most) / 4);
            double top4 = Math.ceil((most == 0 ? 1 : most) / step - 1e-9) * step;
            double left = 10
                    + IntStream.rangeClosed(0, (int) Math.round(top4 / step))
                            .mapToDouble(i -> AXIS.width(axis.apply(i * step)))
                            .max()
                            .orElse(0);
            return new Scale(
                    LocalDate.of(first.getYear(), 1, 1),
                    LocalDate.of(last.getYear() + 1, 1, 1),
                    top4,
                    step,
                    left,
                    width - 6,
                    top + PLOT);
        }

        /** The least of 1, 2, 2.5, 5 times a power of ten that is not below {@code raw}. */
        private static double roundStep(double raw) {
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            for (double factor : new double[] {1, 2, 2.5, 5}) {
                if (factor * power >= raw * (1 - 1e-9)) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        double x(LocalDate date) {
            return left + (right - left) * ChronoUnit.DAYS.between(first, date) / ChronoUnit.DAYS.between(first, last);
        }

        double y(double value) {
            return bottom - PLOT * value / most;
        }
    }
}
