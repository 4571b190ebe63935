package ml.taama.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.logging.Level;
import java.util.zip.CRC32;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Writes a report as PDF/A-3a (ISO 19005-3) that is also PDF/UA-1 (ISO 14289-1): tagged, with its language, its
 * bookmarks, its fonts embedded and a text alternative for every picture.
 */
public final class PdfWriter {

    static {
        com.openhtmltopdf.util.XRLog.listRegisteredLoggers()
                .forEach(name -> com.openhtmltopdf.util.XRLog.setLevel(name, Level.SEVERE));
    }

    private PdfWriter() {}

    /**
     * Writes the report.
     *
     * @throws IOException when {@code out} refuses
     */
    public static void write(Report report, OutputStream out) throws IOException {
        List<Block> order = PageFiller.fill(report.blocks(), some -> layout(HtmlWriter.measured(report, some)));
        String html = HtmlWriter.print(report, order);
        try (PdfBoxRenderer renderer = layout(html)) {
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                date(document, report.metadata().date());
                CRC32 identifier = new CRC32();
                identifier.update(html.getBytes(StandardCharsets.UTF_8));
                document.setDocumentId(identifier.getValue());
                document.save(out);
            }
        }
    }

    private static PdfBoxRenderer layout(String html) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useUnicodeLineBreaker(new LineBreaker());
        builder.withProducer("Taama");
        builder.useProtocolsStreamImplementation(FontStream::at, "font");
        builder.withHtmlContent(html, null);
        builder.toStream(OutputStream.nullOutputStream());
        PdfBoxRenderer renderer = builder.buildPdfRenderer();
        renderer.layout();
        return renderer;
    }

    /** The file is dated by its content, so that the same report is the same file. */
    private static void date(PDDocument document, LocalDate date) throws IOException {
        ZonedDateTime midnight = date.atStartOfDay(ZoneOffset.UTC);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(midnight));
        information.setModificationDate(GregorianCalendar.from(midnight));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String words = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("<xmp:(\\w+)Date>[^<]+", "<xmp:$1Date>" + date + "T00:00:00Z");
        metadata.importXMPMetadata(words.getBytes(StandardCharsets.UTF_8));
    }

    /** The style sheet names its fonts {@code font:latin-400}; text and pictures find them there. */
    private record FontStream(String name) implements FSStream {

        static FontStream at(String address) {
            return new FontStream(address.substring(address.indexOf(':') + 1));
        }

        @Override
        public InputStream getStream() {
            int dash = name.lastIndexOf('-');
            Weight weight = name.endsWith("600") ? Weight.BOLD : Weight.REGULAR;
            return new ByteArrayInputStream(Typeface.trueType(name.substring(0, dash), weight));
        }

        @Override
        public Reader getReader() {
            throw new UnsupportedOperationException("A font is no text");
        }
    }
}
