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
import java.util.logging.Level;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;

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
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useUnicodeLineBreaker(new LineBreaker());
        builder.withProducer("Taama");
        builder.useProtocolsStreamImplementation(FontStream::at, "font");
        builder.withHtmlContent(HtmlWriter.print(report), null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
        }
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
