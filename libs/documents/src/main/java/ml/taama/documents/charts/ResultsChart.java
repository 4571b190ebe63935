package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.charts.Svg.Style;
import org.jspecify.annotations.Nullable;

/**
 * Results as bars, grouped by unit: bars of one group share a scale, groups do not. A target is drawn only where one
 * exists.
 */
public record ResultsChart(String id, String title, String description, List<Group> groups, Labels labels)
        implements Chart {

    /** Results in one unit. */
    public record Group(String unit, List<Bar> bars) {}

    /**
     * One result.
     *
     * @param value in the unit of the group, not negative
     * @param shown the value as printed, with its unit
     * @param target in the same unit, or null where none is set
     * @param targetShown the target as printed, or empty
     * @param note what stands behind the value: its period
     */
    public record Bar(
            String name,
            double value,
            String shown,
            @Nullable Double target,
            String targetShown,
            String note) {

        /** A result whose target, if any, is printed as a plain number. */
        public Bar(String name, double value, String shown, @Nullable Double target, String note) {
            this(name, value, shown, target, target == null ? "" : Svg.number(target), note);
        }
    }

    /** Words of the legend and the header of the table. */
    public record Labels(String target, List<String> header) {}

    private static final Style UNIT = Style.of(13, Ink.MUTED).bold();
    private static final Style NAME = Style.of(14, Ink.INK);
    private static final Style VALUE = Style.of(14, Ink.INK).bold();
    private static final Style NOTE = Style.of(12.5, Ink.MUTED);
    private static final double BAR = 16;

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        double y = Legend.draw(svg, 0, keys());
        for (Group group : groups) {
            y += 18;
            svg.text(0, y, group.unit, UNIT);
            svg.line(0, y + 8, width.units(), y + 8, Ink.GRID, 1);
            y += 16;
            double most = group.bars.stream()
                    .mapToDouble(b -> Math.max(b.value, b.target == null ? 0 : b.target))
                    .max()
                    .orElse(1);
            for (Bar bar : group.bars) {
                y = bar(svg, bar, most == 0 ? 1 : most, y);
            }
            y += 14;
        }
        svg.height(Math.max(1, y));
        return svg;
    }

    private List<Legend.Key> keys() {
        boolean targets = groups.stream().flatMap(g -> g.bars.stream()).anyMatch(b -> b.target != null);
        return targets
                ? List.of(new Legend.Key((svg, x, y) -> svg.line(x, y - 8, x, y + 8, Ink.OCHRE, 3), labels.target))
                : List.of();
    }

    private static double bar(Svg svg, Bar bar, double most, double top) {
        double y = svg.lines(0, top + 16, Svg.wrap(bar.name, svg.width(), NAME), NAME) + 6;
        double room = svg.width() - VALUE.width(bar.shown) - 10;
        double length = Math.max(2, room * bar.value / most);
        svg.rect(0, y, length, BAR, 2, Ink.INDIGO.fill());
        svg.text(length + 8, y + 13, bar.shown, VALUE);
        if (bar.target != null) {
            double x = room * bar.target / most;
            svg.line(x, y - 4, x, y + BAR + 4, Ink.OCHRE, 3);
        }
        y += BAR;
        if (!bar.note.isEmpty()) {
            y = svg.lines(0, y + 15, Svg.wrap(bar.note, svg.width(), NOTE), NOTE);
        }
        return y + 12;
    }

    @Override
    public Grid table() {
        return new Grid(
                labels.header,
                groups.stream()
                        .flatMap(g -> g.bars.stream().map(b -> List.of(b.name, b.shown, b.targetShown, b.note)))
                        .toList());
    }
}
