package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under a frozen model, any sequence of changes gives what a full run gives. */
class ResidentPropertyTest {

    private static final int START = 300;

    private static Map<String, String> values(Table table, int record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            values.put(column.name(), column.value(record));
        }
        return values;
    }

    private static Table table(Map<String, Map<String, String>> records) {
        StringBuilder text = new StringBuilder();
        String header = String.join(",", records.values().iterator().next().keySet());
        text.append(header).append('\n');
        records.values().forEach(r -> text.append(String.join(",", r.values())).append('\n'));
        return Tables.csv("now.csv", text.toString());
    }

    private static Map<String, Set<String>> persons(Resident resident, Map<String, ?> records) {
        Map<String, Set<String>> persons = new TreeMap<>();
        records.keySet().forEach(id -> persons.put(id, new TreeSet<>(resident.person(id))));
        return persons;
    }

    @ParameterizedTest
    @CsvSource({"10000, false", "12, false", "6, true", "3, false"})
    void anySequenceOfChangesGivesWhatAFullRunGives(int cap, boolean refined) {
        Model model = Tables.model(cap, refined ? List.of("year") : List.of()).withThreshold(0.5);
        Table pool = Tables.people(900, 21 + cap);
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        for (int i = 0; i < START; i++) {
            records.put(pool.column("unique_id").value(i), values(pool, i));
        }
        Table start = table(records);
        Resident resident = new Resident(model, start, Optional.empty(), Tables.settings(2));
        Random random = new Random(cap);
        for (int step = 0; step < 300; step++) {
            List<String> ids = new ArrayList<>(records.keySet());
            String some = ids.get(random.nextInt(ids.size()));
            int next = START + random.nextInt(600);
            Map<String, String> values = values(pool, next);
            String id = values.getOrDefault("unique_id", "");
            switch (random.nextInt(4)) {
                case 0 -> {
                    resident.remove(some);
                    records.remove(some);
                }
                case 1 -> {
                    values.put("unique_id", some);
                    resident.change(some, values);
                    records.put(some, values);
                }
                default -> {
                    if (!records.containsKey(id)) {
                        resident.add(id, values);
                        records.put(id, values);
                    }
                }
            }
            resident.find(values, 0.3);
        }
        Resident full = new Resident(model, table(records), Optional.of(start), Tables.settings(1));
        assertThat(persons(resident, records)).isEqualTo(persons(full, records));
    }

    @Test
    void findGivesTheCandidatesThatAddWouldLink() {
        Model model = Tables.model(10_000).withThreshold(0.5);
        Table pool = Tables.people(600, 33);
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        for (int i = 0; i < START; i++) {
            records.put(pool.column("unique_id").value(i), values(pool, i));
        }
        Resident resident = new Resident(model, table(records), Optional.empty(), Tables.settings(1));
        int found = 0;
        for (int i = START; i < 600; i++) {
            List<Resident.Candidate> sought = resident.find(values(pool, i), 0.5);
            List<Resident.Candidate> added = resident.add("n" + i, values(pool, i));
            assertThat(sought).isEqualTo(added);
            found += added.size();
            resident.remove("n" + i);
        }
        assertThat(found).isPositive();
    }

    /** A rule on a field that nobody has filled yet has no blocks at all; records still come and go. */
    @Test
    void recordsComeAndGoWhereNobodyHasAFieldOfARule() {
        Model model = Model.builder()
                .field("name", "name")
                .field("paper", "paper")
                .block("paper")
                .block("name")
                .compare("name", Level.of("same", Condition.exact("name")), Level.of("other", new Condition.Else()))
                .build();
        Resident resident = new Resident(
                model, Tables.csv("now.csv", "unique_id,name,paper\na,Awa,\n"), Optional.empty(), Tables.settings(1));
        resident.remove("a");
        assertThat(resident.holds("a")).isFalse();
        resident.add("b", Map.of("name", "Awa", "paper", "N1"));
        assertThat(resident.find(Map.of("paper", "N1"), 0))
                .extracting(c -> c.id())
                .containsExactly("b");
        assertThat(resident.holds("b")).isTrue();
    }

    @Test
    void weightsAreThoseOfAFullRun() {
        Model model = Tables.model(10_000).withThreshold(0.2);
        Table pool = Tables.people(400, 34);
        Linker linker = new Linker(model, List.of(pool), Tables.settings(1));
        Map<String, Double> weights = new HashMap<>();
        linker.link(
                model,
                0.2,
                pairs -> () ->
                        pairs.forEach(p -> weights.put(linker.id(p.left()) + " " + linker.id(p.right()), p.weight())));
        Resident resident = new Resident(model, pool, Optional.empty(), Tables.settings(1));
        String last = pool.column("unique_id").value(399);
        for (int i = 0; i < 400; i++) {
            String id = pool.column("unique_id").value(i);
            for (Resident.Candidate candidate : resident.change(id, values(pool, i))) {
                String a = id.compareTo(candidate.id()) < 0 ? id : candidate.id();
                String b = a.equals(id) ? candidate.id() : id;
                assertThat(candidate.weight()).isEqualTo(weights.getOrDefault(a + " " + b, Double.NaN), within(1e-9));
            }
        }
        assertThat(last).isNotEmpty();
    }

    @Test
    void whatPeopleDecidedStandsAboveScores() {
        Model model = Tables.model(10_000);
        String header = "unique_id,given_name,surname,birth_date,village,phone,sex\n";
        String same = ",Moussa,Traoré,1980-02-03,Kati,76123456,M\n";
        Table table =
                Tables.csv("a.csv", header + "a" + same + "b" + same + "c" + same + "d,Awa,Keita,1999-05-05,Gao,,F\n");
        Resident resident = new Resident(model.withThreshold(0.01), table, Optional.empty(), Tables.settings(1));
        assertThat(resident.person("a")).containsExactly("a", "b", "c");
        resident.decide(List.of(List.of("a", "d")), List.of(List.of("a", "b")));
        assertThat(resident.person("d")).contains("a", "d").doesNotContain("b");
    }

    @Test
    void namesWhatIsWrong() {
        Resident resident = new Resident(Tables.model(10), Tables.people(5, 1), Optional.empty(), Tables.settings(1));
        assertThatThrownBy(() -> resident.add("r0", Map.of())).hasMessageContaining("duplicate id");
        assertThatThrownBy(() -> resident.add(" ", Map.of())).hasMessageContaining("no id");
        assertThatThrownBy(() -> resident.remove("x")).isInstanceOf(LinkageException.class);
        assertThat(resident.add("empty", Map.of())).isEmpty();
    }
}
