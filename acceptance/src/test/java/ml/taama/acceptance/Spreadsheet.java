package ml.taama.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The spreadsheet of a call as a person fills it; rows are numbered as the spreadsheet numbers them. */
final class Spreadsheet {

    static final int ID = 0;
    static final int QUESTION = 1;
    static final int PERIOD = 3;
    static final int UNIT = 4;
    static final int VALUE = 5;
    static final int ABSENCE = 6;
    static final int SOURCE = 7;
    static final int EXPLANATION = 9;

    private final XSSFWorkbook book;
    private final Sheet sheet;

    Spreadsheet(byte[] content) {
        try {
            book = new XSSFWorkbook(new ByteArrayInputStream(content));
            sheet = book.getSheetAt(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows by question, in order: the parts, then the total. */
    List<List<Integer>> questions() {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            String question = text(i + 1, ID).replaceFirst("\\|.*", "");
            rows.computeIfAbsent(question, q -> new ArrayList<>()).add(i + 1);
        }
        return List.copyOf(rows.values());
    }

    String text(int row, int column) {
        return sheet.getRow(row - 1).getCell(column).getStringCellValue();
    }

    void text(int row, int column, String text) {
        cell(row, column).setCellValue(text);
    }

    void number(int row, double value) {
        cell(row, VALUE).setCellValue(value);
    }

    void brokenFormula(int row) {
        cell(row, VALUE).setCellErrorValue(FormulaError.DIV0.getCode());
    }

    private Cell cell(int row, int column) {
        return sheet.getRow(row - 1).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** A row more; its number. */
    int add() {
        return sheet.createRow(sheet.getLastRowNum() + 1).getRowNum() + 1;
    }

    /** A row more, with the same text in all cells but the value; its number. */
    int copy(int row) {
        int copy = add();
        for (int column = 0; column < VALUE; column++) {
            text(copy, column, text(row, column));
        }
        return copy;
    }

    /** Name of a cell as faults give it. */
    String place(int row) {
        return sheet.getSheetName() + "!F" + row;
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
