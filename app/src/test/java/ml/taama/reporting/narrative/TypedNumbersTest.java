package ml.taama.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import ml.taama.platform.text.Messages;
import ml.taama.reporting.narrative.TypedNumbers.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumbersTest {

    private static final Messages MESSAGES = Messages.shipped();

    private final TypedNumbers french = numbers(Locale.FRENCH);
    private final TypedNumbers english = numbers(Locale.ENGLISH);

    private static TypedNumbers numbers(Locale language) {
        return new TypedNumbers(Lexicon.of(MESSAGES, language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10 000 personnes assistées            | 10000
                    10\u202f000 personnes assistées  | 10000
                    1,5 million de Maliens                | 1500000
                    six millions de Maliens               | 6000000
                    12,5 milliards de francs              | 12500000000
                    un taux de 50%                        | 50
                    une hausse de 3,25 points             | 3.25
                    cinq (5) sessions                     | 5 5
                    trois antennes et 2500 retours        | 3 2500
                    de 10 à 15 experts                    | 10 15
                    10-15 experts                         | 10 15
                    En 2021, 105 experts                  | 105
                    quatorze mille retours                | 14000
                    assister 2000 migrants                | 2000
                    le traitement de 1990 dossiers        | 1990
                    """)
    void findsFiguresInFrench(String text, String values) {
        assertThat(french.in(text))
                .extracting(Typed::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(values(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le 3 septembre 2014",
                "du 3 au 5 septembre 2014",
                "les 3, 4 et 5 septembre 2014",
                "le 1er septembre",
                "le 03/09/2014",
                "le 2014-09-03",
                "En 2021 plusieurs services, depuis 2019 des services",
                "l’examen de 2021 a montré",
                "de 2019 à 2023, puis 2019-2023, 2019–23 et 2019/2020",
                "objectifs 1, 7, 16 et 23",
                "de l’objectif 16, d’objectifs 1 et 2",
                "le Pacte, en son article 5",
                "les ODD 10 et 17",
                "la résolution A/RES/73/195",
                "CREDD 5.5.2",
                "la COVID-19",
                "le fait F080",
                "au 2e semestre, la 3ème fois, la 1re et la 1ère",
                "(2) renforcer les capacités",
                "n° 14",
                "Agenda 2063"
            })
    void leavesDatesCodesAndOrdinalsInFrench(String text) {
        assertThat(french.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10,000 people assisted                | 10000
                    1.5 million Malians                   | 1500000
                    six million Malians                   | 6000000
                    two billion francs                    | 2000000000
                    a rate of 50%                         | 50
                    five (5) sessions                     | 5 5
                    In September 25 people came           | 25
                    """)
    void findsFiguresInEnglish(String text, String values) {
        assertThat(english.in(text))
                .extracting(Typed::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(values(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on 3 September 2014",
                "on September 3, 2014",
                "from 3 to 5 September 2014",
                "objectives 1, 7, 16 and 23",
                "the 2nd half, the 21st time, the 3rd and the 4th",
                "COVID-19",
                "Agenda 2063",
                "SDG 10 and 17",
                "(2) strengthen capacities"
            })
    void leavesDatesCodesAndOrdinalsInEnglish(String text) {
        assertThat(english.in(text)).isEmpty();
    }

    @Test
    void showsTheWordsAround() {
        Typed typed = french.in("Au cours de la période, l’État a assisté 10 000 personnes en détresse à l’étranger.")
                .getFirst();
        assertThat(typed.text()).isEqualTo("10 000");
        assertThat(typed.context()).startsWith("…").endsWith("…").contains("assisté 10 000 personnes");
    }

    @Test
    void anyTextCanBeRead() {
        Random random = new Random(16);
        String alphabet = "0123456789.,-–/: ()%\u00a0\u202fabcmillion’\n";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            assertThat(french.in(text.toString())).as("'%s'", text).doesNotContainNull();
        }
    }

    private static BigDecimal[] values(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }
}
