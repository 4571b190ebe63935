package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.charts.Svg.Style;

/** The keys of a chart, side by side and wrapped. */
final class Legend {

    private static final Style TEXT = Style.of(13, Ink.INK);
    private static final double MARK = 16;
    private static final double GAP = 20;
    private static final double ROW = 22;

    /** One key: how its mark is drawn around a centre, and its label. */
    record Key(Mark mark, String label) {}

    /** Draws a mark around a centre. */
    interface Mark {
        void draw(Svg svg, double x, double y);
    }

    private Legend() {}

    /** Draws the keys from {@code y} on; returns the y below them. */
    static double draw(Svg svg, double y, List<Key> keys) {
        double x = 0;
        double top = y;
        for (Key key : keys) {
            double room = MARK + 6 + TEXT.width(key.label);
            if (x > 0 && x + room > svg.width()) {
                x = 0;
                top += ROW;
            }
            key.mark.draw(svg, x + MARK / 2, top + ROW / 2);
            svg.text(x + MARK + 6, top + ROW / 2 + 4.5, key.label, TEXT);
            x += room + GAP;
        }
        return keys.isEmpty() ? y : top + ROW;
    }

    static Mark square(String paint) {
        return (svg, x, y) -> svg.rect(x - 7, y - 7, 14, 14, 2, paint);
    }
}
