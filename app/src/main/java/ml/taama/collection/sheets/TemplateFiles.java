package ml.taama.collection.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ml.taama.collection.forms.Numbers;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a template as XLSX or CSV. */
public final class TemplateFiles {

    private static final int ID = 0;
    private static final int[] WIDTHS = {4, 46, 34, 14, 18, 16, 30, 34, 34, 34};
    private static final int CHARACTER = 256;
    private static final int ABSENCE = Template.VALUE + 1;

    private TemplateFiles() {}

    /** CSV (RFC 4180) in UTF-8 with the mark that spreadsheets need. */
    public static byte[] csv(Template template) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(template.headers());
        template.lines()
                .forEach(line ->
                        csv.writeRecord(line.cells().stream().map(SafeText::of).toList()));
        return ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** XLSX: instructions, answers with locked headers, lists, a hidden column of identifiers. */
    public static byte[] xlsx(Template template) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            instructions(book, template);
            Sheet sheet = book.createSheet(template.file());
            answers(book, sheet, template);
            lists(sheet, template);
            book.setActiveSheet(1);
            book.setSelectedTab(1);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void instructions(XSSFWorkbook book, Template template) {
        Sheet sheet = book.createSheet("Instructions");
        sheet.setColumnWidth(0, 100 * CHARACTER);
        CellStyle wrapped = book.createCellStyle();
        wrapped.setWrapText(true);
        CellStyle heading = book.createCellStyle();
        heading.setFont(bold(book));
        Cell title = sheet.createRow(0).createCell(0);
        title.setCellValue(template.title());
        title.setCellStyle(heading);
        int number = 2;
        for (String line : template.instructions()) {
            Cell cell = sheet.createRow(number++).createCell(0);
            cell.setCellValue(line);
            cell.setCellStyle(wrapped);
        }
        sheet.protectSheet("");
    }

    private static Font bold(XSSFWorkbook book) {
        Font font = book.createFont();
        font.setBold(true);
        return font;
    }

    private static void answers(XSSFWorkbook book, Sheet sheet, Template template) {
        CellStyle header = book.createCellStyle();
        header.setFont(bold(book));
        header.setWrapText(true);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        CellStyle open = book.createCellStyle();
        open.setLocked(false);
        CellStyle text = book.createCellStyle();
        text.setLocked(false);
        text.setQuotePrefixed(true);
        Row top = sheet.createRow(0);
        for (int i = 0; i < template.headers().size(); i++) {
            Cell cell = top.createCell(i);
            cell.setCellValue(template.headers().get(i));
            cell.setCellStyle(header);
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        int number = 1;
        for (Template.Line line : template.lines()) {
            Row row = sheet.createRow(number++);
            List<String> cells = line.cells();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = row.createCell(i);
                fill(cell, cells.get(i), i == Template.VALUE);
                if (i >= Template.VALUE) {
                    cell.setCellStyle(SafeText.dangerous(cells.get(i)) ? text : open);
                }
            }
        }
        sheet.setColumnHidden(ID, true);
        sheet.createFreezePane(Template.VALUE, 1);
        sheet.protectSheet("");
    }

    private static void fill(Cell cell, String value, boolean number) {
        Numbers.Reading read = Numbers.read(value, false);
        if (number && read.value().isPresent()) {
            cell.setCellValue(read.value().map(BigDecimal::doubleValue).orElseThrow());
        } else if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }

    private static void lists(Sheet sheet, Template template) {
        if (template.lines().isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation reasons = helper.createValidation(
                helper.createExplicitListConstraint(template.absences().toArray(String[]::new)),
                new CellRangeAddressList(1, template.lines().size(), ABSENCE, ABSENCE));
        reasons.setShowErrorBox(true);
        sheet.addValidationData(reasons);
    }
}
