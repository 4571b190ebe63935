package ml.taama.documents.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Areas shaded by a value, in five equal steps whose limits the legend gives; an area whose value is not shown is hollow.
 *
 * @param areas what is drawn
 * @param rows the table, areas without boundaries included
 * @param header of the table: area, value
 * @param hidden the sign of a value that is not shown, for the legend
 */
public record ChoroplethChart(
        String id,
        String title,
        String description,
        List<Area> areas,
        List<Row> rows,
        List<String> header,
        String hidden)
        implements Chart {

    /** An area: rings of (longitude, latitude) in degrees, WGS 84, and its value. */
    public record Area(String name, List<List<double[]>> rings, Reading reading) {}

    /** A line of the table. */
    public record Row(String name, Reading reading) {}

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        Projection projection =
                Projection.of(areas.stream().map(ChoroplethChart::outline).toList(), List.of(), width.units());
        double most = Crossing.most(List.of(areas.stream().map(Area::reading).toList()));
        for (Area area : areas) {
            String path = projection.path(outline(area));
            if (!path.isEmpty()) {
                svg.path(path, paint(area.reading, most));
            }
        }
        List<Legend.Key> keys = new java.util.ArrayList<>(IntStream.range(0, Shade.steps())
                .mapToObj(s -> new Legend.Key(Legend.square(Shade.fill(s)), step(s, most)))
                .toList());
        if (areas.stream().anyMatch(a -> a.reading.value().isEmpty())) {
            keys.add(new Legend.Key(Legend.square(Shade.none()), hidden));
        }
        svg.height(Legend.draw(svg, projection.height() + 6, keys) + 4);
        return svg;
    }

    private static MapChart.Area outline(Area area) {
        return new MapChart.Area(area.name, area.rings);
    }

    private static String step(int shade, double most) {
        return "≤ "
                + Svg.number(
                        Double.parseDouble(String.format(Locale.ROOT, "%.3g", most * (shade + 1) / Shade.steps())));
    }

    private static String paint(Reading reading, double most) {
        if (reading.value().isEmpty()) {
            return Shade.none();
        }
        int shade = Shade.of(reading.value().getAsDouble(), most);
        return "class=\"f-shade-" + shade + " s-paper\"" + Shade.fill(shade).replaceFirst("class=\"[^\"]*\"", "")
                + " stroke=\"" + Ink.PAPER.hex() + "\" stroke-width=\"0.8\" stroke-linejoin=\"round\"";
    }

    @Override
    public Grid table() {
        return new Grid(
                header,
                rows.stream().map(r -> List.of(r.name, r.reading.shown())).toList());
    }
}
