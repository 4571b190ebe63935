package ml.taama.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ml.taama.linkage.LinkageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final NameTables MALI = NameTables.shipped("mali");

    private static String apply(String value, String... steps) {
        return String.valueOf(Standardiser.of("f", List.of(steps), MALI).apply(value));
    }

    @ParameterizedTest
    @CsvSource({
        "Coulibaly, Kulibali",
        "Mamadou, Mahamadou",
        "Diarra, Jara",
        "Youssouf, Yusuf",
        "Ouattara, Watara",
        "Abdoulaye, Abdulai",
        "Cissé, Sissé",
        "N’Diaye, Ndiaye",
        "Diallo, Jallow",
        "Djénéba, Jeneba",
        "Khady, Kadi"
    })
    void spellingsOfOneNameHaveOneKey(String a, String b) {
        assertThat(MALI.key(a)).isEqualTo(MALI.key(b)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Koné, Konaté", "Sidibé, Sidiki", "Traoré, Touré", "Keïta, Kanté"})
    void differentNamesKeepDifferentKeys(String a, String b) {
        assertThat(MALI.key(a)).isNotEqualTo(MALI.key(b));
    }

    @ParameterizedTest
    @CsvSource({
        "1985-03-12, 1985-03-12", "12/03/1985, 1985-03-12", "19850312, 1985-03-12", "1985-03, 1985-03",
                "03/1985, 1985-03",
        "1985, 1985", "1985-01-01, 1985", "01/01/1985, 1985", "né vers 1985, ~1985", "Vers 1985, ~1985",
        "env. 1985, ~1985", "~1985, ~1985", "1985-00-00, 1985", "1985-03-12T10:00:00, 1985-03-12", "Née en 1985, 1985",
        "1985-02-30, null", "hier, null", "31.12.1999, 1999-12-31"
    })
    void datesKeepTheirPrecision(String text, String standard) {
        assertThat(String.valueOf(Dates.standard(text))).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-03-12, 1985, true",
        "1985-03-12, 1985-03, true",
        "1985-03-12, 1985-04, false",
        "~1985, 1986-05-05, true",
        "~1985, 1987, false",
        "1985, 1986, false",
        "1985-03-12, 1985-03-13, false"
    })
    void datesAgreeAsFarAsTheyAreKnown(String a, String b, boolean agree) {
        assertThat(Dates.agree(Dates.pack(a), Dates.pack(b), 1)).isEqualTo(agree);
        assertThat(Dates.agree(Dates.pack(b), Dates.pack(a), 1)).isEqualTo(agree);
    }

    @Test
    void stepsDoWhatTheySay() {
        assertThat(apply("  El Hadj  Ousmane Ɔ ", "plain", "titles")).isEqualTo("ousmane o");
        assertThat(apply("KONE Awa", "plain", "sort")).isEqualTo("awa kone");
        assertThat(apply("+223 76 12 34 56", "phone:223")).isEqualTo("76123456");
        assertThat(apply("00223 76123456", "phone:223")).isEqualTo("76123456");
        assertThat(apply("00000000", "phone:223")).isEqualTo("null");
        assertThat(apply("n° 12-345 ab", "identity")).isEqualTo("N12345AB");
        assertThat(apply("99999", "identity")).isEqualTo("null");
        assertThat(apply("né vers 1985", "date", "year")).isEqualTo("1985");
        assertThat(apply("vers 1985", "decade")).isEqualTo("1980");
        assertThat(apply("😀abc", "substring:1,2")).isEqualTo("😀a");
        assertThat(apply("a@b.c", "regex:0:^[^@]+")).isEqualTo("a");
        assertThat(apply("abc", "regex:0:^[0-9]+")).isEqualTo("null");
        assertThat(apply("1999-12-31", "strptime:%Y-%m-%d")).isEqualTo("1999-12-31T00:00");
        assertThat(apply("1999-02-31", "strptime:%Y-%m-%d")).isEqualTo("null");
        assertThat(apply("inconnu", "null-if:inconnu|neant")).isEqualTo("null");
    }

    @Test
    void refusesAStepThatItDoesNotKnow() {
        for (String step : List.of("nothing", "substring:0,1", "substring:x", "regex:(", "strptime:%Q", "prefix:")) {
            assertThatThrownBy(() -> Standardiser.of("f", List.of(step), MALI))
                    .as(step)
                    .isInstanceOf(LinkageException.class);
        }
    }

    @Test
    void tablesAreData() {
        NameTables own = NameTables.parse(
                "{\"rewrites\":[[\"k\",\"c\"]],\"equivalents\":[{\"names\":[\"Bob\",\"Robert\"],\"weight\":0.5}]}");
        assertThat(own.key("Kit")).isEqualTo("cit");
        assertThat(own.equivalents().getFirst().names()).containsExactly("bob", "robert");
        assertThatThrownBy(() -> NameTables.parse("{\"rewrites\":[[\"(\",\"\"]]}"))
                .isInstanceOf(LinkageException.class);
        assertThatThrownBy(() -> NameTables.shipped("nowhere")).isInstanceOf(LinkageException.class);
    }
}
