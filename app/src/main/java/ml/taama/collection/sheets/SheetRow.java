package ml.taama.collection.sheets;

import java.util.List;

/**
 * A row of a spreadsheet.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells as text, without the empty ones at the end
 */
public record SheetRow(String sheet, int number, List<String> cells) {

    private static final int LETTERS = 26;

    /** Copies the cells. */
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Text of a cell; empty beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Whether nothing stands in it. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** How many cells hold something. */
    public long filled() {
        return cells.stream().filter(c -> !c.isBlank()).count();
    }

    /** Where a cell stands, as a spreadsheet says it: {@code Données!G12}. */
    public String where(int column) {
        return (sheet.isEmpty() ? "" : sheet + "!") + letters(column) + number;
    }

    static String letters(int column) {
        return (column < LETTERS ? "" : letters(column / LETTERS - 1)) + (char) ('A' + column % LETTERS);
    }
}
