package ml.taama.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of pages for the guide, made where {@code -Dtaama.pictures=true} asks for them. */
final class Pictures {

    private static final Path FOLDER = Site.ROOT.resolve("docs/guide/pictures");
    private static final boolean WANTED = Boolean.getBoolean("taama.pictures");
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 700;
    private static final int COLOURS = 64;
    private static final int ABOVE = 20;

    private Pictures() {}

    /** The page as a wide screen shows its beginning. */
    static void take(Page page, String language, String name) {
        take(page, language, name, page.locator("main"));
    }

    /** The page as a wide screen shows it from some part on. */
    static void take(Page page, String language, String name, Locator from) {
        take(page, language, name, from, ABOVE);
    }

    /** The page as a wide screen shows it from some way above a part. */
    static void take(Page page, String language, String name, Locator from, int above) {
        if (!WANTED) {
            return;
        }
        ViewportSize before = page.viewportSize();
        page.setViewportSize(WIDTH, HEIGHT);
        from.evaluate(
                "(e, above) => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - above)", above);
        byte[] picture = page.screenshot();
        page.setViewportSize(before.width, before.height);
        try {
            Files.createDirectories(FOLDER);
            BufferedImage colours = ImageIO.read(new ByteArrayInputStream(picture));
            ImageIO.write(
                    small(colours),
                    "png",
                    FOLDER.resolve(name + "." + language + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the few colours that most of it has, so that the repository stays small. */
    private static BufferedImage small(BufferedImage full) {
        Map<Integer, Integer> often = new HashMap<>();
        for (int x = 0; x < full.getWidth(); x++) {
            for (int y = 0; y < full.getHeight(); y++) {
                often.merge(full.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> most = often.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        int[] palette = most.stream().mapToInt(c -> c).toArray();
        IndexColorModel model =
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage few =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int x = 0; x < full.getWidth(); x++) {
            for (int y = 0; y < full.getHeight(); y++) {
                int index = nearest.computeIfAbsent(full.getRGB(x, y) & 0xffffff, c -> nearest(c, palette));
                few.getRaster().setSample(x, y, 0, index);
            }
        }
        return few;
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = square(colour >> 16, palette[i] >> 16)
                    + square(colour >> 8, palette[i] >> 8)
                    + square(colour, palette[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other) {
        int difference = (one & 0xff) - (other & 0xff);
        return difference * difference;
    }
}
