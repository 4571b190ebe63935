package ml.taama.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Writes a report as DOCX (ISO/IEC 29500) that people go on editing: headings, captions, lists and tables carry real
 * styles, sources are footnotes, the contents are a field, charts are vector pictures with a PNG for old readers.
 */
public final class DocxWriter {

    /** The earliest time that a ZIP archive can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DocxWriter() {}

    /**
     * Writes the report. Remarks are left out.
     *
     * @throws IOException when {@code out} refuses
     */
    public static void write(Report report, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            styles(document, report);
            page(document);
            properties(document.getProperties(), report);
            // The word processor knows the pages: it fills them into the contents when it opens the file.
            document.enforceUpdateFields();
            new DocxBody(document, report).write();
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            document.write(zip);
            timeless(zip.toByteArray(), out);
        } catch (XmlException e) {
            throw new IllegalStateException("The styles of the library are damaged", e);
        }
    }

    /** The same archive without the time of writing: the same report must be the same file. */
    static void timeless(byte[] archive, OutputStream out) throws IOException {
        ZipOutputStream written = new ZipOutputStream(out);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                written.putNextEntry(same);
                zip.transferTo(written);
            }
        }
        written.finish();
    }

    private static void styles(XWPFDocument document, Report report) throws IOException, XmlException {
        try (InputStream in = resource("styles.xml")) {
            var styles = StylesDocument.Factory.parse(in).getStyles();
            var language = styles.getDocDefaults().getRPrDefault().getRPr().getLangArray(0);
            language.setVal(report.language().toLanguageTag());
            document.createStyles().setStyles(styles);
        }
        try (InputStream in = resource("numbering.xml")) {
            XWPFNumbering numbering = document.createNumbering();
            for (var list : NumberingDocument.Factory.parse(in).getNumbering().getAbstractNumList()) {
                numbering.addAbstractNum(new XWPFAbstractNum(list));
                numbering.addNum(list.getAbstractNumId());
            }
        }
    }

    private static InputStream resource(String name) {
        InputStream in = DocxWriter.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("Missing from the library: " + name);
        }
        return in;
    }

    /** A4 upright, and the number of the page at the foot. */
    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(11906);
        size.setH(16838);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(1361);
        margins.setBottom(1361);
        margins.setLeft(1247);
        margins.setRight(1247);
        margins.setHeader(680);
        margins.setFooter(680);
        section.addNewTitlePg();
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setStyle("Footer");
        foot.setAlignment(ParagraphAlignment.RIGHT);
        DocxFields.simple(foot, "PAGE", "1");
    }

    private static void properties(POIXMLProperties properties, Report report) {
        Metadata meta = report.metadata();
        var core = properties.getCoreProperties();
        core.setTitle(meta.title());
        core.setCreator(meta.author());
        core.setDescription(meta.subject());
        core.setSubjectProperty(meta.subtitle());
        Date date = Date.from(meta.date().atStartOfDay().toInstant(ZoneOffset.UTC));
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
        core.getUnderlyingProperties().setLanguageProperty(report.language().toLanguageTag());
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Taama");
    }
}
