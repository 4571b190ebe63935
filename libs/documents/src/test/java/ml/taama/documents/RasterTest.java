package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.Svg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void drawsAtTheScaleAskedFor(int scale) throws Exception {
        Chart chart = Samples.series();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Raster.png(chart, scale)));
        Svg svg = chart.draw(Width.WIDE);
        assertThat(image.getWidth()).isEqualTo(svg.width() * scale);
        assertThat(image.getHeight()).isBetween(svg.height() * scale - scale, svg.height() * scale + scale);
    }

    @Test
    void drawsInkOnWhite() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Raster.png(Samples.glance(), 1)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(pixels[pixels.length - 1]).isEqualTo(0xFFFFFFFF);
        assertThat(pixels).contains(0xFF2B3990);
    }

    @Test
    void drawsTheSameBytesEachTime() {
        List.of(Samples.map(), Samples.timeline())
                .forEach(chart -> assertThat(Raster.png(chart, 2)).isEqualTo(Raster.png(chart, 2)));
    }
}
