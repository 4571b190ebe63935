package ml.taama.reporting.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ml.taama.reporting.writing.Difference.Kind;
import ml.taama.reporting.writing.Merge.Disputed;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final String BASE = "Le Mali a assisté des migrants.\n\nLe plan existe depuis longtemps.";

    @Test
    void takesBothChangesWhenTheyTouchDifferentWords() {
        Merge merge =
                Merge.of(BASE, BASE.replace("des migrants", "de nombreux migrants"), BASE.replace("longtemps", "2019"));
        assertThat(merge.clean()).isTrue();
        assertThat(merge.text(true))
                .isEqualTo("Le Mali a assisté de nombreux migrants.\n\nLe plan existe depuis 2019.");
    }

    @Test
    void keepsBothVersionsWhenTheyChangeTheSameWords() {
        Merge merge = Merge.of(BASE, BASE.replace("longtemps.", "2018."), BASE.replace("longtemps.", "2019."));
        assertThat(merge.clean()).isFalse();
        assertThat(merge.pieces())
                .filteredOn(Disputed.class::isInstance)
                .containsExactly(new Disputed("longtemps.", "2018.", "2019."));
        assertThat(merge.text(true)).endsWith("2019.");
        assertThat(merge.text(false)).endsWith("2018.");
    }

    @Test
    void theSameChangeByBothIsNoDispute() {
        String same = BASE.replace("longtemps", "2019");
        assertThat(Merge.of(BASE, same, same)).isEqualTo(new Merge(List.of(new Merge.Agreed(same))));
    }

    @Test
    void whatOneLeavesAloneIsTakenFromTheOther() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String base = text(random);
            String changed = edited(base, random);
            assertThat(Merge.of(base, changed, base).text(true)).isEqualTo(changed);
            assertThat(Merge.of(base, base, changed).text(true)).isEqualTo(changed);
        }
    }

    @Test
    void eachSideCanAlwaysBeTakenWhereTheyDispute() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            String base = text(random);
            String theirs = edited(base, random);
            String mine = edited(base, random);
            Merge merge = Merge.of(base, theirs, mine);
            Merge turned = Merge.of(base, mine, theirs);
            assertThat(merge.text(true)).isEqualTo(turned.text(false));
            assertThat(merge.clean()).isEqualTo(turned.clean());
        }
    }

    @Test
    void aDifferenceHoldsBothTexts() {
        Random random = new Random(9);
        for (int round = 0; round < 2_000; round++) {
            String earlier = text(random);
            String later = edited(earlier, random);
            Difference difference = Difference.between(earlier, later);
            assertThat(joined(difference, Kind.ADDED)).isEqualTo(earlier);
            assertThat(joined(difference, Kind.REMOVED)).isEqualTo(later);
            assertThat(difference.none()).isEqualTo(earlier.equals(later));
        }
    }

    private static String joined(Difference difference, Kind without) {
        StringBuilder out = new StringBuilder();
        difference.pieces().stream().filter(p -> p.kind() != without).forEach(p -> out.append(p.text()));
        return out.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append((char) ('a' + random.nextInt(5))).append(random.nextInt(5) == 0 ? "\n\n" : " ");
        }
        return text.toString().strip();
    }

    private static String edited(String text, Random random) {
        List<String> units = new ArrayList<>(Merge.units(text));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(units.size() + 1);
            if (at < units.size() && random.nextBoolean()) {
                units.remove(at);
            } else {
                units.add(at, (char) ('f' + random.nextInt(5)) + " ");
            }
        }
        return String.join("", units);
    }
}
