package ml.taama.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.documents.Block;
import ml.taama.documents.DocxWriter;
import ml.taama.documents.HtmlWriter;
import ml.taama.documents.Inline;
import ml.taama.documents.Metadata;
import ml.taama.documents.PdfWriter;
import ml.taama.documents.Report;
import ml.taama.documents.Words;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.TimelineChart;
import tools.jackson.databind.json.JsonMapper;

/** The files of a report. */
public enum ReportFiles {
    HTML("national-report.html", "text/html;charset=utf-8"),
    PDF("national-report.pdf", "application/pdf"),
    DOCX("national-report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    TRACE("national-report.trace.json", "application/json");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String file;
    private final String type;

    ReportFiles(String file, String type) {
        this.file = file;
        this.type = type;
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /**
     * Writes an empty report in every format and throws it away: the writers load thousands of classes, which can be done
     * while the database starts.
     */
    public static void prepare() {
        Metadata nothing = new Metadata("-", "-", "-", "-", LocalDate.EPOCH, "-", "-", List.of());
        Words words = new Words("-", "-", "-", "-", "-", "-", "-", "-", "-", "-");
        Chart chart = new TimelineChart("empty", "-", "-", List.of(), List.of("-", "-"));
        List<Block> blocks = List.of(
                new Block.Heading(2, "empty", "", Inline.text("-")),
                new Block.Items(false, List.of(Inline.text("-"))),
                new Block.Table("none", "-", List.of(new Block.Column("-", false, 1)), List.of(List.of(List.of()))),
                new Block.Picture(chart, "-", "none"));
        Report report = new Report(Locale.ROOT, nothing, blocks, List.of(), words);
        Arrays.stream(values())
                .parallel()
                .forEach(f -> f.write(new Composition(report, List.of(), List.of(), Map.of(), "")));
    }

    /** Writes the file. */
    public byte[] write(Composition composition) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            switch (this) {
                case HTML -> out.write(HtmlWriter.page(composition.report()).getBytes(StandardCharsets.UTF_8));
                case PDF -> PdfWriter.write(composition.report(), out);
                case DOCX -> DocxWriter.write(composition.report(), out);
                case TRACE -> out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(composition.trace()));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
