package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Locale BAMBARA = Locale.of("bm");

    private final Messages messages = Messages.shipped();

    @Test
    void fillsWordsByNumber() {
        assertThat(messages.text(Locale.FRENCH, "goal.actions", 0)).isEqualTo("aucune action");
        assertThat(messages.text(Locale.FRENCH, "goal.actions", 1)).isEqualTo("1 action");
        assertThat(messages.text(Locale.FRENCH, "goal.actions", 3)).isEqualTo("3 actions");
    }

    @Test
    void speaksALanguageThatAPackBrings() {
        assertThat(messages.speaks(BAMBARA)).isFalse();
        messages.add(BAMBARA, Map.of("progress.done", "a kɛra"));
        assertThat(messages.text(BAMBARA, "progress.done")).isEqualTo("a kɛra");
        assertThat(messages.text(BAMBARA, "progress.planned"))
                .isEqualTo(messages.text(Locale.ENGLISH, "progress.planned"));
    }

    @Test
    void replacedWordsAreHeardAtOnce() {
        assertThat(messages.text(Locale.ENGLISH, "period.quarter", 1, "2023")).isEqualTo("quarter 1 of 2023");
        messages.add(Locale.ENGLISH, Map.of("period.quarter", "Q{0} {1}"));
        assertThat(messages.text(Locale.ENGLISH, "period.quarter", 1, "2023")).isEqualTo("Q1 2023");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> messages.text(Locale.FRENCH, "no.such-key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such-key");
    }
}
