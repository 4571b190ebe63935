package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesInOrderTest {

    @Test
    void keepsTheLanguagesOfATextInOrder() {
        LocalText text = new LocalText(Map.of("pt", "Norte", "en", "North", "fr", "Nord", "bm", "Worodugu", "ar", "ش"));

        assertThat(text.texts().keySet()).containsExactly("ar", "bm", "en", "fr", "pt");
    }

    @Test
    void putsANarrowSpaceBeforeTheSemicolonsOfAFrenchListOnly() {
        Messages messages = Messages.shipped();

        assertThat(messages.text(Locale.FRENCH, "list.semicolon")).isEqualTo("\u202f; ");
        assertThat(messages.text(Locale.ENGLISH, "list.semicolon")).isEqualTo("; ");
    }
}
