package ml.taama.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import ml.taama.platform.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsOfLanguagesTest {

    @ParameterizedTest
    @CsvSource({"fr, mars 2019", "en, March 2019", "pt, março de 2019", "es, marzo de 2019"})
    void joinsMonthAndYearAsTheLanguageDoes(String language, String words) {
        PeriodFormat format = new PeriodFormat(Messages.shipped());

        assertThat(format.format(Period.parse("2019-03"), Locale.of(language))).isEqualTo(words);
    }
}
