package ml.taama.documents.charts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;

/** An SVG drawing under construction; coordinates are in user units, y downward. */
public final class Svg {

    private static final String FONTS = "Source Sans Pro, Source Sans Ext, sans-serif";

    /** Height of a line, in sizes of its text. */
    static final double LINE = 1.25;

    /** Control characters, halves of surrogate pairs and non-characters: XML 1.0 holds none of them. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private int height;

    Svg(int width) {
        this.width = width;
    }

    void height(double lowest) {
        height = (int) Math.ceil(lowest);
    }

    /** Width in user units. */
    public int width() {
        return width;
    }

    /** Height in user units. */
    public int height() {
        return height;
    }

    /**
     * The drawing as an element of a page.
     *
     * @param label text alternative
     * @param css value of the class attribute
     */
    public String element(String label, String css) {
        return open() + " class=\"" + css + "\" role=\"img\" aria-label=\"" + escape(label) + "\">" + body + "</svg>";
    }

    /** The drawing as an element of an XHTML page that becomes a PDF, where the text alternative is {@code alt}. */
    public String printed(String label) {
        return open() + " alt=\"" + escape(label) + "\">" + body + "</svg>";
    }

    /** The drawing as a file of its own, on white. */
    public String file(String title, String description) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + open() + "><title>" + escape(title) + "</title><desc>"
                + escape(description) + "</desc><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>" + body
                + "</svg>\n";
    }

    private String open() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" font-family=\"" + FONTS + "\"";
    }

    void rect(double x, double y, double w, double h, Ink fill) {
        rect(x, y, w, h, 0, fill.fill());
    }

    void rect(double x, double y, double w, double h, double radius, String paint) {
        body.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"");
        body.append(number(w))
                .append("\" height=\"")
                .append(number(h))
                .append("\" rx=\"")
                .append(number(radius));
        body.append("\" ").append(paint).append("/>");
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double thickness) {
        path("M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2), ink.stroke(thickness));
    }

    void path(String d, String paint) {
        body.append("<path d=\"").append(d).append("\" ").append(paint).append("/>");
    }

    void circle(double x, double y, double radius, String paint) {
        body.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"");
        body.append(number(radius)).append("\" ").append(paint).append("/>");
    }

    /** What lies beneath a text that follows is pushed back around it. */
    void halo(double x, double y, String text, Style style) {
        String shade = "class=\"f-ground s-ground\" fill=\"" + Ink.GROUND.hex() + "\" stroke=\"" + Ink.GROUND.hex()
                + "\" stroke-width=\"3.5\" stroke-opacity=\"0.85\" stroke-linejoin=\"round\"";
        text(x, y, text, style, shade);
    }

    void text(double x, double y, String text, Style style) {
        text(x, y, text, style, style.ink.fill());
    }

    private void text(double x, double y, String text, Style style, String paint) {
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-size=\"");
        body.append(number(style.size)).append("\" ").append(paint);
        if (style.weight == Weight.BOLD) {
            body.append(" font-weight=\"600\" font-family=\"Source Sans Pro SemiBold, ")
                    .append(FONTS)
                    .append('"');
        }
        if (style.anchor != Anchor.START) {
            body.append(" text-anchor=\"")
                    .append(style.anchor.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        body.append('>').append(escape(text)).append("</text>");
    }

    /** Writes lines below each other; {@code y} is the first baseline. Returns the last baseline. */
    double lines(double x, double y, List<String> lines, Style style) {
        double at = y;
        for (int i = 0; i < lines.size(); i++) {
            at = y + i * style.size * LINE;
            text(x, at, lines.get(i), style);
        }
        return at;
    }

    /** Breaks a text at spaces into lines no wider than {@code room}; a word that is wider is cut. */
    static List<String> wrap(String text, double room, Style style) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Deque<String> words = new ArrayDeque<>(List.of(text.strip().split("\\s+")));
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            int fitting = fitting(word, room, style);
            if (fitting < word.length()) {
                words.addFirst(word.substring(fitting));
                word = word.substring(0, fitting) + "-";
            }
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && style.width(longer) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters of a word stand on a line of their own, with a hyphen when not all do. */
    private static int fitting(String word, double room, Style style) {
        if (style.width(word) <= room) {
            return word.length();
        }
        int fitting = word.length() - 1;
        while (fitting > 1 && style.width(word.substring(0, fitting) + "-") > room) {
            fitting = word.offsetByCodePoints(fitting, -1);
        }
        return Math.max(1, fitting);
    }

    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    static String escape(String text) {
        return NO_XML.matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Size in user units, colour, weight and anchor of a text. */
    record Style(double size, Ink ink, Weight weight, Anchor anchor) {

        static Style of(double size, Ink ink) {
            return new Style(size, ink, Weight.REGULAR, Anchor.START);
        }

        Style bold() {
            return new Style(size, ink, Weight.BOLD, anchor);
        }

        Style anchored(Anchor other) {
            return new Style(size, ink, weight, other);
        }

        double width(String text) {
            return Typeface.width(text, size, weight);
        }
    }
}
