package ml.taama.documents.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Source Sans Pro (SIL Open Font License 1.1) in two weights, as shipped by its web package: a Latin and an extended
 * Latin file for each weight. The extended file carries ɛ ɔ ɲ ŋ.
 */
public final class Typeface {

    /** The weights used by the product. */
    public enum Weight {
        REGULAR(400),
        BOLD(600);

        private final int number;

        Weight(int number) {
            this.number = number;
        }

        /** CSS {@code font-weight}, 400 or 600. */
        public int number() {
            return number;
        }
    }

    /** The two subsets of each weight, in order of use. */
    public static final List<String> SUBSETS = List.of("latin", "latin-ext");

    private static final String FOLDER = "META-INF/resources/webjars/fontsource__source-sans-pro/5.2.5/files/";

    /** The narrow no-break space, which the files lack, is drawn as their thin space. */
    private static final Map<Integer, Integer> SPACES = Map.of(0x202F, 0x2009);

    private static final Map<String, OpenType> FONTS = new ConcurrentHashMap<>();

    private static boolean registered;

    private Typeface() {}

    /** The WOFF 2 file of a subset, as the browser wants it. */
    public static byte[] woff2(String subset, Weight weight) {
        return read(subset, weight, "woff2");
    }

    /** The same font as a TrueType file, with the narrow no-break space that French needs. */
    public static byte[] trueType(String subset, Weight weight) {
        return font(subset, weight).bytes();
    }

    /** Width of a line of text, in the unit of {@code size}; characters that the font lacks count as half an em. */
    public static double width(String text, double size, Weight weight) {
        OpenType latin = font(SUBSETS.getFirst(), weight);
        OpenType extended = font(SUBSETS.getLast(), weight);
        return text.codePoints()
                        .mapToDouble(c -> latin.has(c) ? latin.advance(c) : extended.has(c) ? extended.advance(c) : 0.5)
                        .sum()
                * size;
    }

    /** Whether a character is in the typeface. */
    public static boolean draws(int codePoint, Weight weight) {
        return SUBSETS.stream().anyMatch(subset -> font(subset, weight).has(codePoint));
    }

    /** Makes the font known to Java's drawing, so that pictures look alike on every machine. */
    public static synchronized void registerForDrawing() {
        if (registered) {
            return;
        }
        registered = true;
        for (Weight weight : Weight.values()) {
            for (String subset : SUBSETS) {
                try (InputStream in = new ByteArrayInputStream(trueType(subset, weight))) {
                    GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
                } catch (FontFormatException e) {
                    throw new IllegalStateException("The font cannot be read", e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static OpenType font(String subset, Weight weight) {
        return FONTS.computeIfAbsent(
                subset + weight.number(), key -> OpenType.fromWoff(read(subset, weight, "woff"), SPACES));
    }

    private static byte[] read(String subset, Weight weight, String format) {
        String name = FOLDER + "source-sans-pro-" + subset + "-" + weight.number() + "-normal." + format;
        try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The font package is not on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
