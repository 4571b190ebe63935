package ml.taama.tabulation.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import ml.taama.documents.charts.Chart;
import ml.taama.tabulation.Gate;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Method;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.RecordKeys;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.TableRequest;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What files say, and that nothing hidden is in any of them. */
class WritersTest {

    private static final Words WORDS = (key, arguments) -> key + List.of(arguments);

    @TempDir
    Path folder;

    private ProtectedTable table(TableRequest request) {
        StringBuilder rows = new StringBuilder("sex,region,year,amount\n");
        for (int i = 0; i < 2_000; i++) {
            String region = i % 400 == 7 ? "<small & \"odd\">" : "r" + i % 3;
            rows.append("FM".charAt(i % 2)).append(",\"").append(region.replace("\"", "\"\""));
            rows.append("\",")
                    .append(2020 + i % 2 * (i % 5 == 0 ? 0 : 1))
                    .append(',')
                    .append(i % 90 + 10)
                    .append('\n');
        }
        try {
            Path file = Files.writeString(folder.resolve("w.csv"), rows.toString());
            Source source = Source.of(file, new KeySource.Secret(new RecordKeys(new byte[] {7})));
            try (Release release = Release.open(source)) {
                Gate gate = new Gate(
                        new Method.CellKey(PerturbationDesign.DEFAULT.table(), false), Rules.DEFAULT.leastMean(0));
                return gate.protect(release.count(request)).table();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TableRequest crossed() {
        return new TableRequest(
                List.of(Axis.of("region")),
                List.of(Axis.of("sex")),
                List.of(Axis.of("year")),
                List.of(),
                List.of(new Measure.Count(), new Measure.Mean("amount")),
                Optional.empty(),
                Ordering.NONE);
    }

    @Test
    void csvHasTheDimensionsThenValueAndStatus() {
        String csv = new String(TableBytes.csv(table(TableRequest.of("region", "sex"))), StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("region,sex,value,status");
        assertThat(lines).hasSize(1 + 8);
        assertThat(lines.subList(1, 9))
                .allMatch(l -> l.matches("(r\\d|\"<small & \"\"odd\"\">\"),[FM],(\\d+,perturbed|,suppressed)"))
                .anyMatch(l -> l.endsWith(",suppressed"));
        String several = new String(TableBytes.csv(table(crossed())), StandardCharsets.UTF_8);
        assertThat(several).startsWith("region,sex,year,measure,value,status");
        assertThat(several).contains(",mean(amount),");
    }

    @Test
    void jsonSaysHowTheTableWasProtected() {
        ProtectedTable table = table(crossed());
        JsonNode json = new JsonMapper().readTree(TableBytes.json(table, WORDS));
        assertThat(json.path("dimensions").size()).isEqualTo(3);
        assertThat(json.path("lines").size()).isEqualTo(table.lines() * 2);
        assertThat(json.path("notes").toString()).contains("perturbed", "threshold", "zeros-hidden");
        for (JsonNode line : json.path("lines")) {
            assertThat(line.has("value"))
                    .isEqualTo(!line.path("status").asString().equals("suppressed"));
        }
    }

    @Test
    void htmlIsAccessibleAndEscapesWhatTheDataHold() {
        String html = new String(TableBytes.html(table(crossed()), WORDS, Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "<caption>",
                        "<th scope=\"row\">",
                        "<th scope=\"col\">",
                        "&lt;small &amp;")
                .contains("tabulation.note.perturbed")
                .doesNotContain("<small", "<script", "style=");
        assertThat(html.split("<table>", -1)).hasSize(1 + 2);
    }

    @Test
    void xlsxHoldsNumbersSignsAndNotes() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TableBytes.xlsx(table(crossed()), WORDS)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("region");
            boolean hidden = false;
            for (int row = 2; row <= sheet.getLastRowNum(); row++) {
                var cell = sheet.getRow(row).getCell(1);
                hidden |= cell.getCellType() == CellType.STRING;
                if (cell.getCellType() == CellType.NUMERIC) {
                    assertThat(cell.getNumericCellValue()).isGreaterThanOrEqualTo(10);
                }
            }
            assertThat(hidden).isTrue();
            assertThat(book.getSheetAt(2).getLastRowNum()).isPositive();
        }
    }

    @Test
    void picturesDrawProtectedValuesAndSayHow() throws Exception {
        ProtectedTable crossed = table(TableRequest.of("region", "sex"));
        for (String kind : new String[] {"bar", "line", "pyramid", "heat-map"}) {
            byte[] svg = TablePicture.svg(crossed, WORDS, Locale.ENGLISH, Optional.of(kind), Optional.empty());
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                    .as(kind)
                    .contains("tabulation.note.perturbed");
            assertThat(drawn(document)).as(kind).contains("tabulation.note.perturbed", "tabulation.title");
            if (!kind.equals("line")) {
                assertThat(new String(svg, StandardCharsets.UTF_8)).contains("tabulation.mark.suppressed");
            }
        }
        Chart chart = TablePicture.chart(crossed, WORDS, Locale.ENGLISH, Optional.of("bar"), Optional.empty());
        assertThat(chart.table().header()).containsExactly("region", "F", "M");
        assertThat(chart.table().rows()).hasSize(4);
    }

    /** What a reader sees of a picture, without its text alternative. */
    private static String drawn(org.w3c.dom.Document document) {
        StringBuilder text = new StringBuilder();
        var texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            text.append(texts.item(i).getTextContent()).append('\n');
        }
        return text.toString();
    }

    @Test
    void mapsShadeTheAreasOfAGeoJsonFile() throws IOException {
        Path boundaries = Files.writeString(
                folder.resolve("b.geojson"),
                "{\"features\":[{\"properties\":{\"code\":\"r0\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[1,0],[1,1],[0,0]]]}},{\"properties\":{\"code\":\"r1\"},\"geometry\":{\"type\":\"MultiPolygon\","
                        + "\"coordinates\":[[[[2,0],[3,0],[3,1],[2,0]]]]}}]}");
        ProtectedTable table = table(TableRequest.of("region"));
        Chart map = TablePicture.chart(table, WORDS, Locale.ENGLISH, Optional.empty(), Optional.of(boundaries));
        assertThat(map.draw(Chart.Width.WIDE).printed("-")).contains("f-shade-4");
        assertThat(map.table().rows()).hasSize(4);
        ProtectedTable two = table(TableRequest.of("region", "sex"));
        assertThatThrownBy(() ->
                        TablePicture.chart(two, WORDS, Locale.ENGLISH, Optional.of("map"), Optional.of(boundaries)))
                .hasMessageContaining("NOT_DRAWABLE");
        Path torn = Files.writeString(folder.resolve("t.geojson"), "{\"features\":[");
        assertThatThrownBy(() -> TablePicture.chart(table, WORDS, Locale.ENGLISH, Optional.empty(), Optional.of(torn)))
                .hasMessageContaining("NOT_JSON");
    }
}
