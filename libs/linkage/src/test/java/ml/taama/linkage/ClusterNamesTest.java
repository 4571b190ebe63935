package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ml.taama.linkage.ClusterNames.Event;
import ml.taama.linkage.ClusterNames.Kind;
import org.junit.jupiter.api.Test;

class ClusterNamesTest {

    private static final String[] KEYS = {"a", "b", "c", "d", "e"};

    @Test
    void aFirstRunNamesAClusterAfterItsFirstRecord() {
        assertThat(ClusterNames.of(KEYS, new int[] {0, 0, 2, 2, 4}, Map.of()).names())
                .containsExactly("a", "a", "c", "c", "e");
    }

    @Test
    void namesStayWhereMostOfTheirRecordsAre() {
        Map<String, String> before = Map.of("a", "P1", "b", "P1", "c", "P1", "d", "P2", "z", "P3");
        ClusterNames names = ClusterNames.of(KEYS, new int[] {0, 0, 2, 2, 4}, before);
        assertThat(names.names()).containsExactly("P1", "P1", "P2", "P2", "e");
        assertThat(names.events())
                .containsExactly(
                        new Event(Kind.MERGED, "P2", List.of("P1")),
                        new Event(Kind.SPLIT, "P1", List.of("P2")),
                        new Event(Kind.NEW, "e", List.of()),
                        new Event(Kind.GONE, "P3", List.of()));
    }

    @Test
    void aNameIsNeverGivenTwice() {
        ClusterNames names = ClusterNames.of(KEYS, new int[] {0, 1, 2, 3, 4}, Map.of("x", "a", "b", "c"));
        assertThat(names.names()).containsExactly("a#2", "c", "c#2", "d", "e").doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotChangeHasNoEvent() {
        ClusterNames names = ClusterNames.of(
                KEYS, new int[] {0, 0, 2, 3, 4}, Map.of("a", "P", "b", "P", "c", "Q", "d", "R", "e", "S"));
        assertThat(names.events()).isEmpty();
        assertThat(names.names()).containsExactly("P", "P", "Q", "R", "S");
    }
}
