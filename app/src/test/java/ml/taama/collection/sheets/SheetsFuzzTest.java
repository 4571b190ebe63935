package ml.taama.collection.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ml.taama.collection.forms.Checks;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Questions;

/** Whatever is sent as a spreadsheet is read and checked, or refused with a named fault. Fuzz with {@code JAZZER_FUZZ=1}. */
class SheetsFuzzTest {

    private static final Form FORM = Questions.form(Map.of());

    @FuzzTest(maxDuration = "2m")
    void bytes(FuzzedDataProvider data) {
        read(data.consumeRemainingAsBytes());
    }

    @FuzzTest(maxDuration = "2m")
    void table(FuzzedDataProvider data) {
        read(("Indicateur;Valeur;Période;Unité;Femmes\n" + data.consumeRemainingAsString())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A workbook whose sheet is what the fuzzer likes, so that it does not have to invent the archive. */
    @FuzzTest(maxDuration = "2m")
    void workbook(FuzzedDataProvider data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""");
            put(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""");
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    </Relationships>""");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + data.consumeRemainingAsString() + "</sheetData></worksheet>");
        }
        read(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void read(byte[] file) {
        try {
            List<SheetRow> rows = Sheets.read(file);
            SheetEntries.header(rows)
                    .ifPresent(header -> new Checks(FORM)
                            .all(new SheetEntries(FORM, Mapping.guess(header, FORM), Map.of(), p -> p)
                                    .read(rows, header)));
        } catch (SheetFault fault) {
            assertThat(fault.reason()).isNotNull();
        }
    }
}
