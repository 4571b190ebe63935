package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import ml.taama.linkage.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every run. */
class LinkerPropertyTest {

    private static final int RECORDS = 1500;

    private static Set<String> set(List<String> pairs) {
        Set<String> set = new HashSet<>(pairs);
        assertThat(set).as("each pair once").hasSameSizeAs(pairs);
        return set;
    }

    private static String shuffled(String csv, long seed) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        String header = lines.removeFirst();
        Collections.shuffle(lines, new Random(seed));
        return header + "\n" + String.join("\n", lines) + "\n";
    }

    /** Every pair that shares a block, by brute force, with the first rule that gives it. */
    private static Map<String, Integer> brute(Model model, List<Table> tables) {
        Linker linker = new Linker(model, tables, Tables.settings(1));
        Map<String, Integer> pairs = new HashMap<>();
        for (int a = 0; a < linker.size(); a++) {
            for (int b = a + 1; b < linker.size(); b++) {
                if (model.sources() == Model.Sources.LINK && linker.source(a) == linker.source(b)) {
                    continue;
                }
                for (int r = model.rules().size() - 1; r >= 0; r--) {
                    boolean agree = true;
                    for (String field : model.rules().get(r).fields()) {
                        String value = linker.value(field, a);
                        agree &= !value.isEmpty() && value.equals(linker.value(field, b));
                    }
                    if (agree) {
                        pairs.put(linker.id(a) + " " + linker.id(b), r);
                    }
                }
            }
        }
        return pairs;
    }

    @Test
    void everyPairOfABlockComesOnceWithItsFirstRule() {
        Model model = Tables.model(10_000);
        List<Table> tables = List.of(Tables.people(600, 3));
        Map<String, Integer> expected = brute(model, tables);
        Map<String, Integer> found = new HashMap<>();
        for (String pair : set(Tables.pairs(model, tables, 0, Tables.settings(2)))) {
            String[] parts = pair.split(" ");
            String key = expected.containsKey(parts[0] + " " + parts[1])
                    ? parts[0] + " " + parts[1]
                    : parts[1] + " " + parts[0];
            found.put(key, Integer.valueOf(parts[4]));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void linkingTwoSourcesComparesNoTwoRecordsOfOne() {
        Model model = Tables.model(10_000).with(Model.Sources.LINK);
        List<Table> tables = List.of(Tables.people(300, 3), Tables.people(400, 4));
        assertThat(set(Tables.pairs(model, tables, 0, Tables.settings(2))))
                .hasSize(brute(model, tables).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 10_000})
    void neitherThreadsNorOrderOfInputChangeTheResult(int cap) {
        Model model = Tables.model(cap, List.of("year"));
        String text = Tables.text(RECORDS, 5);
        List<String> one = Tables.pairs(model, List.of(Tables.csv("a.csv", text)), 0, Tables.settings(1));
        List<String> two = Tables.pairs(model, List.of(Tables.csv("a.csv", text)), 0, Tables.settings(3));
        List<String> other =
                Tables.pairs(model, List.of(Tables.csv("a.csv", shuffled(text, 1))), 0, Tables.settings(2));
        assertThat(two).isEqualTo(one);
        assertThat(set(other)).isEqualTo(set(one));
    }

    @Test
    void clustersDoNotDependOnTheOrderOfInput() {
        Model model = Tables.model(10_000);
        String text = Tables.text(RECORDS, 6);
        assertThat(clusters(model, shuffled(text, 2))).isEqualTo(clusters(model, text));
    }

    private static Map<String, String> clusters(Model model, String text) {
        Linker linker = new Linker(model, List.of(Tables.csv("a.csv", text)), Tables.settings(2));
        int[] person = linker.link(model, 1, PairSink.none()).clustering().person();
        Map<String, String> clusters = new HashMap<>();
        for (int i = 0; i < person.length; i++) {
            clusters.put(linker.id(i), linker.id(person[i]));
        }
        return clusters;
    }

    @Test
    void countsBeforeRunningWhatTheRunProduces() {
        Model model = Tables.model(30);
        Linker linker = new Linker(model, List.of(Tables.people(RECORDS, 7)), Tables.settings(2));
        List<RuleReport> before = linker.count();
        Linked linked = linker.link(model, 1, PairSink.none());
        long fresh = linked.rules().stream().mapToLong(RuleReport::fresh).sum();
        assertThat(fresh).isEqualTo(linked.candidates());
        assertThat(before.getFirst().pairs())
                .isEqualTo(linked.rules().getFirst().fresh());
        assertThat(linked.notices()).extracting(Notice::code).contains("pairs-given-up");
        RuleReport surname = before.get(1);
        long all = new Linker(model.withCap(100_000), List.of(Tables.people(RECORDS, 7)), Tables.settings(1))
                .count()
                .get(1)
                .pairs();
        assertThat(surname.pairs() + surname.givenUp()).isEqualTo(all);
        assertThat(surname.largest()).isGreaterThan(30);
    }

    @Test
    void aGiantBlockOfEqualRecordsIsSplitAndSaysWhatItCost() {
        StringBuilder text = new StringBuilder("unique_id,given_name,surname,birth_date,village,phone,sex\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("r").append(i).append(",Moussa,Traoré,1980-02-03,Kati,,M\n");
        }
        Model model = Tables.model(50).withRules(List.of(Rule.on("surname")));
        Linker linker = new Linker(model, List.of(Tables.csv("a.csv", text.toString())), Tables.settings(2));
        Linked linked = linker.link(model, 1, PairSink.none());
        RuleReport rule = linked.rules().getFirst();
        assertThat(rule.givenUp() + rule.pairs()).isEqualTo(20_000L * 19_999 / 2);
        assertThat(rule.pairs()).isLessThan(20_000L * 60);
    }

    @Test
    void theWaterfallSumsToTheWeight() {
        Model model = Tables.model(10_000);
        Linker linker = new Linker(model, List.of(Tables.people(400, 8)), Tables.settings(1));
        linker.link(
                model,
                0.2,
                pairs -> () -> pairs.forEach(p -> {
                    Waterfall waterfall = linker.explain(model, p.left(), p.right());
                    double sum = waterfall.prior();
                    for (Waterfall.Step step : waterfall.steps()) {
                        sum += step.weight() + step.adjustment();
                    }
                    assertThat(sum).isEqualTo(p.weight(), within(1e-9));
                    assertThat(waterfall.probability()).isEqualTo(p.probability(), within(1e-12));
                }));
    }

    @Test
    void symmetricConditionsGiveSymmetricResults() {
        Model model = Tables.model(10_000);
        Linker linker = new Linker(model, List.of(Tables.people(200, 9)), Tables.settings(1));
        for (int i = 0; i < 100; i++) {
            assertThat(linker.explain(model, i, i + 100)).isEqualTo(linker.explain(model, i + 100, i));
        }
    }

    @Test
    void linksBeyondTheMemorySetAreRefusedWithTheFigureNeeded() {
        Model model =
                Tables.model(10_000).withRules(List.of(Rule.on("surname"))).withThreshold(0.01);
        StringBuilder text = new StringBuilder("unique_id,given_name,surname,birth_date,village,phone,sex\n");
        int records = 600;
        for (int i = 0; i < records; i++) {
            text.append("r").append(i).append(",Moussa,Traoré,1980-02-03,Kati,,M\n");
        }
        Table table = Tables.csv("a.csv", text.toString());
        int megabytes = ((records * (records - 1) / 2 * 16) >> 20) + 1;
        assertThat(new Linker(model, List.of(table), new Settings(2, (long) megabytes << 20, (s, d, t) -> {}))
                        .link(model, 1, PairSink.none())
                        .links())
                .isEqualTo(records * (records - 1) / 2);
        Linker linker = new Linker(model, List.of(table), new Settings(2, 1 << 20, (s, d, t) -> {}));
        assertThatThrownBy(() -> linker.link(model, 1, PairSink.none()))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("links, " + megabytes + ", 1")
                .extracting(e -> ((LinkageException) e).fault())
                .isEqualTo(Fault.MEMORY);
    }

    @Test
    void idsThatAreMissingOrGivenTwiceAreNamed() {
        Model model = Tables.model(100);
        String header = "unique_id,given_name,surname,birth_date,village,phone,sex\n";
        assertThatThrownBy(() -> new Linker(
                        model, List.of(Tables.csv("a.csv", header + "1,,,,,,\n1,,,,,,\n")), Tables.settings(1)))
                .hasMessageContaining("duplicate id")
                .hasMessageContaining("a.csv, 2, 1");
        assertThatThrownBy(() -> new Linker(
                        model, List.of(Tables.csv("a.csv", header + "1,,,,,,\n,a,,,,,\n")), Tables.settings(1)))
                .hasMessageContaining("no id");
        assertThat(new Linker(model, List.of(Tables.csv("a.csv", header)), Tables.settings(1))
                        .link(model, 0, PairSink.none())
                        .candidates())
                .isZero();
    }

    @Test
    void everyKindOfConditionIsReached() {
        String text = """
                unique_id,a,b,n,lat,lon,tags
                1,anna,maria,10,12.6,-8.0,"[x, y]"
                2,maria,anna,11,12.61,-8.01,"[y, z]"
                3,anna,maria,30,40,3,"[y]"
                4,,,,,,
                """;
        Model model = Model.builder()
                .field("a", "a")
                .field("b", "b")
                .field("n", "n")
                .field("lat", "lat")
                .field("lon", "lon")
                .field("tags", "tags")
                .field("all", "unique_id", "regex:1:^()?.*$", "length")
                .block("a")
                .compare(
                        "crossed",
                        two(new Condition.And(List.of(new Condition.Equal("a", "b"), new Condition.Equal("b", "a")))))
                .compare("near", two(new Condition.Near("n", 1)))
                .compare("percent", two(new Condition.Percent("n", 0.5)))
                .compare("distance", two(new Condition.Distance("lat", "lon", 5)))
                .compare("shared", two(new Condition.Shared("tags", 1)))
                .compare("subset", two(new Condition.Subset("tags")))
                .compare("literal", two(new Condition.Literal("a", Condition.Side.BOTH, "anna")))
                .compare("not", two(new Condition.Not(Condition.exact("a"))))
                .compare("or", two(new Condition.Or(List.of(Condition.exact("n"), Condition.exact("b")))))
                .build();
        Linker linker = new Linker(model, List.of(Tables.csv("a.csv", text)), Tables.settings(1));
        assertThat(gammas(linker, model, 0, 1)).containsExactly(1, 1, 1, 1, 1, 0, 0, 1, 0);
        assertThat(gammas(linker, model, 0, 2)).containsExactly(0, 0, 0, 0, 1, 1, 1, 0, 1);
        assertThat(gammas(linker, model, 0, 3)).containsOnly(0);
    }

    private static Level[] two(Condition condition) {
        return new Level[] {Level.of("yes", condition), Level.of("no", Condition.otherwise())};
    }

    private static List<Integer> gammas(Linker linker, Model model, int a, int b) {
        return linker.explain(model, a, b).steps().stream()
                .map(Waterfall.Step::gamma)
                .toList();
    }

    @Test
    void completenessSaysWhatRulesFindTogetherAndAlone() {
        Model model = Tables.model(10_000);
        Linker linker = new Linker(model, List.of(Tables.people(800, 12)), Tables.settings(1));
        List<Double> shares = linker.completeness(model.rules(), "person");
        Evaluation evaluation = linker.link(model, 1, PairSink.none(), Facts.NONE, Optional.of("person"))
                .evaluation()
                .orElseThrow();
        assertThat(shares).hasSize(4).allMatch(s -> s > 0 && s <= 1);
        assertThat(shares.getFirst()).isEqualTo(evaluation.pairsCompleteness(), within(1e-12));
        assertThat(shares.getFirst()).isGreaterThanOrEqualTo(Collections.max(shares.subList(1, 4)));
    }

    @Test
    void evaluationCountsAgreeWithBruteForce() {
        Model model = Tables.model(10_000);
        Table table = Tables.people(500, 13);
        Linker linker = new Linker(model, List.of(table), Tables.settings(2));
        long[] right = new long[1];
        long[] wrong = new long[1];
        Linked linked = linker.link(
                model,
                model.threshold(),
                pairs -> () -> pairs.forEach(p -> {
                    boolean same = table.column("person")
                            .value(p.left())
                            .equals(table.column("person").value(p.right()));
                    (same ? right : wrong)[0]++;
                }),
                Facts.NONE,
                Optional.of("person"));
        Evaluation evaluation = linked.evaluation().orElseThrow();
        assertThat(evaluation.atThreshold().right()).isEqualTo(right[0]);
        assertThat(evaluation.atThreshold().wrong()).isEqualTo(wrong[0]);
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            sizes.merge(table.column("person").value(i), 1, Integer::sum);
        }
        assertThat(evaluation.pairs())
                .isEqualTo(sizes.values().stream()
                        .mapToLong(n -> (long) n * (n - 1) / 2)
                        .sum());
        assertThat(Arrays.stream(linked.clustering().person()).distinct().count())
                .isLessThan(500);
    }
}
