package ml.taama.documents.charts;

import java.util.List;

/** Five shades from pale to dark in equal steps up to the largest value; the value is written too, or the limits are. */
final class Shade {

    private static final List<String> SCALE = List.of("#dfe3f5", "#b9c1e8", "#8b97d4", "#5563b5", "#2b3990");
    private static final int DARK = 3;

    private Shade() {}

    static int steps() {
        return SCALE.size();
    }

    static int of(double value, double most) {
        return (int) Math.clamp(Math.ceil(value / most * SCALE.size()) - 1, 0, SCALE.size() - 1.0);
    }

    static String fill(int shade) {
        return "class=\"f-shade-" + shade + "\" fill=\"" + SCALE.get(shade) + "\"";
    }

    /** For a value that is not shown. */
    static String none() {
        return "class=\"f-paper s-muted\" fill=\"" + Ink.PAPER.hex() + "\" stroke=\"" + Ink.MUTED.hex()
                + "\" stroke-width=\"1\" stroke-dasharray=\"4 3\"";
    }

    /** The text on a shade. */
    static Ink ink(int shade) {
        return shade >= DARK ? Ink.PAPER : Ink.INK;
    }
}
