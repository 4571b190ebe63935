package ml.taama.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import ml.taama.platform.text.LocalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    private static Unit unit(String code, String one, String many) {
        return new Unit(code, text(one, "person"), text(many, "people"), 1);
    }

    private static LocalText text(String french, String english) {
        return new LocalText(Map.of("fr", french, "en", english));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0W personne",
        "1, 1W personne",
        "1.9, '1,9W personne'",
        "2, 2W personnes",
        "10000, 10N000W personnes",
        "586.14, '586,1W personnes'"
    })
    void frenchHasTheSingularBelowTwo(BigDecimal value, String printed) {
        Unit unit = unit("person", "personne", "personnes");
        assertThat(unit.print(value, Locale.FRENCH)).isEqualTo(spaced(printed));
    }

    @ParameterizedTest
    @CsvSource({"0, 0W people", "1, 1W person", "1.5, 1.5W people", "10000, '10,000W people'"})
    void englishHasTheSingularForOneOnly(BigDecimal value, String printed) {
        Unit unit = unit("person", "personne", "personnes");
        assertThat(unit.print(value, Locale.ENGLISH)).isEqualTo(spaced(printed));
    }

    @ParameterizedTest
    @CsvSource({"fr, '60,7W %'", "en, 60.7%"})
    void aPercentageStandsApartInFrenchAlone(String language, String printed) {
        Unit unit = new Unit("percent", text("%", "%"), text("%", "%"), 1);
        assertThat(unit.print(new BigDecimal("60.7"), Locale.of(language))).isEqualTo(spaced(printed));
    }

    /** N stands for the narrow no-break space, W for the no-break space. */
    private static String spaced(String text) {
        return text.replace("W ", "\u00a0").replace('N', '\u202f');
    }
}
