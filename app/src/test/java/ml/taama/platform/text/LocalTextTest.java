package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalTextTest {

    private static final Locale BAMBARA = Locale.of("bm");

    @Test
    void givesTheReaderTheirLanguage() {
        LocalText text = new LocalText(Map.of("fr", "une antenne", "en", "an antenna"));
        assertThat(text.text(Locale.FRENCH)).isEqualTo("une antenne");
        assertThat(text.in(Locale.CANADA_FRENCH).language()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void saysInWhichLanguageAnotherStandsIn() {
        LocalText.Said said = LocalText.of(Locale.FRENCH, "une antenne").in(Locale.ENGLISH);
        assertThat(said.text()).isEqualTo("une antenne");
        assertThat(said.language()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void prefersEnglishThenFrenchForAThirdLanguage() {
        assertThat(new LocalText(Map.of("ar", "a", "fr", "f", "en", "e")).text(BAMBARA))
                .isEqualTo("e");
        assertThat(new LocalText(Map.of("ar", "a", "fr", "f")).text(BAMBARA)).isEqualTo("f");
    }

    @Test
    void followsTheTypographyOfTheLanguageThatSpeaks() {
        assertThat(LocalText.of(Locale.FRENCH, "Quoi ?").text(Locale.ENGLISH)).isEqualTo("Quoi\u202f?");
    }

    @Test
    void readsWhatTheDatabaseKeeps() {
        LocalText text = LocalText.parse("{\"fr\": \"deux\", \"en\": \"two\"}");
        assertThat(text.texts()).containsExactly(Map.entry("en", "two"), Map.entry("fr", "deux"));
    }

    @Test
    void refusesATextInNoLanguage() {
        assertThatThrownBy(() -> new LocalText(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
