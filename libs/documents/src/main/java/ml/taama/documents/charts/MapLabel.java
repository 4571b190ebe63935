package ml.taama.documents.charts;

import java.util.List;
import java.util.stream.IntStream;
import ml.taama.documents.charts.Svg.Style;

/**
 * The words beside a place of a map: a name, one name a mark when several marks share the place, or a number.
 *
 * @param names as given, each after the mark of its kind or after none
 * @param room width in which a name may stand on one line
 * @param ringed whether an outline keeps the label apart from others, as a number needs
 */
record MapLabel(List<Line> names, Style style, double room, boolean ringed) {

    /** No mark before the words. */
    static final int PLAIN = -1;

    /** No mark either, yet set in: the line goes on from the one above. */
    private static final int MORE = -2;

    private static final double LINE = 15;
    private static final double BASELINE = 11.5;
    private static final double INDENT = 16;
    private static final double RING = 5;

    /** One line, after the mark of its kind or after none. */
    record Line(int kind, String text) {}

    static MapLabel name(String name, Style style) {
        return new MapLabel(List.of(new Line(PLAIN, name)), style, Double.MAX_VALUE, false);
    }

    static MapLabel number(int number, Style style) {
        return new MapLabel(List.of(new Line(PLAIN, String.valueOf(number))), style, Double.MAX_VALUE, true);
    }

    static MapLabel names(List<Line> names, Style style, double room) {
        return new MapLabel(names, style, room, false);
    }

    /** The same names where there is more room. */
    MapLabel unbroken(double wider) {
        return new MapLabel(names, style, wider, ringed);
    }

    double width() {
        double widest = lines().stream()
                .mapToDouble(l -> indent(l) + style.width(l.text))
                .max()
                .orElse(0);
        return widest + (ringed ? 2 * RING : 0);
    }

    double height() {
        return lines().size() * LINE;
    }

    /** Writes the lines with their left upper corner at a point of a map. */
    void draw(Svg svg, double x, double y) {
        if (ringed) {
            String paint = "class=\"f-paper s-muted\" fill=\"" + Ink.PAPER.hex() + "\" stroke=\"" + Ink.MUTED.hex()
                    + "\" stroke-width=\"0.8\"";
            svg.rect(x, y, width(), LINE, LINE / 2, paint);
            list(svg, x + RING, y);
            return;
        }
        List<Line> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            svg.halo(x + indent(lines.get(i)), y + i * LINE + BASELINE, lines.get(i).text, style);
        }
        list(svg, x, y);
    }

    /** Writes the lines where nothing lies beneath. */
    void list(Svg svg, double x, double y) {
        List<Line> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double baseline = y + i * LINE + BASELINE;
            if (line.kind >= 0) {
                MapMarks.draw(svg, x + 6, baseline - 4.5, line.kind);
            }
            svg.text(x + indent(line), baseline, line.text, style);
        }
    }

    private List<Line> lines() {
        return names.stream()
                .flatMap(name -> {
                    List<String> parts = Svg.wrap(name.text, room - indent(name), style);
                    return IntStream.range(0, parts.size())
                            .mapToObj(i -> new Line(i == 0 || name.kind == PLAIN ? name.kind : MORE, parts.get(i)));
                })
                .toList();
    }

    private static double indent(Line line) {
        return line.kind == PLAIN ? 0 : INDENT;
    }
}
