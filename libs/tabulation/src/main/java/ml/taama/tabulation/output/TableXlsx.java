package ml.taama.tabulation.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.Note;
import ml.taama.tabulation.ProtectedTable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** XLSX: one sheet for each layer with frozen headers, and one with how the table was protected. */
final class TableXlsx {

    private static final int IN_MEMORY = 500;
    private static final int MOST_SHEETS = 100;

    private final ProtectedTable table;
    private final Words words;
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final CellStyle bold = book.createCellStyle();
    private final CellStyle right = book.createCellStyle();

    private TableXlsx(ProtectedTable table, Words words) {
        this.table = table;
        this.words = words;
        Font font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
        right.setAlignment(org.apache.poi.ss.usermodel.HorizontalAlignment.RIGHT);
    }

    static byte[] write(ProtectedTable table, Words words) {
        TableXlsx xlsx = new TableXlsx(table, words);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            xlsx.fill();
            xlsx.book.write(out);
            xlsx.book.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        Pivot pivot = Pivot.of(table);
        List<List<Integer>> layers = pivot.layers();
        if (layers.size() > MOST_SHEETS) {
            throw ml.taama.tabulation.schema.FaultsException.of(
                    ml.taama.tabulation.schema.Fault.Code.TOO_LARGE, "xlsx", layers.size(), MOST_SHEETS);
        }
        for (int i = 0; i < layers.size(); i++) {
            layer(pivot, layers.get(i), i);
        }
        Sheet notes = sheet(words.text("tabulation.notes"));
        int row = 0;
        text(notes.createRow(row++), 0, words.title(table), bold);
        for (Note note : table.notes()) {
            notes.createRow(row++).createCell(0).setCellValue(words.note(note));
        }
    }

    private Sheet sheet(String name) {
        return book.createSheet(WorkbookUtil.createSafeSheetName(name));
    }

    private void layer(Pivot pivot, List<Integer> layer, int number) {
        Sheet sheet = sheet(words.text("tabulation.table") + (layer.isEmpty() ? "" : " " + (number + 1)));
        int top = 0;
        String name = Pivot.words(pivot.layerDimensions(), layer, words);
        text(sheet.createRow(top++), 0, name.isEmpty() ? words.title(table) : name, bold);
        Row header = sheet.createRow(top++);
        int at = 0;
        for (Dimension dimension : pivot.rowDimensions()) {
            text(header, at++, dimension.label(), bold);
        }
        for (List<Integer> column : pivot.columns()) {
            for (String measure : table.measures()) {
                String of = Pivot.words(pivot.columnDimensions(), column, words);
                text(
                        header,
                        at++,
                        of.isEmpty()
                                ? words.measure(measure)
                                : table.measures().size() == 1 ? of : of + ", " + words.measure(measure),
                        bold);
            }
        }
        sheet.createFreezePane(pivot.rowDimensions().size(), top);
        for (List<Integer> row : pivot.rows()) {
            row(sheet.createRow(top++), pivot, layer, row);
        }
    }

    private void row(Row out, Pivot pivot, List<Integer> layer, List<Integer> row) {
        int at = 0;
        for (int i = 0; i < row.size(); i++) {
            text(out, at++, words.node(Pivot.node(pivot.rowDimensions(), row, i)), bold);
        }
        for (List<Integer> column : pivot.columns()) {
            int line = pivot.line(layer, row, column);
            for (int measure = 0; measure < table.measures().size(); measure++) {
                if (line >= 0) {
                    value(out.createCell(at), line, measure);
                }
                at++;
            }
        }
    }

    private void value(Cell cell, int line, int measure) {
        var value = table.value(line, measure);
        if (value.isPresent()) {
            cell.setCellValue(value.getAsDouble());
        } else {
            cell.setCellValue(words.mark(table.status(line, measure)));
            cell.setCellStyle(right);
        }
    }

    private static void text(Row row, int at, String text, CellStyle style) {
        Cell cell = row.createCell(at);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }
}
