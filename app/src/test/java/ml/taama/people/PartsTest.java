package ml.taama.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two people change in a file at once, told part by part. */
class PartsTest {

    private static final PersonForm BASE = form(Map.of(
            "given", List.of("Awa"), "surname", List.of("Diarra"), "mother", List.of("Sira"), "phone", List.of("1")));

    private static PersonForm form(Map<String, List<String>> values) {
        return PersonForm.read(values, "");
    }

    private static PersonForm with(String field, String... rows) {
        Map<String, List<String>> values = new HashMap<>(BASE.values());
        values.put(field, List.of(rows));
        return form(values);
    }

    @Test
    void emptyRowsChangeNothing() {
        assertThat(Parts.changed(BASE.more("names", 1).more("places", 1), BASE)).isEmpty();
        assertThat(Parts.changed(with("phone", "1", " ", ""), BASE)).isEmpty();
    }

    @Test
    void whatOnlyOneChangedIsKeptOfBoth() {
        PersonForm mine = with("mother", "Assa");
        PersonForm theirs = with("phone", "1", "2");
        assertThat(Parts.conflicting(BASE, mine, theirs)).isEmpty();
        PersonForm both = Parts.together(BASE, mine, theirs);
        assertThat(both.get("mother")).isEqualTo("Assa");
        assertThat(both.values().get("phone")).containsExactly("1", "2");
    }

    @Test
    void whatBothChangedOtherwiseIsToBeDecided() {
        assertThat(Parts.conflicting(BASE, with("mother", "Assa"), with("mother", "Nana")))
                .containsExactly("parents");
        assertThat(Parts.conflicting(BASE, with("mother", "Assa"), with("mother", "Assa")))
                .isEmpty();
        assertThat(Parts.conflicting(BASE, with("given", "Awa", "Hawa"), with("surname", "Diara")))
                .containsExactly("names");
    }

    @Test
    void whatIsTypedIsCutAndNoMoreRowsThanTwentyAreTaken() {
        PersonForm long1 =
                form(Map.of("given", List.of("x".repeat(5000)), "phone", java.util.Collections.nCopies(90, "7")));
        assertThat(long1.get("given")).hasSize(200);
        assertThat(long1.values().get("phone")).hasSize(20);
        assertThat(long1.more("phones", 1).rows("phones", 0)).isEqualTo(20);
    }
}
