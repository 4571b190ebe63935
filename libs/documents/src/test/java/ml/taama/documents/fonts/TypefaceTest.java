package ml.taama.documents.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.taama.documents.fonts.Typeface.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {

    private static final String BAMANANKAN = "ɔɛŋɲŊ";
    private static final String FRENCH = "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«»’–—…\u00a0\u202f";
    private static final long SEED = 44;

    @ParameterizedTest
    @EnumSource
    void drawsEveryLetterOfBamanankanAndFrench(Weight weight) throws Exception {
        Font latin = font("latin", weight);
        Font extended = font("latin-ext", weight);
        (BAMANANKAN + FRENCH)
                .codePoints()
                .forEach(c -> assertThat(latin.canDisplay(c) || extended.canDisplay(c))
                        .as(Character.getName(c))
                        .isTrue());
    }

    private static Font font(String subset, Weight weight) throws Exception {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Typeface.trueType(subset, weight)));
    }

    @Test
    void theNarrowSpaceIsNarrowerThanTheOrdinaryOne() {
        assertThat(Typeface.width("\u202f", 10, Weight.REGULAR))
                .isPositive()
                .isLessThanOrEqualTo(Typeface.width(" ", 10, Weight.REGULAR));
    }

    @Test
    void measuresAsTheDrawingOfJavaDoes() throws Exception {
        String text = "Opérationnalisation des antennes";
        Font drawn = font("latin", Weight.REGULAR).deriveFont(Map.of()).deriveFont(100f);
        double java = drawn.getStringBounds(text, new java.awt.font.FontRenderContext(null, true, true))
                .getWidth();
        assertThat(Typeface.width(text, 100, Weight.REGULAR))
                .isCloseTo(java, org.assertj.core.data.Percentage.withPercentage(3));
        assertThat(Typeface.width(text, 200, Weight.REGULAR)).isEqualTo(2 * Typeface.width(text, 100, Weight.REGULAR));
    }

    @Test
    void aCharacterMapIsReadAsItWasWritten() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            SortedMap<Integer, Integer> glyphs = new TreeMap<>();
            random.ints(random.nextInt(60), 1, 400).forEach(c -> glyphs.put(c, 1 + c % 90));
            assertThat(CharacterMap.read(CharacterMap.write(glyphs))).isEqualTo(glyphs);
        }
    }

    @Test
    void refusesBytesThatAreNoFont() {
        for (byte[] bytes :
                new byte[][] {{}, {0, 1}, "wOFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII), new byte[200]}) {
            assertThatThrownBy(() -> OpenType.fromWoff(bytes, Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Damage is refused or survived, never an error that names an index. */
    @Test
    void refusesADamagedFont() throws IOException {
        byte[] whole = woff();
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int j = 0; j < 8; j++) {
                damaged[random.nextInt(Math.max(1, Math.min(damaged.length, i % 2 == 0 ? 400 : damaged.length)))] =
                        (byte) random.nextInt();
            }
            try {
                OpenType.fromWoff(damaged, Map.of(0x202F, 0x2009)).bytes();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("Not a WOFF file|The WOFF file is damaged|The font has no table .*");
            }
        }
    }

    private static byte[] woff() throws IOException {
        String name =
                "META-INF/resources/webjars/fontsource__source-sans-pro/5.2.5/files/source-sans-pro-latin-400-normal.woff";
        try (InputStream in = TypefaceTest.class.getClassLoader().getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}
