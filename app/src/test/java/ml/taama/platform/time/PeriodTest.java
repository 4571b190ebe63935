package ml.taama.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final long SEED = 20210701;
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @CsvSource({
        "2021, 2021-01-01, 2021-12-31",
        "2023-Q3, 2023-07-01, 2023-09-30",
        "2020-02, 2020-02-01, 2020-02-29",
        "2014-09-03, 2014-09-03, 2014-09-03",
        "2019/2021, 2019-01-01, 2021-12-31",
        "2017-05/2018-12-20, 2017-05-01, 2018-12-20"
    })
    void includesBothEnds(String text, LocalDate first, LocalDate last) {
        Period period = Period.parse(text);
        assertThat(period.first()).contains(first);
        assertThat(period.last()).contains(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yearly", "review"})
    void recurringAndUndefinedPeriodsHaveNoDates(String text) {
        Period period = Period.parse(text);
        assertThat(period.dated()).isFalse();
        assertThat(period.first()).isEmpty();
        assertThat(period.overlaps(Period.parse("2021"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "21",
                "2021-13",
                "2021-00",
                "2021-02-30",
                "2021-Q5",
                "2021-Q0",
                "2022/2021",
                "2021/",
                "/2021",
                "2021/2022/2023",
                "yearly/2021",
                "2021 ",
                "٢٠٢١",
                "2021-1",
                "non définie"
            })
    void refusesWhatDoesNotFollowTheGrammar(String text) {
        assertThat(Period.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a period: " + text);
    }

    @Test
    void saysWhatItWasReadFrom() {
        periods().forEach(text -> assertThat(Period.parse(text)).hasToString(text));
    }

    @Test
    void neverEndsBeforeItBegins() {
        periods()
                .map(Period::parse)
                .forEach(period -> assertThat(period.last().orElseThrow())
                        .as(period.toString())
                        .isAfterOrEqualTo(period.first().orElseThrow()));
    }

    @Test
    void overlapsBothWaysOrNeither() {
        List<Period> all = periods().map(Period::parse).toList();
        for (int i = 1; i < all.size(); i++) {
            Period one = all.get(i);
            Period other = all.get(i - 1);
            assertThat(one.overlaps(other)).as(one + " and " + other).isEqualTo(other.overlaps(one));
            assertThat(one.overlaps(one)).as(one + " and itself").isTrue();
        }
    }

    @Test
    void noTextMakesTheReaderFail() {
        Random random = new Random(SEED);
        String alphabet = "0123456789-/Qq yearlviw\u00e9\n\u0660";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(14), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            Period.tryParse(text.toString())
                    .ifPresent(period -> assertThat(period).hasToString(text.toString()));
        }
    }

    private static Stream<String> periods() {
        Random random = new Random(SEED);
        return IntStream.range(0, ROUNDS).mapToObj(i -> {
            String one = mark(random);
            String other = mark(random);
            String range = one + "/" + other;
            return i % 2 == 0 && Period.tryParse(range).isPresent() ? range : one;
        });
    }

    private static String mark(Random random) {
        int year = 1950 + random.nextInt(100);
        LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(year);
            case 1 -> year + "-Q" + (1 + random.nextInt(4));
            case 2 -> day.toString().substring(0, 7);
            default -> day.toString();
        };
    }
}
