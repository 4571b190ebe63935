package ml.taama.documents;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import ml.taama.documents.charts.Chart;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;

/** Writes a deck as PPTX (ECMA-376), 16 by 9: the same deck gives the same bytes on every machine and day. */
public final class SlidesWriter {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int MARGIN = 54;
    private static final int SCALE = 3;
    private static final Color INK = new Color(0x1f, 0x22, 0x33);
    private static final Color INDIGO = new Color(0x2b, 0x39, 0x90);
    private static final Color MUTED = new Color(0x5b, 0x60, 0x78);
    private static final String FONT = "Source Sans Pro";

    private SlidesWriter() {}

    /** Writes a deck. The stream is not closed. */
    public static void write(Deck deck, OutputStream out) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(WIDTH, HEIGHT));
            var properties = show.getProperties().getCoreProperties();
            properties.setTitle(deck.metadata().title());
            properties.setCreator(deck.metadata().author());
            properties.setSubjectProperty(deck.metadata().subject());
            Optional<Date> day =
                    Optional.of(Date.from(deck.metadata().date().atStartOfDay().toInstant(ZoneOffset.UTC)));
            properties.setCreated(day);
            properties.setModified(day);
            cover(show, deck.metadata());
            for (Deck.Slide slide : deck.slides()) {
                slide(show, slide, deck.footer());
            }
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            show.write(zip);
            DocxWriter.timeless(zip.toByteArray(), out);
        }
    }

    private static void cover(XMLSlideShow show, Metadata meta) {
        XSLFSlide slide = show.createSlide();
        text(
                slide,
                List.of(meta.author()),
                18,
                MUTED,
                false,
                new Rectangle2D.Double(MARGIN, 96, WIDTH - 2 * MARGIN, 60));
        text(
                slide,
                List.of(meta.title()),
                38,
                INDIGO,
                true,
                new Rectangle2D.Double(MARGIN, 160, WIDTH - 2 * MARGIN, 150));
        text(
                slide,
                List.of(meta.subtitle()),
                22,
                INK,
                false,
                new Rectangle2D.Double(MARGIN, 320, WIDTH - 2 * MARGIN, 80));
        text(
                slide,
                List.of(meta.dateInWords() + " · " + meta.edition()),
                16,
                MUTED,
                false,
                new Rectangle2D.Double(MARGIN, 430, WIDTH - 2 * MARGIN, 40));
    }

    private static void slide(XMLSlideShow show, Deck.Slide content, String footer) {
        XSLFSlide slide = show.createSlide();
        text(
                slide,
                List.of(content.title()),
                28,
                INDIGO,
                true,
                new Rectangle2D.Double(MARGIN, 28, WIDTH - 2 * MARGIN, 60));
        int lines = 22 + 44 * content.lines().size();
        if (!content.lines().isEmpty()) {
            text(slide, content.lines(), 20, INK, false, new Rectangle2D.Double(MARGIN, 96, WIDTH - 2 * MARGIN, lines));
        }
        content.chart()
                .ifPresent(chart -> picture(show, slide, chart, content.lines().isEmpty() ? 96 : 96 + lines));
        text(slide, List.of(footer), 12, MUTED, false, new Rectangle2D.Double(MARGIN, 500, WIDTH - 2 * MARGIN, 28));
    }

    private static void picture(XMLSlideShow show, XSLFSlide slide, Chart chart, int top) {
        var data = show.addPicture(Raster.png(chart, SCALE), PictureType.PNG);
        XSLFPictureShape picture = slide.createPicture(data);
        Dimension size = data.getImageDimension();
        double scale = Math.min((WIDTH - 2.0 * MARGIN) / size.width, (490.0 - top) / size.height);
        picture.setAnchor(
                new Rectangle2D.Double((WIDTH - size.width * scale) / 2, top, size.width * scale, size.height * scale));
        ((org.openxmlformats.schemas.presentationml.x2006.main.CTPicture) picture.getXmlObject())
                .getNvPicPr()
                .getCNvPr()
                .setDescr(chart.description());
    }

    private static void text(
            XSLFSlide slide, List<String> lines, double size, Color colour, boolean strong, Rectangle2D where) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(where);
        box.clearText();
        for (String line : lines) {
            XSLFTextParagraph paragraph = box.addNewTextParagraph();
            if (lines.size() > 1) {
                paragraph.setBullet(true);
                paragraph.setLeftMargin(18d);
                paragraph.setIndent(-18d);
                paragraph.setSpaceAfter(6d);
            }
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(line);
            run.setFontSize(size);
            run.setFontFamily(FONT);
            run.setFontColor(colour);
            run.setBold(strong);
        }
    }
}
