package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.MapChart.Area;
import ml.taama.documents.charts.MapChart.Point;
import ml.taama.documents.charts.MapLabel.Line;
import ml.taama.documents.charts.MapMarks.Group;
import ml.taama.documents.charts.Placement.Spot;
import ml.taama.documents.charts.Svg.Style;

/** One drawing of a map: areas, then names of areas, then names of places; marks lie on top. */
final class MapDrawing {

    private static final Style NAME = Style.of(12.5, Ink.INK);
    private static final Style NUMBER = NAME.bold();
    private static final Style SMALL = Style.of(12.5, Ink.MUTED);
    private static final double NUMBERS = 24;

    private record Placed(MapLabel label, Spot spot) {}

    private final MapChart map;
    private final Width width;
    private final Svg svg;
    private final Projection projection;
    private final Placement placement;
    private final List<Group> groups;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<MapLabel> numbered = new ArrayList<>();

    MapDrawing(MapChart map, Width width) {
        this.map = map;
        this.width = width;
        this.svg = new Svg(width.units());
        this.projection = Projection.of(map.areas(), map.points(), width.units());
        this.placement = new Placement(width.units(), projection.height());
        this.groups = MapMarks.groups(map.points(), projection, width.units());
        map.points().forEach(p -> kinds.putIfAbsent(p.kind(), kinds.size()));
    }

    Svg draw() {
        for (Area area : map.areas()) {
            area.rings().forEach(ring -> placement.border(projection.ring(ring)));
            String path = projection.path(area);
            if (!path.isEmpty()) {
                svg.path(path, outline());
            }
        }
        groups.forEach(g -> placement.take(g.box()));
        map.areas().forEach(this::name);
        groups.stream()
                .filter(Group::labelled)
                .sorted(Comparator.comparingInt((Group g) -> -g.marks().size()))
                .forEach(g -> place(label(g), g.box()));
        placed.stream()
                .map(p -> p.spot.box())
                .filter(placement::inland)
                .forEach(b -> svg.rect(b.x() - 1, b.y() + 1, b.w() + 2, b.h() - 1, Ink.GROUND));
        placed.forEach(p -> p.spot.leader().ifPresent(l -> svg.line(l.x1(), l.y1(), l.x2(), l.y2(), Ink.MUTED, 1)));
        placed.forEach(p -> p.label.draw(svg, p.spot.box().x(), p.spot.box().y()));
        groups.forEach(g -> g.marks().forEach(m -> MapMarks.draw(svg, m.x(), m.y(), kind(m.point()))));
        svg.height(legend(projection.height() + 6) + 6);
        return svg;
    }

    private int kind(Point point) {
        return kinds.getOrDefault(point.kind(), 0);
    }

    private static String outline() {
        return "class=\"f-ground s-muted\" fill=\"" + Ink.GROUND.hex() + "\" stroke=\"" + Ink.MUTED.hex()
                + "\" stroke-width=\"0.8\" stroke-linejoin=\"round\"";
    }

    private void name(Area area) {
        double[] middle = projection.centre(area);
        if (middle.length == 0) {
            return;
        }
        MapLabel label = MapLabel.name(
                area.name(), Style.of(width == Width.WIDE ? 13 : 11, Ink.MUTED).bold());
        List<double[]> ring = projection.ring(area.rings().getFirst());
        Optional<Spot> inside = placement.within(ring, middle, label.width(), label.height());
        if (inside.isPresent()) {
            placed.add(new Placed(label, inside.get()));
        } else {
            Box point = Box.around(middle[0], middle[1], 1, 1);
            place(
                    label,
                    groups.stream()
                            .map(Group::box)
                            .filter(point::meets)
                            .findFirst()
                            .orElse(point));
        }
    }

    private void place(MapLabel label, Box thing) {
        placement
                .near(thing, label.width(), label.height(), width == Width.WIDE ? 68 : 32)
                .ifPresentOrElse(spot -> placed.add(new Placed(label, spot)), () -> number(label, thing));
    }

    /** No room for the words: a number stands there, and the words after it in the list below. */
    private void number(MapLabel label, Box thing) {
        numbered.add(label.unbroken(width.units() - NUMBERS));
        MapLabel number = MapLabel.number(numbered.size(), NUMBER);
        placement
                .near(thing, number.width(), number.height(), Double.MAX_VALUE)
                .ifPresent(spot -> placed.add(new Placed(number, spot)));
    }

    /** Where several marks share a place, all are named: a single name would be taken for that of its neighbour. */
    private MapLabel label(Group group) {
        boolean single = group.marks().size() == 1;
        List<Line> names = group.marks().stream()
                .map(m -> new Line(
                        single ? MapLabel.PLAIN : kind(m.point()), m.point().name()))
                .toList();
        return MapLabel.names(names, NAME, width == Width.WIDE ? 220 : 130);
    }

    private double legend(double top) {
        List<Legend.Key> keys = new ArrayList<>();
        kinds.forEach((kind, index) -> keys.add(new Legend.Key((s, x, y) -> MapMarks.draw(s, x, y, index), kind)));
        double y = Legend.draw(svg, top, keys);
        for (int i = 0; i < numbered.size(); i++) {
            svg.text(0, y + 15.5, String.valueOf(i + 1), NUMBER);
            numbered.get(i).list(svg, NUMBERS, y + 4);
            y += numbered.get(i).height() + 4;
        }
        return svg.lines(0, y + 16, Svg.wrap(map.note(), width.units(), SMALL), SMALL);
    }
}
