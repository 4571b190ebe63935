package ml.taama.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.platform.text.Messages;
import ml.taama.reporting.narrative.TypedNumbers.Typed;
import org.junit.jupiter.api.Test;

/** A language that the product does not ship brings its own words, dates and marks between thousands. */
class PortugueseNumbersTest {

    private static List<Typed> typed(String text) {
        Locale portuguese = Locale.of("pt");
        Messages messages = Messages.shipped();
        messages.add(
                portuguese,
                Map.of(
                        "report.lexicon.numbers",
                        "dois=2,mil=1000",
                        "report.lexicon.codes",
                        "objetivo,objetivos",
                        "report.lexicon.joiners",
                        "e,a,,"));
        return new TypedNumbers(Lexicon.of(messages, portuguese)).in(text);
    }

    @Test
    void takesADayBeforeItsMonthForADate() {
        assertThat(typed("Adotada a 12 de março de 2021, lida a 1º de abril")).isEmpty();
    }

    @Test
    void takesANumberOfPeopleForAFigure() {
        assertThat(typed("12 de nós, e dois outros"))
                .extracting(Typed::value)
                .containsExactly(BigDecimal.valueOf(12), BigDecimal.TWO);
    }

    @Test
    void readsPointsBetweenThousands() {
        assertThat(typed("Cerca de 37.000 pessoas, 1.234.567 no total, 2.500,75 em média"))
                .extracting(t -> t.value().toPlainString())
                .containsExactly("37000", "1234567", "2500.75");
    }

    @Test
    void readsPointsBeforeDecimalsWhereTheLanguageWritesThem() {
        List<Typed> typed = new TypedNumbers(Lexicon.of(Messages.shipped(), Locale.ENGLISH)).in("1.234 of 37,000");

        assertThat(typed).extracting(t -> t.value().toPlainString()).containsExactly("1.234", "37000");
    }
}
