package ml.taama.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import ml.taama.people.PublicNumber;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void aNumberIsReadAsPeopleWriteItAndEveryWrongDigitIsFound() {
        for (int i = 0; i < 200; i++) {
            String number = CaseNumber.random();
            assertThat(CaseNumber.read(CaseNumber.spaced(number))).contains(number);
            assertThat(CaseNumber.read("c" + number)).contains(number);
            assertThat(PublicNumber.read(number))
                    .as("never a number of a person")
                    .isEmpty();
            for (int at = 0; at < number.length(); at++) {
                char wrong = (char) ('0' + (number.charAt(at) - '0' + 1 + i % 9) % 10);
                String changed = number.substring(0, at) + wrong + number.substring(at + 1);
                assertThat(CaseNumber.read(changed))
                        .as("%s for %s", changed, number)
                        .isEmpty();
            }
        }
    }

    @Test
    void anAnswerIsDueAfterThreeWorkingDays() {
        assertThat(ReferralReminders.due(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-26");
        assertThat(ReferralReminders.due(LocalDate.of(2026, 11, 26))).isEqualTo("2026-12-01");
        assertThat(ReferralReminders.due(LocalDate.of(2026, 11, 28))).isEqualTo("2026-12-02");
    }
}
