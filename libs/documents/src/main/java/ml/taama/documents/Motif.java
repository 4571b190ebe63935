package ml.taama.documents;

import java.util.List;

/** Our own line motif, drawn from the geometry of bogolan cloth, and the stripes of a flag; never near data. */
public final class Motif {

    private static final int CELL = 24;
    private static final List<String> LINES =
            List.of("M4 12l8-8l8 8l-8 8z", "M0 4l8 8l-8 8M24 4l-8 8l8 8", "M12 4v16M4 4v16M20 4v16");

    private Motif() {}

    /** One repeat of the motif as a file, to be laid side by side as a background. */
    public static String tile() {
        int cells = 4;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + cells * CELL + "\" height=\"" + CELL
                + "\" viewBox=\"0 0 " + cells * CELL + " " + CELL + "\">" + path(cells) + "</svg>\n";
    }

    /** The mark of the product: one cell of the motif on indigo. */
    public static String icon() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"6\""
                + " fill=\"#2b3990\"/><path d=\"M6 16l10-10l10 10l-10 10z\" fill=\"none\" stroke=\"#f3c37a\""
                + " stroke-width=\"2.5\"/><circle cx=\"16\" cy=\"16\" r=\"2.6\" fill=\"#f3c37a\"/></svg>\n";
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
