package ml.taama.documents.charts;

import java.util.List;

/**
 * The colours of the product's pictures, each a CSS class beside its value on white paper. The categorical scale keeps
 * 3:1 contrast with white and differs in lightness, so that it survives colour blindness and a grey printer.
 */
public enum Ink {
    INK("ink", "#1c1c30"),
    MUTED("muted", "#5a5e72"),
    GRID("grid", "#d8d3c6"),
    GROUND("ground", "#f6f1e7"),
    PAPER("paper", "#ffffff"),
    INDIGO("indigo", "#2b3990"),
    INDIGO_PALE("indigo-pale", "#dfe3f5"),
    OCHRE("ochre", "#b96a12"),
    OCHRE_PALE("ochre-pale", "#f8e6cc"),
    KOLA("kola", "#7a3b1e"),
    TEAL("teal", "#1f7a72"),
    PLUM("plum", "#91468d"),
    SLATE("slate", "#636d87");

    /** For series without an order; the first is the one of the product. */
    public static final List<Ink> CATEGORIES = List.of(INDIGO, OCHRE, TEAL, PLUM, KOLA, SLATE);

    private final String css;
    private final String hex;

    Ink(String css, String hex) {
        this.css = css;
        this.hex = hex;
    }

    /** The value on white paper, as {@code #rrggbb}. */
    public String hex() {
        return hex;
    }

    String fill() {
        return "class=\"f-" + css + "\" fill=\"" + hex + "\"";
    }

    String stroke(double width) {
        return "class=\"s-" + css + "\" fill=\"none\" stroke=\"" + hex + "\" stroke-width=\"" + Svg.number(width)
                + "\"";
    }
}
