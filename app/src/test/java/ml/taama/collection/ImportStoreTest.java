package ml.taama.collection;

import static ml.taama.collection.CollectionStage.HEALTH;
import static ml.taama.collection.CollectionStage.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.collection.Imports.Preview;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Question;
import ml.taama.collection.forms.Rule;
import ml.taama.collection.sheets.Column;
import ml.taama.collection.sheets.Mapping;
import ml.taama.collection.sheets.TemplateFiles;
import ml.taama.platform.problem.Problem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spreadsheet is looked at, put right and kept; nothing is ever half kept. */
class ImportStoreTest {

    private static CollectionStage stage;
    private Call call;
    private long health;

    @BeforeAll
    static void start() {
        stage = new CollectionStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void call() {
        call = stage.openCall();
        health = stage.document(call, HEALTH).id();
    }

    private Returns.Opened opened() {
        return stage.as(stage.focalPoint(HEALTH), () -> stage.get(Returns.class).open(health, Locale.FRENCH));
    }

    private Preview look(byte[] file) {
        return stage.as(stage.focalPoint(HEALTH), () -> {
            long upload = stage.get(Imports.class).upload(health, "C:\\fichiers\\retour.xlsx", file);
            return stage.get(Imports.class).preview(upload);
        });
    }

    private int keep(Preview preview, boolean goodOnly) {
        return stage.as(
                stage.focalPoint(HEALTH),
                () -> stage.get(Imports.class).keep(preview.upload().id(), goodOnly));
    }

    /** An own file with thirty faults of every kind that a file can have. */
    private String wrong() {
        StringBuilder csv =
                new StringBuilder("Indicateur;Période;Sexe;Âge;Unité;Valeur;Pas de donnée parce que;Lieu\n");
        String[] values = {
            "beaucoup", "12o", "1e5", "--", "environ 5", "-4", "3,5", "#REF!", "9999999999999999999", "1.2.3"
        };
        for (int i = 0; i < values.length; i++) {
            csv.append("C36;2023-%02d;;;personnes;%s;;\n".formatted(i + 1, values[i]));
        }
        for (String period : List.of("30/02/2024", "32/01/2023", "2024-13", "hier", "T5 2024")) {
            csv.append("C36;" + period + ";;;;1;;\n");
        }
        csv.append("C36;2031;;;;1;;\n").append("C36;2035-Q1;;;;1;;\n");
        csv.append("C36;2001;;;;1;;\n").append("C36;1999-Q1;;;;1;;\n");
        csv.append("Licornes;2024;;;;1;;\n").append("ML-XYZ;2024;;;;1;;\n");
        csv.append("C36;2024-01;;;euros;1;;\n").append("C36;2024-02;;;kilos;1;;\n");
        csv.append("C36;2024-03;;;;;par flemme;\n").append("C36;2024-04;;;;7;non collecté;\n");
        csv.append("C36;2024-05;;;;1;;Atlantide\n").append("C36;2024-06;;;;1;;Ys\n");
        csv.append("C36;2024-07;;;;1;;\n").append("C36;2024-07;;;;2;;\n");
        csv.append("C36;2024-08;Martiens;;;1;;\n")
                .append("C36;2024-09;Femmes;;;5;;\n")
                .append("C36;2024-09;;;;4;;\n");
        csv.append("C36;2024-10;;;personnes;120;;\n");
        return csv.toString();
    }

    @Test
    void aFileWithThirtyFaultsIsNamedFaultByFaultAndPutRight() {
        Preview preview = look(wrong().getBytes(StandardCharsets.UTF_8));
        assertThat(preview.errors()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(preview.errors())
                .allSatisfy(f -> assertThat(f.entry().where()).matches("F\\d+"));
        Set<Rule> rules = preview.errors().stream().map(Fault::rule).collect(Collectors.toSet());
        assertThat(rules)
                .contains(
                        Rule.NUMBER,
                        Rule.RANGE,
                        Rule.DECIMALS,
                        Rule.FORMULA,
                        Rule.DATE,
                        Rule.FUTURE,
                        Rule.PERIOD,
                        Rule.QUESTION,
                        Rule.UNIT,
                        Rule.ABSENCE,
                        Rule.BOTH,
                        Rule.PLACE,
                        Rule.TWICE,
                        Rule.BREAKDOWN,
                        Rule.PARTS);
        assertThatThrownBy(() -> keep(preview, false)).isInstanceOf(Problem.class);
        assertThat(opened().values()).isEmpty();

        String right = wrong().lines()
                .filter(l -> l.startsWith("Indicateur")
                        || l.equals("C36;2024-10;;;personnes;120;;")
                        || l.contains("2024-07;;;;1"))
                .collect(Collectors.joining("\n"));
        Preview good = look(right.getBytes(StandardCharsets.UTF_8));
        assertThat(good.errors()).isEmpty();
        assertThat(keep(good, false)).isEqualTo(2);
        assertThat(opened().values()).extracting(Value::typed).containsExactlyInAnyOrder("1", "120");
    }

    @Test
    void theGoodRowsCanBeKeptAndTheOthersLeft() {
        Preview preview = look(wrong().getBytes(StandardCharsets.UTF_8));
        int kept = keep(preview, true);
        assertThat(kept).isEqualTo(preview.good().size()).isPositive();
        assertThat(opened().values()).hasSize(kept);
        assertThatThrownBy(() -> keep(preview, true)).isInstanceOf(Problem.class);
    }

    @Test
    void theSpreadsheetOfTheCallComesBackFilled() throws IOException {
        Question diaspora = question(call, "ML-DIASPORA");
        byte[] template = stage.as(
                stage.focalPoint(HEALTH),
                () -> TemplateFiles.xlsx(stage.get(Templates.class).of(opened(), Locale.FRENCH)));
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            XSSFSheet sheet = book.getSheetAt(1);
            int number = 10;
            for (Row row : sheet) {
                if (row.getCell(0).getStringCellValue().startsWith(diaspora.id() + "|")) {
                    row.getCell(5)
                            .setCellValue(row.getCell(2).getStringCellValue().equals("total") ? 46 : number++);
                }
            }
            book.write(filled);
        }
        Preview preview = look(filled.toByteArray());
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.mapping().has(Column.Kind.ID)).isTrue();
        assertThat(keep(preview, false)).isEqualTo(diaspora.cells() + 1);
        assertThat(opened().faults())
                .filteredOn(
                        f -> f.entry().question() == diaspora.id() && !f.rule().warning())
                .isEmpty();
    }

