package ml.taama.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicNumberTest {

    /** ISO/IEC 7064, MOD 11,10: the example of the standard, 0794, has the check digit 5. */
    @Test
    void theExampleOfTheStandardHolds() {
        assertThat(PublicNumber.check("0794")).isEqualTo(5);
    }

    @Test
    void everyWrongDigitIsFound() {
        for (int n = 0; n < 50; n++) {
            String number = PublicNumber.random();
            assertThat(PublicNumber.read(PublicNumber.spaced(number))).contains(number);
            for (int at = 0; at < number.length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != number.charAt(at)) {
                        assertThat(PublicNumber.read(number.substring(0, at) + digit + number.substring(at + 1)))
                                .isEmpty();
                    }
                }
            }
        }
    }
}
