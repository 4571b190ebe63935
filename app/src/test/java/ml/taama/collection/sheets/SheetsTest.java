package ml.taama.collection.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Questions;
import ml.taama.collection.sheets.SheetFault.Reason;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Spreadsheets in and out; whatever bytes come, they are rows or a named fault. */
class SheetsTest {

    private static final Form FORM = Questions.form(Map.of());
    private static final List<String> HEADERS = List.of(
            "taama-id",
            "Indicateur / Indicator",
            "Ventilation / Breakdown",
            "Période / Period",
            "Unité / Unit",
            "Valeur / Value",
            "Pas de donnée parce que / No data because",
            "Source / Source",
            "Méthode / Method",
            "Explication / Explanation");

    private static Template template() {
        Map<Entry.Key, Entry> answers = Map.of(
                new Entry.Key(2, "2025", "", Cell.TOTAL),
                new Entry("", 2, "2025", "", Cell.TOTAL, "535,5", java.util.Optional.empty(), "", "=1+1", "", ""));
        return new Template(
                "Appel",
                HEADERS,
                List.of("Remplissez"),
                List.of("non collecté"),
                "Données",
                Template.lines(FORM, answers, Locale.FRENCH, "total", Map.of("", "")));
    }

    private static List<Entry> entries(byte[] file) throws SheetFault {
        List<SheetRow> rows = Sheets.read(file);
        SheetRow header = SheetEntries.header(rows).orElseThrow();
        return new SheetEntries(FORM, Mapping.guess(header, FORM), Map.of("non collecte", "not-collected"), p -> p)
                .read(rows, header);
    }

    private static SheetFault.Reason reason(byte[] file) {
        try {
            Sheets.read(file);
            throw new AssertionError("read");
        } catch (SheetFault fault) {
            return fault.reason();
        }
    }

    @Test
    void whatATemplateHoldsComesBackTheSameFromBothFormats() throws SheetFault {
        for (byte[] file : List.of(TemplateFiles.xlsx(template()), TemplateFiles.csv(template()))) {
            List<Entry> entries = entries(file);
            assertThat(entries).hasSize(1);
            Entry entry = entries.getFirst();
            assertThat(entry.question()).isEqualTo(2);
            assertThat(entry.period()).isEqualTo("2025");
            assertThat(entry.typed().replace('.', ',')).isEqualTo("535,5");
            assertThat(entry.source()).isEqualTo("=1+1");
            assertThat(entry.where()).endsWith("F7");
        }
    }

    @Test
    void aPeriodWrittenOverTheOneAskedForIsNotPassedOver() throws IOException, SheetFault {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TemplateFiles.xlsx(template())));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheet("Données").getRow(6).getCell(3).setCellValue("1999");
            book.write(out);
            assertThat(entries(out.toByteArray()).getFirst().period()).isEqualTo("1999");
        }
    }

    @Test
    void aTemplateLocksItsHeadersAndRunsNoFormula() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TemplateFiles.xlsx(template())))) {
            XSSFSheet sheet = book.getSheet("Données");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.isColumnHidden(0)).isTrue();
            assertThat(sheet.getRow(0).getCell(5).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(5).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getDataValidations()).isNotEmpty();
            sheet.forEach(row ->
                    row.forEach(cell -> assertThat(cell.getCellType().name()).isNotEqualTo("FORMULA")));
        }
        assertThat(new String(TemplateFiles.csv(template()), StandardCharsets.UTF_8))
                .contains(",'=1+1,");
    }

    @Test
    void dangerousTextIsMadeHarmlessAndNumbersStay() {
        assertThat(List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx").stream()
                        .map(SafeText::of))
                .allMatch(t -> t.startsWith("'"));
        assertThat(List.of("-12,5", "+3", "12", "texte").stream().map(SafeText::of))
                .containsExactly("-12,5", "+3", "12", "texte");
    }

    @Test
    void readsAnOwnFileWithItsOwnColumns() throws SheetFault {
        String csv = "Année;Sexe;Âge;Effectif\n2025;Femmes;enfants;10\n2025;hommes;Adultes;1 200\nT3 2025;Femmes;;7\n";
        List<SheetRow> rows = Sheets.read(csv.getBytes(StandardCharsets.UTF_8));
        Mapping guessed = Mapping.guess(rows.getFirst(), FORM);
        assertThat(guessed.complete()).isFalse();
        List<Entry> entries = new SheetEntries(FORM, new Mapping(guessed.columns(), "RETURNED"), Map.of(), p -> p)
                .read(rows, rows.getFirst());
        assertThat(entries)
                .extracting(e -> e.period() + " " + e.cell() + " " + e.typed() + " " + e.where())
                .containsExactly("2025 age=0-17;sex=F 10 D2", "2025 age=18plus;sex=M 1 200 D3", "2025-Q3 sex=F 7 D4");
    }

    @Test
    void readsColumnsForWomenAndMen() throws SheetFault {
        String csv = "Indicateur,Femmes,Hommes,Total\nRETURNED,3,4,7\n";
        assertThat(entries(csv.getBytes(StandardCharsets.UTF_8)))
                .extracting(e -> e.cell() + ":" + e.typed())
                .containsExactly("sex=F:3", "sex=M:4", ":7");
    }

    @Test
    void readsTheEncodingsOfSpreadsheets() throws SheetFault {
        String csv = "Indicateur;Valeur\nMONEY;535,5\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(entries(("Période;" + csv.replace("\n", ";\n")).getBytes(charset)))
                    .isEmpty();
            assertThat(entries(csv.getBytes(charset))).hasSize(1);
        }
        assertThat(entries(("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE)))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoSpreadsheet() throws IOException {
        assertThat(reason(new byte[0])).isEqualTo(Reason.UNREADABLE);
        assertThat(reason("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Reason.UNREADABLE);
        assertThat(reason(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1}))
                .isEqualTo(Reason.OLD_FORMAT);
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(Reason.UNREADABLE);
        assertThat(reason("a,b\n".repeat(Sheets.MOST_ROWS + 2).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(1 << 20);
        assertThat(reason(out.toByteArray())).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void readsNoEntityFromOutside() throws Exception {
        byte[] sound = TemplateFiles.xlsx(template());
        byte[] evil = Archives.replace(
                sound,
                "xl/worksheets/sheet2.xml",
                xml -> xml.replaceFirst(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet"));
        assertThatThrownBy(() -> Sheets.read(evil)).isInstanceOf(SheetFault.class);
    }

    /** A hundred damaged files of each kind: rows, or a fault that has a name; nothing else gets out. */
    @Test
    void damagedFilesAreRowsOrANamedFault() {
        Random random = new Random(42);
        for (byte[] sound : List.of(TemplateFiles.xlsx(template()), TemplateFiles.csv(template()))) {
            for (int i = 0; i < 100; i++) {
                byte[] damaged = sound.clone();
                for (int n = 1 + random.nextInt(20); n > 0; n--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                byte[] cut = random.nextBoolean()
                        ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length))
                        : damaged;
                rowsOrFault(cut);
            }
        }
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            rowsOrFault(noise);
        }
    }

    private static void rowsOrFault(byte[] file) {
        try {
            List<SheetRow> rows = Sheets.read(file);
            SheetEntries.header(rows)
                    .ifPresent(header -> new ml.taama.collection.forms.Checks(FORM)
                            .all(new SheetEntries(FORM, Mapping.guess(header, FORM), Map.of(), p -> p)
                                    .read(rows, header)));
        } catch (SheetFault fault) {
            assertThat(fault.reason()).isNotNull();
        }
    }
}
