package ml.taama.matching;

import static ml.taama.matching.Verdict.DIFFERENT;
import static ml.taama.matching.Verdict.SAME;
import static ml.taama.matching.Verdict.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decisions amount to, how far reviewers agree, and in which order pairs are asked. */
class RulingTest {

    private static Decision by(long account, Verdict verdict) {
        return new Decision(0, 1, 2, verdict, "", Instant.EPOCH, account);
    }

    @Test
    void withOneReviewerTheLastDecisionCounts() {
        assertThat(Ruling.of(List.of(), 1)).isEqualTo("open");
        assertThat(Ruling.of(List.of(by(1, SAME)), 1)).isEqualTo("same");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, DIFFERENT)), 1)).isEqualTo("different");
    }

    @Test
    void withTwoReviewersTwoMustAgreeAndACorrectionTakesThePlaceOfWhatItCorrects() {
        assertThat(Ruling.of(List.of(by(1, SAME)), 2)).isEqualTo("waiting");
        assertThat(Ruling.of(List.of(by(1, SAME), by(1, SAME)), 2)).isEqualTo("waiting");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, SAME)), 2)).isEqualTo("same");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, DIFFERENT)), 2)).isEqualTo("disputed");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, DIFFERENT), by(3, SAME)), 2))
                .isEqualTo("same");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, DIFFERENT), by(1, DIFFERENT)), 2))
                .isEqualTo("different");
        assertThat(Ruling.of(List.of(by(1, SAME), by(2, SAME), by(1, UNSURE)), 2))
                .isEqualTo("disputed");
    }

    /** The example of Cohen's paper is of this kind: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no give 0.70 and 0.40. */
    @Test
    void agreementIsRawAndBeyondChance() {
        List<List<Decision>> pairs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Verdict first = i < 25 ? SAME : DIFFERENT;
            Verdict second = i < 20 || (i >= 25 && i < 35) ? SAME : DIFFERENT;
            pairs.add(List.of(by(1, first), by(2, second), by(1, UNSURE)));
        }
        pairs.add(List.of(by(1, SAME)));
        Agreement agreement = Agreement.of(pairs);
        assertThat(agreement.pairs()).isEqualTo(50);
        assertThat(agreement.raw()).isCloseTo(0.7, within(1e-9));
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void pairsNearOneHalfComeFirstAndOfEqualOnesThoseThatJoinMoreFiles() {
        assertThat(Priority.of(0.5, 1, 1)).isGreaterThan(Priority.of(0.999, 1, 1));
        assertThat(Priority.of(0.999, 1, 1)).isGreaterThan(Priority.of(0.2, 1, 1) * 0.9);
        assertThat(Priority.of(0.9, 1, 3)).isGreaterThan(Priority.of(0.9, 1, 1));
        assertThat(Priority.uncertainty(0)).isZero();
        assertThat(Priority.uncertainty(1)).isZero();
        assertThat(Priority.uncertainty(0.5)).isEqualTo(1);
    }
}
