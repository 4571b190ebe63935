package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.MapChart;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Pages are full: large pictures make no holes, and tables go on over the page. */
class PdfPagesTest {

    private static final int DPI = 20;
    private static final double FOOT = 0.08;

    @Test
    void leavesNoPageOfAChapterHalfEmpty() throws Exception {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "one", "I.", Inline.text("Images")));
        paragraphs(blocks, 4);
        blocks.add(new Block.Picture(tall(), "Une grande carte", ""));
        blocks.add(new Block.Picture(Samples.glance(), "Les objectifs", ""));
        paragraphs(blocks, 3);
        blocks.add(new Block.Heading(3, "under", "", Inline.text("Suite")));
        paragraphs(blocks, 30);
        try (PDDocument document = pdf(blocks)) {
            // The cover, the contents and the last page may be short.
            for (int page = 2; page < document.getNumberOfPages() - 1; page++) {
                assertThat(lowest(document, page)).as("page %d", page + 1).isGreaterThan(0.7);
            }
        }
    }

    @Test
    void keepsTextAndPicturesInTheirOrder() throws Exception {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "one", "I.", Inline.text("Images")));
        paragraphs(blocks, 5);
        blocks.add(new Block.Picture(tall(), "Une grande carte", ""));
        blocks.add(new Block.Picture(Samples.glance(), "Les objectifs", ""));
        paragraphs(blocks, 12);
        blocks.add(new Block.Heading(2, "two", "II.", Inline.text("Après")));
        blocks.add(new Block.Paragraph(Inline.text("La fin.")));
        try (PDDocument document = pdf(blocks)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.substring(text.lastIndexOf("I. Images")))
                    .containsSubsequence("Figure 1 — Une grande", "Figure 2 — Les objectifs", "II. Après", "La fin.");
            int last = -1;
            for (int i = 0; i < 17; i++) {
                int at = text.indexOf("Alinéa " + i + " ");
                assertThat(at).as("paragraph %d", i).isGreaterThan(last);
                last = at;
            }
        }
    }

    /** A picture as high as the text is wide. */
    private static Chart tall() {
        List<double[]> ring =
                List.of(new double[] {0, 0}, new double[] {10, 0}, new double[] {10, 11}, new double[] {0, 11});
        return new MapChart(
                "map",
                "Carte",
                "Une région.",
                List.of(new MapChart.Area("Région", List.of(ring))),
                List.of(),
                "Limites.",
                List.of("Lieu", "Type", "Détail"));
    }

    private static void paragraphs(List<Block> blocks, int count) {
        long before = blocks.stream().filter(Block.Paragraph.class::isInstance).count();
        for (long i = before; i < before + count; i++) {
            blocks.add(new Block.Paragraph(
                    Inline.text("Alinéa " + i + " " + "qui occupe plusieurs lignes de la page. ".repeat(12))));
        }
    }

    private static PDDocument pdf(List<Block> blocks) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(Samples.of(blocks, List.of()), out);
        return Loader.loadPDF(out.toByteArray());
    }

    /** How far down a page anything is drawn above the foot, as a share of its height. */
    private static double lowest(PDDocument document, int page) throws Exception {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
        int foot = (int) (image.getHeight() * (1 - FOOT));
        for (int y = foot; y > 0; y--) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 0xC0) {
                    return (double) y / image.getHeight();
                }
            }
        }
        return 0;
    }
}
