package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/** Lines over two axes of numbers, each line a series; shape and colour both tell them apart. */
public record CurveChart(String id, String title, String description, List<Curve> curves, Axes axes) implements Chart {

    /** Points joined in their order. */
    public record Curve(String name, List<Point> points) {}

    /** A point and what the table says of it. */
    public record Point(double x, double y) {}

    /**
     * What the axes show.
     *
     * @param across label of the axis across
     * @param up label of the axis upward
     * @param leastX left end
     * @param mostX right end
     * @param leastY lower end
     * @param mostY upper end
     * @param printX how a number across is printed
     * @param printY how a number upward is printed
     * @param header of the table: series, across, upward
     */
    public record Axes(
            String across,
            String up,
            double leastX,
            double mostX,
            double leastY,
            double mostY,
            DoubleFunction<String> printX,
            DoubleFunction<String> printY,
            List<String> header) {}

    private static final Style AXIS = Style.of(12.5, Ink.MUTED);
    private static final double PLOT = 240;
    private static final int TICKS = 4;
    private static final int ROWS = 40;
    private static final String[] DASHES = {"", " stroke-dasharray=\"7 3\"", " stroke-dasharray=\"2 3\""};

    /** Copies the list. */
    public CurveChart {
        curves = List.copyOf(curves);
    }

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        List<Legend.Key> keys = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            int index = i;
            keys.add(new Legend.Key(
                    (s, x, y) -> s.path("M" + Svg.number(x - 8) + " " + Svg.number(y) + "h16", stroke(index)),
                    curves.get(i).name));
        }
        double top = Legend.draw(svg, 0, keys);
        svg.text(0, top + 16, axes.up, AXIS);
        double above = top + 28;
        double left = 10;
        for (int i = 0; i <= TICKS; i++) {
            left = Math.max(left, 10 + AXIS.width(axes.printY.apply(tick(axes.leastY, axes.mostY, i))));
        }
        grid(svg, left, above);
        for (int i = 0; i < curves.size(); i++) {
            line(svg, curves.get(i), i, left, above);
        }
        svg.text(svg.width(), above + PLOT + 40, axes.across, AXIS.anchored(Anchor.END));
        svg.height(above + PLOT + 48);
        return svg;
    }

    private static double tick(double least, double most, int i) {
        return least + (most - least) * i / TICKS;
    }

    private void grid(Svg svg, double left, double above) {
        for (int i = 0; i <= TICKS; i++) {
            double y = above + PLOT - PLOT * i / TICKS;
            svg.line(left, y, svg.width(), y, i == 0 ? Ink.MUTED : Ink.GRID, 1);
            svg.text(left - 6, y + 4, axes.printY.apply(tick(axes.leastY, axes.mostY, i)), AXIS.anchored(Anchor.END));
            double x = left + (svg.width() - left) * i / TICKS;
            svg.line(x, above + PLOT, x, above + PLOT + 5, Ink.MUTED, 1);
            Anchor anchor = i == TICKS ? Anchor.END : i == 0 ? Anchor.START : Anchor.MIDDLE;
            svg.text(x, above + PLOT + 19, axes.printX.apply(tick(axes.leastX, axes.mostX, i)), AXIS.anchored(anchor));
        }
    }

    private void line(Svg svg, Curve curve, int index, double left, double above) {
        StringBuilder d = new StringBuilder();
        for (Point point : curve.points) {
            double x = left + (svg.width() - left) * share(point.x, axes.leastX, axes.mostX);
            double y = above + PLOT - PLOT * share(point.y, axes.leastY, axes.mostY);
            d.append(d.isEmpty() ? "M" : "L").append(Svg.number(x)).append(' ').append(Svg.number(y));
        }
        if (!d.isEmpty()) {
            svg.path(d.toString(), stroke(index));
        }
    }

    private static double share(double value, double least, double most) {
        return most > least ? Math.clamp((value - least) / (most - least), 0, 1) : 0;
    }

    private static String stroke(int index) {
        return Ink.CATEGORIES.get(index % Ink.CATEGORIES.size()).stroke(2) + DASHES[index % DASHES.length];
    }

    /** At most some forty points of each curve, evenly taken. */
    @Override
    public Grid table() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            int step = Math.max(1, curve.points.size() / ROWS);
            for (int i = 0; i < curve.points.size(); i += step) {
                Point point = curve.points.get(i);
                rows.add(List.of(curve.name, axes.printX.apply(point.x), axes.printY.apply(point.y)));
            }
        }
        return new Grid(axes.header, rows);
    }
}
