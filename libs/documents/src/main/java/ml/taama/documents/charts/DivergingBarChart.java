package ml.taama.documents.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ml.taama.documents.charts.Svg.Style;

/**
 * Bars to the left and right of zero, one for each row, in groups: weights for and against, or a waterfall when each
 * bar starts where the one above ends. A value is printed beside its bar.
 */
public record DivergingBarChart(String id, String title, String description, List<Group> groups, List<String> header)
        implements Chart {

    /** Rows under a heading; without a heading when it is empty. */
    public record Group(String heading, List<Bar> bars) {}

    /**
     * A bar.
     *
     * @param from where it starts
     * @param to where it ends; ochre when that is left of its start
     * @param shown the value as printed
     * @param total whether it is a sum of what stands above, drawn in another colour
     */
    public record Bar(String label, double from, double to, String shown, boolean total) {}

    private static final Style LABEL = Style.of(13, Ink.INK);
    private static final Style HEADING = LABEL.bold();
    private static final Style VALUE = Style.of(12.5, Ink.MUTED);
    private static final double BAR = 13;
    private static final double ROW = 21;
    private static final double LINE = 16;

    /** Copies the lists. */
    public DivergingBarChart {
        groups = List.copyOf(groups);
        header = List.copyOf(header);
    }

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double labels = width == Width.WIDE ? svg.width() * 0.36 : 0;
        double room = all().flatMap(b -> DoubleStream.of(VALUE.width(b.shown)).boxed())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0)
                + 8;
        double least =
                Math.min(0, all().mapToDouble(b -> Math.min(b.from, b.to)).min().orElse(0));
        double most =
                Math.max(0, all().mapToDouble(b -> Math.max(b.from, b.to)).max().orElse(0));
        double left = labels + (least < 0 ? room : 4);
        double scale = (svg.width() - room - left) / Math.max(1e-9, most - least);
        double y = 4;
        for (Group group : groups) {
            if (!group.heading.isEmpty()) {
                y = svg.lines(0, y + LINE, Svg.wrap(group.heading, svg.width(), HEADING), HEADING) + 6;
            }
            for (Bar bar : group.bars) {
                y = draw(svg, bar, y, labels, left - least * scale, scale);
            }
            y += 6;
        }
        double zero = left - least * scale;
        svg.line(zero, 4, zero, y - 6, Ink.GRID, 1);
        svg.height(y);
        return svg;
    }

    private java.util.stream.Stream<Bar> all() {
        return groups.stream().flatMap(g -> g.bars.stream());
    }

    /** Draws a bar with its label beside it, or above where there is no room; returns the y below. */
    private static double draw(Svg svg, Bar bar, double y, double labels, double zero, double scale) {
        List<String> lines = Svg.wrap(bar.label, labels > 0 ? labels - 8 : svg.width(), LABEL);
        double last = svg.lines(0, y + LINE - 3, lines, LABEL);
        double top = labels > 0 ? y + 2 : last + 5;
        double a = zero + Math.min(bar.from, bar.to) * scale;
        double b = zero + Math.max(bar.from, bar.to) * scale;
        Ink ink = bar.total ? Ink.SLATE : bar.to < bar.from ? Ink.OCHRE : Ink.INDIGO;
        svg.rect(a, top, Math.max(1, b - a), BAR, ink);
        if (bar.to < bar.from) {
            svg.text(a - 4, top + BAR - 2, bar.shown, VALUE.anchored(Svg.Anchor.END));
        } else {
            svg.text(b + 4, top + BAR - 2, bar.shown, VALUE);
        }
        return Math.max(last + 6, top + ROW - 2);
    }

    @Override
    public Grid table() {
        return new Grid(
                header,
                groups.stream()
                        .flatMap(g -> IntStream.range(0, g.bars.size())
                                .mapToObj(i -> List.of(g.heading, g.bars.get(i).label, g.bars.get(i).shown)))
                        .toList());
    }
}
