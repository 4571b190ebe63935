package ml.taama.collection.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table written row by row, so that no table is too long for memory and none of it lies on a disk: CSV (RFC 4180) in UTF-8 with
 * the mark that spreadsheets need, or XLSX (ECMA-376) with one sheet of texts. What a spreadsheet would run as a formula is made safe.
 */
public interface SheetOut extends AutoCloseable {

    /** Writes a row. */
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** A text without signs that no spreadsheet takes. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\ufffe\uffff&&[^\\n\\t]]", " ");
    }

    /** A table in a format: {@code xlsx}, or CSV for every other. */
    static SheetOut of(String format, OutputStream out) throws IOException {
        return format.equals("xlsx") ? new Xlsx(out) : new Csv(out);
    }

    /** CSV. */
    final class Csv implements SheetOut {

        private final Writer writer;
        private final CsvWriter csv;

        Csv(OutputStream out) throws IOException {
            writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            csv = CsvWriter.builder().build(writer);
        }

        @Override
        public void row(List<String> cells) {
            csv.writeRecord(
                    cells.stream().map(SheetOut::clean).map(SafeText::of).toList());
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** XLSX: texts only, so that a number with leading zeros stays what it is. */
    final class Xlsx implements SheetOut {

        private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
        private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

        private final ZipOutputStream zip;
        private final Writer sheet;

        Xlsx(OutputStream out) throws IOException {
            zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            part(
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                            + "worksheet+xml\"/></Types>");
            part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS
                            + "\"><sheets><sheet name=\"Taama\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            sheet.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        }

        private static String relation(String kind, String target) {
            return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + LINKS + "/"
                    + kind + "\" Target=\"" + target + "\"/></Relationships>";
        }

        private void part(String name, String content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        @Override
        public void row(List<String> cells) throws IOException {
            sheet.write("<row>");
            for (String cell : cells) {
                sheet.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                escape(clean(cell));
                sheet.write("</t></is></c>");
            }
            sheet.write("</row>");
        }

        private void escape(String text) throws IOException {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '&' -> sheet.write("&amp;");
                    case '<' -> sheet.write("&lt;");
                    case '>' -> sheet.write("&gt;");
                    default -> sheet.write(c);
                }
            }
        }

        @Override
        public void close() throws IOException {
            sheet.write("</sheetData></worksheet>");
            sheet.flush();
            zip.closeEntry();
            zip.close();
        }
    }
}
