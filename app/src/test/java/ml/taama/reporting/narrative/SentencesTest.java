package ml.taama.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import ml.taama.platform.text.Messages;
import ml.taama.reporting.narrative.Sentences.Told;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void tellsWhichSentenceQuotesWhat() {
        assertThat(
                        Sentences.quoting(
                                Markup.parse(
                                        "Un plan existe. Les {{obs cordons}} ont été **réactivés**, {{cite F040}} avec {{obs staff}}.\n\nFin.")))
                .containsExactly(
                        new Told("cordons", "Les … ont été réactivés, … avec …."),
                        new Told("staff", "Les … ont été réactivés, … avec …."));
    }

    @Test
    void knowsTheWordsOfWhatIsStillToCome() {
        Lexicon french = Lexicon.of(Messages.shipped(), Locale.FRENCH);
        assertThat(french.saysPlanned("Il est prévu de réactiver … cordons.")).isTrue();
        assertThat(french.saysPlanned("Les … cordons ont été réactivés.")).isFalse();
        Lexicon english = Lexicon.of(Messages.shipped(), Locale.ENGLISH);
        assertThat(english.saysPlanned("The plan foresees …")).isTrue();
        assertThat(english.saysPlanned("The … cordons were reactivated.")).isFalse();
    }
}
