package ml.taama.tabulation.output;

import java.util.ArrayList;
import java.util.List;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Svg;

/** A picture as a file of its own, with its title above it and beneath it how the figures were protected. */
final class PictureFile {

    private static final int MARGIN = 16;
    private static final int TITLE = 18;
    private static final int SMALL = 12;
    private static final double LINE = 1.4;
    /** Characters of a line of notes: narrow enough for the typefaces that stand in for ours. */
    private static final int CHARACTERS = 105;

    private PictureFile() {}

    static String of(Chart chart, List<String> notes) {
        Svg drawing = chart.draw(Chart.Width.WIDE);
        int width = drawing.width() + 2 * MARGIN;
        List<String> titles = wrapped(chart.title(), CHARACTERS * SMALL / TITLE);
        List<String> lines =
                notes.stream().flatMap(n -> wrapped(n, CHARACTERS).stream()).toList();
        double top = MARGIN + titles.size() * TITLE * LINE + SMALL;
        double foot = top + drawing.height() + 2 * SMALL;
        int height = (int) Math.ceil(foot + lines.size() * SMALL * LINE + MARGIN);
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ');
        svg.append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height);
        svg.append("\" font-family=\"Source Sans Pro, Source Sans Ext, sans-serif\"><title>");
        svg.append(escape(chart.title())).append("</title><desc>").append(escape(chart.description()));
        svg.append("</desc><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        text(svg, titles, MARGIN + TITLE, TITLE, "font-weight=\"600\" fill=\"#1c1c30\"");
        svg.append("<g transform=\"translate(")
                .append(MARGIN)
                .append(' ')
                .append(top)
                .append(")\">");
        svg.append(drawing.element(chart.title(), "chart")).append("</g>");
        text(svg, lines, foot + SMALL, SMALL, "fill=\"#5a5e72\"");
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, List<String> lines, double first, int size, String paint) {
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x=\"").append(MARGIN).append("\" y=\"").append(first + i * size * LINE);
            svg.append("\" font-size=\"")
                    .append(size)
                    .append("\" ")
                    .append(paint)
                    .append('>');
            svg.append(escape(lines.get(i))).append("</text>");
        }
    }

    /** Broken at spaces. */
    private static List<String> wrapped(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Without what XML 1.0 cannot hold. */
    private static String escape(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE && c != 0xfffe && c != 0xffff)
                .forEach(kept::appendCodePoint);
        return TableHtml.escape(kept.toString());
    }
}
