package ml.taama.documents;

import java.util.List;

/** Our own line motif, drawn from the geometry of bogolan cloth, and the stripes of a flag; for covers only. */
public final class Motif {

    private static final int CELL = 24;
    private static final List<String> LINES =
            List.of("M4 12l8-8l8 8l-8 8z", "M0 4l8 8l-8 8M24 4l-8 8l8 8", "M12 4v16M4 4v16M20 4v16");

    private Motif() {}

    /** A band of the motif, {@code cells} wide, as an SVG element without meaning to a screen reader. */
    public static String band(int cells, String css) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"" + css + "\" viewBox=\"0 0 " + cells * CELL + " "
                + CELL + "\" aria-hidden=\"true\" focusable=\"false\" preserveAspectRatio=\"xMinYMid slice\">"
                + path(cells) + "</svg>";
    }

    static String screen(List<String> flag) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"motif\" viewBox=\"0 0 720 32\" aria-hidden=\"true\""
                + " focusable=\"false\">" + path(30) + stripes(flag) + "</svg>";
    }

    /** For the PDF: an empty text alternative would be a fault, so the drawing is marked as decoration by its class. */
    static String print(List<String> flag) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"motif\" viewBox=\"0 0 720 32\" width=\"720\""
                + " height=\"32\" alt=\" \">" + path(30) + stripes(flag) + "</svg>";
    }

    private static String path(int cells) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            String shape = LINES.get(i % 4 == 3 ? 2 : i % 2);
            d.append("<path transform=\"translate(")
                    .append(i * CELL)
                    .append(" 0)\" d=\"")
                    .append(shape);
            d.append("\"/>");
        }
        return "<g class=\"motif-lines\" fill=\"none\" stroke=\"#b96a12\" stroke-width=\"1.5\">" + d + "</g>";
    }

    private static String stripes(List<String> flag) {
        StringBuilder stripes = new StringBuilder();
        for (int i = 0; i < flag.size(); i++) {
            double width = 720.0 / flag.size();
            stripes.append("<rect x=\"").append(Math.round(i * width)).append("\" y=\"28\" width=\"");
            stripes.append(Math.round(width))
                    .append("\" height=\"4\" fill=\"")
                    .append(flag.get(i))
                    .append("\"/>");
        }
        return stripes.toString();
    }
}