    @Test
    void aMappingIsRememberedForTheNextFile() {
        byte[] first = "Rubrique A;Rubrique B\n2023;15\n".getBytes(StandardCharsets.UTF_8);
        Preview preview = look(first);
        assertThat(preview.entries()).isEmpty();
        stage.run(
                stage.focalPoint(HEALTH),
                () -> stage.get(Imports.class)
                        .map(
                                preview.upload().id(),
                                new Mapping(
                                        List.of(Column.of(Column.Kind.PERIOD), Column.of(Column.Kind.VALUE)), "C36")));
        Preview next = look("Rubrique A;Rubrique B\n2024;17\n".getBytes(StandardCharsets.UTF_8));
        assertThat(next.entries()).extracting(e -> e.period() + "=" + e.typed()).containsExactly("2024=17");
        assertThat(keep(next, false)).isOne();
    }

    @Test
    void filesThatAreNoSpreadsheetsAreRefusedAndNothingChanges() {
        for (byte[] file :
                List.of(new byte[0], new byte[] {'P', 'K', 3, 4, 9}, "%PDF-1".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> look(file)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> look(new byte[(10 << 20) + 1])).isInstanceOf(Problem.class);
        assertThat(opened().values()).isEmpty();
    }

    @Test
    void attachmentsAreKnownByTheirContent() {
        Attachments attachments = stage.get(Attachments.class);
        stage.run(stage.focalPoint(HEALTH), () -> {
            attachments.add(health, "../../rapport.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
            assertThat(attachments.of(health, 1))
                    .extracting(Attachments.Attachment::name)
                    .containsExactly("rapport.pdf");
            assertThatThrownBy(() ->
                            attachments.add(health, "page.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> attachments.add(health, "x.pdf", new byte[] {'M', 'Z', 0, 1}))
                    .isInstanceOf(Problem.class);
        });
        assertThat(stage.count(stage.coordinator(), "collection.attachment")).isZero();
        assertThat(stage.count(stage.focalPoint("ministry-foreign"), "collection.attachment"))
                .isZero();
    }
}
