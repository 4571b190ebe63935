package ml.taama.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import ml.taama.people.Birth.Precision;
import org.junit.jupiter.api.Test;

class BirthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Birth read(String text) {
        return Birth.read(text, false, TODAY).orElseThrow();
    }

    @Test
    void aDateIsAsExactAsItWasSaid() {
        assertThat(read("12/03/1985").first()).contains(LocalDate.of(1985, 3, 12));
        assertThat(read("1985-03").precision()).isEqualTo(Precision.MONTH);
        assertThat(read("1985").last()).contains(LocalDate.of(1985, 12, 31));
        assertThat(read("1985").standard()).isEqualTo("1985");
        assertThat(Birth.read("1985", true, TODAY).orElseThrow().standard()).isEqualTo("~1985");
    }

    @Test
    void whatIsNoDateOrIsToComeIsRefused() {
        for (String text : new String[] {"31/02/1985", "2027", "12.13.1985", "hier", "1700", ""}) {
            assertThat(Birth.read(text, false, TODAY)).as(text).isEmpty();
        }
    }

    @Test
    void anAgeKeepsTheDayOnWhichItWasSaid() {
        Birth birth = Birth.aged(17, TODAY).orElseThrow();
        assertThat(birth.first()).contains(LocalDate.of(2008, 11, 26));
        assertThat(birth.last()).contains(LocalDate.of(2009, 11, 25));
        assertThat(birth.ageOn(TODAY)).contains(17);
        assertThat(birth.ageOn(TODAY.plusYears(3))).contains(20);
    }
}
