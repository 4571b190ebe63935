package ml.taama.reporting.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ml.taama.documents.PdfWriter;
import ml.taama.documents.SlidesWriter;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.ReportFiles;
import org.springframework.stereotype.Component;

/** Everything that is made of one report: the report itself, by round table, in two pages, as slides, for machines. */
@Component
class EditionFiles {

    static final String BRIEF = "brief.pdf";
    static final String SLIDES = "slides.pptx";
    static final String DATA = "report.json";
    private static final String ROUND_TABLE = "national-report.round-table";

    /** A file as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // written as it is, never compared
    record Made(Locale language, String name, String mediaType, byte[] content) {}

    private interface Writer {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private final NationalReports reports;
    private final Summaries summaries;

    EditionFiles(NationalReports reports, Summaries summaries) {
        this.reports = reports;
        this.summaries = summaries;
    }

    /** All files of a report in a language. */
    List<Made> make(ReportData data, Composition composition, Locale language) {
        List<Made> made = new ArrayList<>();
        for (ReportFiles file : ReportFiles.values()) {
            made.add(new Made(language, file.file(), file.type(), file.write(composition)));
        }
        Composition byTable = reports.compose(data, language, Layout.BY_ROUND_TABLE);
        for (ReportFiles file : List.of(ReportFiles.PDF, ReportFiles.DOCX)) {
            String name = ROUND_TABLE + file.file().substring(file.file().lastIndexOf('.'));
            made.add(new Made(language, name, file.type(), file.write(byTable)));
        }
        made.add(made(
                language,
                BRIEF,
                "application/pdf",
                out -> PdfWriter.write(summaries.brief(data, composition, language), out)));
        made.add(made(
                language,
                SLIDES,
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                out -> SlidesWriter.write(summaries.deck(data, composition, language), out)));
        made.add(made(
                language, DATA, "application/json", out -> Export.write(data.review(), composition, language, out)));
        return made;
    }

    private static Made made(Locale language, String name, String type, Writer writer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out);
            return new Made(language, name, type, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
