package ml.taama.collection.sheets;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of each row as they come. */
final class XlsxRow implements SheetContentsHandler {

    private static final int MOST_COLUMNS = 500;

    /** There are more rows than are taken. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String sheet;
    private final List<SheetRow> rows;
    private final int most;
    private final List<String> cells = new ArrayList<>();

    XlsxRow(String sheet, List<SheetRow> rows, int most) {
        this.sheet = sheet;
        this.rows = rows;
        this.most = most;
    }

    @Override
    public void startRow(int number) {
        cells.clear();
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
            return;
        }
        while (cells.size() < column) {
            cells.add("");
        }
        String text = value == null ? "" : value;
        if (column < cells.size()) {
            cells.set(column, text);
        } else {
            cells.add(text);
        }
    }

    @Override
    public void endRow(int number) {
        SheetRow row = new SheetRow(sheet, number + 1, cells);
        if (row.blank()) {
            return;
        }
        if (rows.size() == most) {
            throw new Full();
        }
        rows.add(row);
    }
}
