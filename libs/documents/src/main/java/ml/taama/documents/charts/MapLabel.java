package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import ml.taama.documents.charts.Svg.Style;

/** The words beside a place of a map: a name, or one name a mark when several marks share the place. */
record MapLabel(List<Line> lines, Style style) {

    static final double HEIGHT = 15;
    private static final double BASELINE = 11.5;
    private static final double INDENT = 16;

    /** No mark before the words. */
    static final int PLAIN = -1;

    /** No mark, yet set in as if there were one: the line goes on from the one above. */
    private static final int MORE = -2;

    /** One line, after the mark of its kind or after none. */
    record Line(int kind, String text) {}

    static MapLabel name(String name, Style style) {
        return new MapLabel(List.of(new Line(PLAIN, name)), style);
    }

    /** A line for each name; a long one is broken. */
    static MapLabel names(List<Line> names, Style style, double room) {
        List<Line> lines = new ArrayList<>();
        for (Line name : names) {
            List<String> parts = Svg.wrap(name.text, room, style);
            for (int i = 0; i < parts.size(); i++) {
                lines.add(new Line(i == 0 || name.kind == PLAIN ? name.kind : MORE, parts.get(i)));
            }
        }
        return new MapLabel(lines, style);
    }

    double width() {
        return lines.stream()
                .mapToDouble(l -> indent(l) + style.width(l.text))
                .max()
                .orElse(0);
    }

    double height() {
        return lines.size() * HEIGHT;
    }

    /** Writes the lines with their left upper corner at a point. */
    void draw(Svg svg, double x, double y, boolean halo) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double baseline = y + i * HEIGHT + BASELINE;
            if (line.kind >= 0) {
                MapMarks.draw(svg, x + 6, baseline - 4.5, line.kind);
            }
            if (halo) {
                svg.halo(x + indent(line), baseline, line.text, style);
            }
            svg.text(x + indent(line), baseline, line.text, style);
        }
    }

    private static double indent(Line line) {
        return line.kind == PLAIN ? 0 : INDENT;
    }
}
