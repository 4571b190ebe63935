package ml.taama.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.Svg;
import ml.taama.documents.fonts.Typeface;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/** Charts as PNG, for readers of documents that do not draw SVG. */
public final class Raster {

    static {
        Typeface.registerForDrawing();
    }

    private Raster() {}

    /**
     * The chart on white.
     *
     * @param scale pixels for each user unit: 2 is 220 dots an inch across a printed page, 3 is 330
     */
    public static byte[] png(Chart chart, int scale) {
        Svg svg = chart.draw(Width.WIDE);
        Painter painter = new Painter();
        painter.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) svg.width() * scale);
        String drawing = svg.file(chart.title(), chart.description());
        try {
            painter.transcode(new TranscoderInput(new StringReader(drawing)), new TranscoderOutput());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(painter.painted(), "png", out);
            return out.toByteArray();
        } catch (TranscoderException e) {
            throw new IllegalStateException("The chart '" + chart.id() + "' cannot be drawn", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the image in memory: Java's own PNG writer is several times faster than the one of the SVG library. */
    private static final class Painter extends ImageTranscoder {

        private @Nullable BufferedImage image;

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }

        @Override
        public void writeImage(BufferedImage drawn, TranscoderOutput output) {
            image = drawn;
        }

        BufferedImage painted() {
            if (image == null) {
                throw new IllegalStateException("Nothing was drawn");
            }
            return image;
        }
    }
}
