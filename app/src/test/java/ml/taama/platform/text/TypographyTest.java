package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypographyTest {

    private static final long SEED = 1789;
    private static final int ROUNDS = 5_000;

    /** N stands for the narrow no-break space, W for the no-break space. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Quoi ?                    | QuoiN?
                    Quoi?                     | QuoiN?
                    vu ; lu                   | vuN; lu
                    Quoi ?!                   | QuoiN?!
                    ainsi : deux              | ainsiW: deux
                    à 12:30                   | à 12:30
                    «tous»                    | «WtousW»
                    « tous »                  | «WtousW»
                    (fin) ;                   | (fin)N;
                    50 %                      | 50W%
                    50%                       | 50W%
                    l'État                    | l’État
                    voir https://a.ml/?q='x'; | voir https://a.ml/?q='x';
                    """)
    void spacesFrenchMarks(String plain, String printed) {
        assertThat(french(plain)).isEqualTo(printed.replace('N', '\u202f').replace('W', '\u00a0'));
    }

    /** A text is composed in pieces: what stands before the mark may be a figure. */
    @ParameterizedTest
    @CsvSource({"' ; puis', '\u202f; puis'", "' : un', '\u00a0: un'", "' »', '\u00a0»'", "' ?', '\u202f?'"})
    void spacesAMarkAtTheHeadOfAPiece(String plain, String printed) {
        assertThat(french(plain)).isEqualTo(printed);
    }

    @Test
    void leavesAccentsOnCapitals() {
        assertThat(french("À l'État, Œuvre, Économie")).isEqualTo("À l’État, Œuvre, Économie");
    }

    @Test
    void leavesOtherLanguagesTheirSpaces() {
        assertThat(Typography.apply("The State's duty: what?", Locale.ENGLISH)).isEqualTo("The State’s duty: what?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void leavesAddressesAlone(String language) {
        String address = "https://example.org/l'aide?a=b;c!d";
        assertThat(Typography.apply("see " + address, Locale.of(language))).isEqualTo("see " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void appliedTwiceChangesNothing(String language) {
        Random random = new Random(SEED);
        String alphabet = "ab1.,;:!?«»%'’() \u00a0\u202f-http://\n";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            String once = Typography.apply(text.toString(), Locale.of(language));
            assertThat(Typography.apply(once, Locale.of(language)))
                    .as("'%s'", text)
                    .isEqualTo(once);
        }
    }

    private static String french(String text) {
        return Typography.apply(text, Locale.FRENCH);
    }
}
