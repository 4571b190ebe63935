package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * Areas and places in an equirectangular projection that is true at the middle latitude. Positions are what the data
 * say, approximate or not; the note says of which date the boundaries are.
 */
public record MapChart(
        String id,
        String title,
        String description,
        List<Area> areas,
        List<Point> points,
        String note,
        List<String> header)
        implements Chart {

    /** A named area: rings of (longitude, latitude) in degrees, WGS 84. */
    public record Area(String name, List<List<double[]>> rings) {}

    /**
     * A place.
     *
     * @param kind word for the legend; places of one kind share a mark
     * @param detail second line in the table
     * @param labelled whether the name is written on the map
     */
    public record Point(String name, double longitude, double latitude, String kind, String detail, boolean labelled) {}

    private static final Style NAME = Style.of(12.5, Ink.INK);

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        Projection projection = Projection.of(
                areas.stream().map(Area::rings).toList(),
                points.stream().map(p -> new double[] {p.longitude, p.latitude}).toList(),
                width.units());
        for (Area area : areas) {
            String path = projection.path(area.rings);
            if (!path.isEmpty()) {
                svg.path(path, outline());
            }
        }
        List<Box> taken = new ArrayList<>();
        Map<String, Integer> kinds = kinds();
        for (Point point : points) {
            double x = projection.x(point.longitude);
            double y = projection.y(point.latitude);
            mark(svg, x, y, kinds.getOrDefault(point.kind, 0));
            taken.add(new Box(x - 7, y - 7, 14, 14));
        }
        boolean wide = width == Width.WIDE;
        areas.forEach(area -> areaName(svg, area, projection, taken, wide));
        points.stream().filter(Point::labelled).forEach(p -> label(svg, p, projection, taken));
        List<Legend.Key> keys = new ArrayList<>();
        kinds.forEach((kind, index) -> keys.add(new Legend.Key((s, x, y) -> mark(s, x, y, index), kind)));
        double y = Legend.draw(svg, projection.height() + 6, keys);
        Style small = Style.of(12.5, Ink.MUTED);
        y = svg.lines(0, y + 16, Svg.wrap(note, width.units(), small), small);
        svg.height(y + 6);
        return svg;
    }

    private Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        points.forEach(p -> kinds.putIfAbsent(p.kind, kinds.size()));
        return kinds;
    }

    private static String outline() {
        return "class=\"f-ground s-muted\" fill=\"" + Ink.GROUND.hex() + "\" stroke=\"" + Ink.MUTED.hex()
                + "\" stroke-width=\"0.8\" stroke-linejoin=\"round\"";
    }

    private static void mark(Svg svg, double x, double y, int index) {
        Ink ink = Ink.CATEGORIES.get(index % Ink.CATEGORIES.size());
        String paint = "class=\"f-" + ink.name().toLowerCase(java.util.Locale.ROOT) + " s-paper\" fill=\"" + ink.hex()
                + "\" stroke=\"" + Ink.PAPER.hex() + "\" stroke-width=\"1.2\"";
        switch (index % 4) {
            case 0 -> svg.circle(x, y, 6, paint);
            case 1 -> svg.rect(x - 5, y - 5, 10, 10, 0, paint);
            case 2 -> svg.path("M" + Svg.number(x) + " " + Svg.number(y - 7) + "l7 12h-14z", paint);
            default -> svg.path("M" + Svg.number(x) + " " + Svg.number(y - 7) + "l7 7l-7 7l-7 -7z", paint);
        }
    }

    private static void areaName(Svg svg, Area area, Projection projection, List<Box> taken, boolean wide) {
        Style style = Style.of(wide ? 13 : 11, Ink.MUTED).bold().anchored(Anchor.MIDDLE);
        double[] centre = projection.centre(area.rings);
        if (centre.length == 0) {
            return;
        }
        double w = style.width(area.name);
        for (double shift : new double[] {0, 16, -16, 30, -30, 44}) {
            Box box = new Box(centre[0] - w / 2, centre[1] + shift - 11, w, 14);
            if (box.inside(svg.width(), projection.height()) && taken.stream().noneMatch(box::meets)) {
                svg.text(centre[0], centre[1] + shift, area.name, style);
                taken.add(box);
                return;
            }
        }
    }

    private static void label(Svg svg, Point point, Projection projection, List<Box> taken) {
        double x = projection.x(point.longitude);
        double y = projection.y(point.latitude);
        double w = NAME.width(point.name);
        for (double[] place : new double[][] {{10, 4}, {-10 - w, 4}, {-w / 2, -11}, {-w / 2, 20}, {8, -9}, {8, 17}}) {
            Box box = new Box(x + place[0], y + place[1] - 11, w, 14);
            if (box.inside(svg.width(), projection.height()) && taken.stream().noneMatch(box::meets)) {
                svg.text(x + place[0], y + place[1], point.name, NAME);
                taken.add(box);
                return;
            }
        }
    }

    @Override
    public Grid table() {
        return new Grid(
                header,
                points.stream().map(p -> List.of(p.name, p.kind, p.detail)).toList());
    }

    private record Box(double x, double y, double w, double h) {

        boolean meets(Box other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }

        boolean inside(double width, double height) {
            return x >= 0 && x + w <= width && y >= 0 && y + h <= height;
        }
    }
}
