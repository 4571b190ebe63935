package ml.taama.documents;

import java.util.List;
import ml.taama.documents.charts.Chart;

/** A part of a report that stands by itself. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 2 for a chapter, then 3, 4
     * @param id unique in the report, an XML name
     * @param number as printed before the text, or empty
     */
    record Heading(int level, String id, String number, List<Inline> text) implements Block {

        /** Number and text, without marks. */
        public String plain() {
            String words = Inline.plain(text);
            return number.isEmpty() ? words : number + " " + words;
        }
    }

    /** A paragraph. */
    record Paragraph(List<Inline> text) implements Block {}

    /** A list, numbered or with bullets. */
    record Items(boolean numbered, List<List<Inline>> items) implements Block {}

    /**
     * A table with its caption.
     *
     * @param id unique in the report
     */
    record Table(String id, String caption, List<Column> columns, List<List<List<Inline>>> rows) implements Block {

        /**
         * Checks the shape.
         *
         * @throws IllegalArgumentException when a row has another number of cells than there are columns
         */
        public Table {
            for (List<List<Inline>> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("Table '" + id + "' has a row of " + row.size() + " cells");
                }
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param numeric aligned right
     * @param share of the width, in percent
     */
    record Column(String label, boolean numeric, int share) {}

    /**
     * A chart with its caption.
     *
     * @param dataIn id of the table of the report that holds its data; empty when the data must follow the picture
     */
    record Picture(Chart chart, String caption, String dataIn) implements Block {}

    /**
     * A remark of the draft, beside the text; never printed.
     *
     * @param items what does not hold, one by one
     * @param severity a word of the style sheet: {@code fault}, {@code doubt} or {@code answered}
     */
    record Remark(String id, String severity, String title, List<List<Inline>> items) implements Block {}
}
