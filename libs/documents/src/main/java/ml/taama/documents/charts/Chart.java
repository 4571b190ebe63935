package ml.taama.documents.charts;

/** A chart or a map: a picture, what it says in words, and its data as a table. */
public interface Chart {

    /** Stable name for files and anchors: lower case, digits and hyphens. */
    String id();

    /** What the picture shows, in a few words. */
    String title();

    /** The text alternative: what a reader who does not see the picture needs to know. */
    String description();

    /** Draws the picture. The height follows from the content. */
    Svg draw(Width width);

    /** The data behind the picture. */
    Grid table();

    /** Width of the drawing in user units (CSS pixels at scale 1). */
    enum Width {
        /** For pages and paper. */
        WIDE(720),
        /** For a phone held upright. */
        NARROW(344);

        private final int units;

        Width(int units) {
            this.units = units;
        }

        /** The width in user units. */
        public int units() {
            return units;
        }
    }
}
