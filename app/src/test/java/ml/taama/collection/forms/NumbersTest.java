package ml.taama.collection.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "10 000 | 10000",
                "10\u00a0000 | 10000",
                "10\u202f000,5 | 10000.5",
                "1,234.5 | 1234.5",
                "1.234,5 | 1234.5",
                "1.234.567 | 1234567",
                "1,234,567 | 1234567",
                "12,5 | 12.5",
                "0.123 | 0.123",
                "-3 | -3",
                "1'000 | 1000",
                "1234.5678 | 1234.5678",
            })
    void readsNumbersAsPeopleWriteThem(String typed, BigDecimal number) {
        assertThat(Numbers.read(typed, false).value())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234"})
    void guessesOnlyWhereOneReadingMakesSense(String typed) {
        assertThat(Numbers.read(typed, true).value()).contains(new BigDecimal("1234"));
        assertThat(Numbers.read(typed, false).fault()).contains(Rule.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "environ 4 millions",
                "12o",
                "1e5",
                "1,2,3",
                "1.2.3",
                "12,34,567",
                "1 2",
                "10 00",
                "--1",
                "5%",
                "٣",
                "1,",
                "1.234,567,8"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(Numbers.read(typed, false).fault()).contains(Rule.NUMBER);
    }

    @Test
    void neverThrowsAndNeverGivesBothNumberAndFault() {
        Random random = new Random(7);
        String alphabet = "0123456789.,-+ '\u00a0\u202fe%x٣";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Numbers.Reading reading = Numbers.read(typed.toString(), random.nextBoolean());
            assertThat(reading.value().isPresent())
                    .as(typed.toString())
                    .isNotEqualTo(reading.fault().isPresent());
        }
    }

    @Test
    void readsBackWhatFrenchAndEnglishWrite() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(100_000_000_000L), random.nextInt(3));
            for (java.util.Locale locale : java.util.List.of(java.util.Locale.FRENCH, java.util.Locale.ENGLISH)) {
                java.text.NumberFormat format = java.text.NumberFormat.getNumberInstance(locale);
                format.setMaximumFractionDigits(2);
                Numbers.Reading reading = Numbers.read(
                        format.format(number), number.stripTrailingZeros().scale() <= 0);
                assertThat(reading.value())
                        .as(format.format(number))
                        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
            }
        }
    }
}
