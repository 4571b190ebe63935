package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Détresse : l’aide, détresse; detresse l aide detresse",
                "« Œuvre » Æ ß ﬁn; oeuvre ae ss fin",
                "Ŋɔ Ɛ ɲ; ŋɔ ɛ ɲ",
                "IOM (OIM)–2021; iom oim 2021",
                "10 000 puis 1\u202f500\u00a0000 en 2019 2021; 10000 puis 1500000 en 2019 2021"
            })
    void findsWordsWithoutCaseAccentsOrSigns(String text, String plain) {
        assertThat(Plain.text(text)).isEqualTo(plain);
    }

    @Test
    void everyWordOfAQuestionMustBeginAWord() {
        String plain = Plain.text("Assistance aux Maliens en situation de détresse");
        assertThat(Plain.has(plain, "detr malien")).isTrue();
        assertThat(Plain.has(plain, "tresse")).isFalse();
        assertThat(Plain.has(plain, "malien gao")).isFalse();
        assertThat(Plain.has(plain, " ?! ")).isTrue();
    }
}
