package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents of the Mali pack look like on paper and on a screen. */
class MaliDocumentsStoreTest {

    private static final Pattern TEXT =
            Pattern.compile("<text x=\"([\\d.-]+)\" y=\"([\\d.-]+)\" font-size=\"([\\d.]+)\"([^>]*)>([^<]*)</text>");

    private static final PackReports REPORTS = new PackReports();
    private static final Map<String, Composition> COMPOSED = new java.util.HashMap<>();

    @BeforeAll
    static void compose() {
        REPORTS.load(PackReports.PACKS.resolve("mali"));
        for (String language : List.of("fr", "en")) {
            COMPOSED.put(language, REPORTS.compose(Locale.of(language), Layout.BY_GOAL));
        }
    }

    @AfterAll
    static void close() {
        REPORTS.close();
    }

    private static Composition composed(String language) {
        return java.util.Objects.requireNonNull(COMPOSED.get(language));
    }

    private record Label(String text, Rectangle2D box) {}

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void noLabelOfTheMapCoversAnother(String language) {
        Chart map = composed(language).report().blocks().stream()
                .filter(Block.Picture.class::isInstance)
                .map(b -> ((Block.Picture) b).chart())
                .filter(c -> c.id().equals("map"))
                .findFirst()
                .orElseThrow();
        for (Width width : Width.values()) {
            List<Label> labels = labels(map.draw(width).printed("-"));
            assertThat(labels).hasSizeGreaterThan(20).anyMatch(l -> l.text.equals("Koulikoro"));
            for (int i = 0; i < labels.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(labels.get(i).box.intersects(labels.get(j).box))
                            .as("%s and %s at %s", labels.get(i).text, labels.get(j).text, width)
                            .isFalse();
                }
            }
        }
    }

    /** Halos, which repeat a text beneath it, are outlined. */
    private static List<Label> labels(String drawing) {
        List<Label> labels = new ArrayList<>();
        TEXT.matcher(drawing)
                .results()
                .filter(m -> !m.group(4).contains("stroke="))
                .forEach(m -> {
                    double size = Double.parseDouble(m.group(3));
                    Weight weight = m.group(4).contains("font-weight") ? Weight.BOLD : Weight.REGULAR;
                    double top = Double.parseDouble(m.group(2)) - size * 0.72;
                    double room = Typeface.width(m.group(5), size, weight);
                    labels.add(new Label(
                            m.group(5),
                            new Rectangle2D.Double(Double.parseDouble(m.group(1)), top, room, size * 0.92)));
                });
        return labels;
    }

    /** Who copies a sentence from the PDF gets its apostrophes, its spaces that do not break, and its accents. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyWordOfTheReportIsExtractedFromThePdfAsWritten(String language) throws Exception {
        Composition composition = composed(language);
        List<String> written = composition.report().blocks().stream()
                .flatMap(MaliDocumentsStoreTest::runs)
                .flatMap(MaliDocumentsStoreTest::texts)
                .toList();
        try (PDDocument document = Loader.loadPDF(ReportFiles.PDF.write(composition))) {
            String read = new PDFTextStripper().getText(document).replaceAll("[ \\r\\n]", "");
            assertThat(written.stream()
                            .flatMap(t -> Arrays.stream(t.split("[ \\n]+")))
                            .filter(w -> !w.matches("\\p{ASCII}*")))
                    .hasSizeGreaterThan(40)
                    .allSatisfy(word -> assertThat(read).contains(word));
        }
    }

    private static Stream<Inline> runs(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text().stream();
            case Block.Paragraph paragraph -> paragraph.text().stream();
            case Block.Items items -> items.items().stream().flatMap(List::stream);
            case Block.Table table ->
                table.rows().stream().flatMap(List::stream).flatMap(List::stream);
            case Block.Picture ignored -> Stream.of();
            case Block.Remark ignored -> Stream.of();
        };
    }

    /** Texts between two marks or tags, which stand close to them on paper. */
    private static Stream<String> texts(Inline run) {
        return switch (run) {
            case Inline.Text text -> Stream.of(text.text());
            case Inline.Figure figure -> Stream.of(figure.text());
            case Inline.Tag tag -> Stream.of(tag.text());
            case Inline.Strong strong -> strong.children().stream().flatMap(MaliDocumentsStoreTest::texts);
            case Inline.Emphasis emphasis -> emphasis.children().stream().flatMap(MaliDocumentsStoreTest::texts);
            case Inline.Link link -> link.children().stream().flatMap(MaliDocumentsStoreTest::texts);
            case Inline.Foreign foreign -> foreign.children().stream().flatMap(MaliDocumentsStoreTest::texts);
            case Inline.NoteMark ignored -> Stream.of();
        };
    }
}
