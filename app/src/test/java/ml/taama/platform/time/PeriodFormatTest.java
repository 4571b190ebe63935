package ml.taama.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import ml.taama.platform.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodFormatTest {

    private final PeriodFormat format = new PeriodFormat(Messages.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2019/2021               | 2019–2021
                    2021                    | 2021
                    2019-03                 | mars 2019
                    2014-09-03              | 3 septembre 2014
                    2021-09-01              | 1er septembre 2021
                    2023-Q1                 | 1er trimestre 2023
                    2023-Q3                 | 3e trimestre 2023
                    2021-09-01/2022-08-22   | du 1er septembre 2021 au 22 août 2022
                    2019-08/2020            | d’août 2019 à 2020
                    2013/2019-07            | de 2013 à juillet 2019
                    yearly                  | chaque année
                    review                  | période de l’examen, non définie
                    """)
    void speaksFrench(String period, String words) {
        assertThat(format.format(Period.parse(period), Locale.FRENCH)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2019/2021               | 2019–2021
                    2019-03                 | March 2019
                    2023-Q1                 | quarter 1 of 2023
                    2013/2019-07            | 2013 to July 2019
                    yearly                  | yearly
                    """)
    void speaksEnglish(String period, String words) {
        assertThat(format.format(Period.parse(period), Locale.ENGLISH)).isEqualTo(words);
    }
}
