package ml.taama.documents.charts;

import java.util.List;

/**
 * Text in rows and columns.
 *
 * @param header one label a column
 * @param rows each with as many cells as the header
 */
public record Grid(List<String> header, List<List<String>> rows) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when a row has another number of cells than the header
     */
    public Grid {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("A row of " + row.size() + " cells under " + header.size());
            }
        }
    }
}
