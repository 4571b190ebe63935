package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ml.taama.documents.charts.MapChart.Point;

/** The marks of a map; those that would cover each other are set side by side around their common middle. */
final class MapMarks {

    private static final double SIDE = 14;
    private static final double STEP = 13;

    /** How much two marks may overlap and still be told apart. */
    private static final double SLACK = 2.5;

    /** A mark where it is drawn. */
    record Mark(Point point, double x, double y) {}

    /** Marks of one place, and the rectangle around them. */
    record Group(List<Mark> marks, Box box) {

        private static Group of(List<Point> points, Projection projection, double width) {
            int columns = (int) Math.ceil(Math.sqrt(points.size()));
            int rows = (points.size() + columns - 1) / columns;
            double w = (columns - 1) * STEP + SIDE;
            double h = (rows - 1) * STEP + SIDE;
            double x = points.stream()
                    .mapToDouble(p -> projection.x(p.longitude()))
                    .average()
                    .orElseThrow();
            double y = points.stream()
                    .mapToDouble(p -> projection.y(p.latitude()))
                    .average()
                    .orElseThrow();
            Box box = Box.around(Math.clamp(x, w / 2, Math.max(w / 2, width - w / 2)), Math.max(y, h / 2), w, h);
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                int row = i / columns;
                double across = box.x() + SIDE / 2 + i % columns * STEP;
                marks.add(new Mark(points.get(i), across, box.y() + SIDE / 2 + row * STEP));
            }
            return new Group(marks, box);
        }

        boolean labelled() {
            return marks.stream().anyMatch(m -> m.point.labelled());
        }

        private boolean covers(Group other) {
            return box.grown(-SLACK).meets(other.box.grown(-SLACK));
        }

        private List<Point> points() {
            return marks.stream().map(Mark::point).toList();
        }
    }

    private MapMarks() {}

    /** The points in groups that do not cover each other. */
    static List<Group> groups(List<Point> points, Projection projection, double width) {
        List<Group> groups = new ArrayList<>();
        for (Point point : points) {
            List<Point> together = new ArrayList<>();
            Group group = Group.of(List.of(point), projection, width);
            for (int i = 0; i < groups.size(); i++) {
                if (groups.get(i).covers(group)) {
                    together.addAll(groups.remove(i).points());
                    group = Group.of(join(together, point), projection, width);
                    i = -1;
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static List<Point> join(List<Point> points, Point last) {
        List<Point> joined = new ArrayList<>(points);
        joined.add(last);
        return joined;
    }

    /** Draws the mark of a kind around a point. */
    static void draw(Svg svg, double x, double y, int kind) {
        Ink ink = Ink.CATEGORIES.get(kind % Ink.CATEGORIES.size());
        String paint = "class=\"f-" + ink.name().toLowerCase(Locale.ROOT) + " s-paper\" fill=\"" + ink.hex()
                + "\" stroke=\"" + Ink.PAPER.hex() + "\" stroke-width=\"1.2\"";
        String top = "M" + Svg.number(x) + " " + Svg.number(y - 7);
        switch (kind % 4) {
            case 0 -> svg.circle(x, y, 6, paint);
            case 1 -> svg.rect(x - 5, y - 5, 10, 10, 0, paint);
            case 2 -> svg.path(top + "l7 12h-14z", paint);
            default -> svg.path(top + "l7 7l-7 7l-7 -7z", paint);
        }
    }
}
