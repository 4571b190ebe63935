package ml.taama.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ml.taama.linkage.Resident.Candidate;
import ml.taama.matching.Compared.Two;
import org.junit.jupiter.api.Test;

/** Records compared one after the other: a pair stands once, as the later comparison says. */
class ComparedTest {

    private static Candidate like(long record, double weight) {
        return new Candidate(String.valueOf(record), weight, 0.9, "1", 0);
    }

    @Test
    void aPairStandsOnceWhicheverOfTheTwoFindsTheOther() {
        Compared compared = new Compared();
        compared.found(7, List.of(like(3, 4)));
        compared.found(3, List.of(like(7, 5), like(9, 6)));
        assertThat(compared.pairs().keySet()).containsExactlyInAnyOrder(new Two(3, 7), new Two(3, 9));
        assertThat(compared.pairs().get(new Two(3, 7))).isEqualTo(like(7, 5));
        assertThat(compared.records()).containsExactly(3L, 7L);
    }

    @Test
    void whatALaterComparisonDoesNotFindAnyMoreIsGone() {
        Compared compared = new Compared();
        compared.found(7, List.of(like(3, 4), like(5, 4)));
        compared.found(3, List.of());
        compared.none(5);
        assertThat(compared.pairs()).isEmpty();
        assertThat(compared.records()).containsExactly(3L, 5L, 7L);
    }
}
