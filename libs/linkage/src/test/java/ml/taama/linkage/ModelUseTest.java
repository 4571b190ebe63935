package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.linkage.Model.Clusters;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Model.Text;
import ml.taama.linkage.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a model that a run must follow: labels, term frequencies, best links, units of text. */
class ModelUseTest {

    @TempDir
    Path folder;

    /** Counts of levels over all pairs of one person, one by one. */
    @Test
    void mFromLabelsIsTheShareOfPairsOfOnePersonAtEachLevel() {
        Model model = Tables.model(10_000);
        Table table = Tables.people(700, 21);
        Linker linker = new Linker(model, List.of(table), Tables.settings(2));
        Model trained = linker.trainFromLabels(model, "person");
        long[][] counts = new long[3][6];
        for (int a = 0; a < table.size(); a++) {
            for (int b = a + 1; b < table.size(); b++) {
                if (table.column("person")
                        .value(a)
                        .equals(table.column("person").value(b))) {
                    List<Waterfall.Step> steps = linker.explain(model, a, b).steps();
                    for (int c = 0; c < counts.length; c++) {
                        counts[c][steps.get(c).gamma() + 1]++;
                    }
                }
            }
        }
        for (int c = 0; c < counts.length; c++) {
            Comparison comparison = trained.comparisons().get(c);
            double compared = Arrays.stream(counts[c]).skip(1).sum();
            assertThat(compared).isGreaterThan(100);
            for (int l = 1; l < comparison.levels().size(); l++) {
                assertThat(comparison.levels().get(l).m())
                        .as(comparison.name() + " " + comparison.levels().get(l).label())
                        .isEqualTo(Math.max(1e-6, counts[c][comparison.gamma(l) + 1] / compared), within(1e-12));
            }
        }
        assertThat(trained.prior()).isEqualTo(model.prior());
    }

    @Test
    void termFrequenciesOfAModelAreWrittenReadAndWeighTheSame() throws java.io.IOException {
        TermFrequency own = new TermFrequency("given", 0.5, 0.002, true);
        Model model = Tables.model(10_000);
        List<Comparison> comparisons = new ArrayList<>(model.comparisons());
        List<Level> levels = new ArrayList<>(comparisons.getFirst().levels());
        levels.set(1, levels.get(1).with(own));
        comparisons.set(0, new Comparison("given", levels));
        Model half = model.with(model.prior(), comparisons);
        Path file = folder.resolve("model.json");
        LinkFiles.model(file, half);
        Model read = ModelFile.read(file);
        assertThat(read.comparisons().getFirst().levels().get(1).frequency()).contains(own);
        assertThat(read.comparisons().get(2).levels().get(1).frequency()).contains(TermFrequency.of("village"));
        List<Table> tables = List.of(Tables.people(900, 22));
        assertThat(Tables.pairs(read, tables, 0, Tables.settings(2)))
                .isEqualTo(Tables.pairs(half, tables, 0, Tables.settings(2)))
                .isNotEqualTo(Tables.pairs(model, tables, 0, Tables.settings(2)));
    }

    /** log2(u / f) of the value, by hand: three of four records say Awa, u is 0.02. */
    @Test
    void aTermFrequencyWeighsAsByHand() {
        Model model = Tables.model(10_000);
        Table table = Tables.csv("a.csv", """
                unique_id,given_name,surname,birth_date,village,phone,sex
                1,Awa,,,,,
                2,Awa,,,,,
                3,Awa,,,,,
                4,Fanta,,,,,
                """);
        Waterfall.Step step = new Linker(model, List.of(table), Tables.settings(1))
                .explain(model, 0, 1)
                .steps()
                .getFirst();
        assertThat(step.weight()).isEqualTo(Math.log(0.7 / 0.02) / Math.log(2), within(1e-12));
        assertThat(step.adjustment()).isEqualTo(Math.log(0.02 / 0.75) / Math.log(2), within(1e-6));
    }

    /** Strongest first, a link that would give a person two records of one source being refused: by hand, in a loop. */
    @Test
    void withBestLinksAPersonHasOneRecordOfEachSource() {
        Model components = Tables.model(10_000).with(Sources.LINK).withThreshold(0.05);
        Model best = best(components);
        List<Table> tables = List.of(Tables.people(400, 5), Tables.csv("b.csv", again(Tables.text(400, 5))));
        Linker linker = new Linker(best, tables, Tables.settings(2));
        List<Pair> links = new ArrayList<>();
        Linked linked = linker.link(best, best.threshold(), pairs -> () -> links.addAll(pairs));
        int[] person = linked.clustering().person();
        Set<String> taken = new HashSet<>();
        for (int record = 0; record < person.length; record++) {
            assertThat(taken.add(person[record] + " of " + linker.source(record)))
                    .isTrue();
        }
        links.sort((a, b) -> a.weight() != b.weight()
                ? Double.compare(b.weight(), a.weight())
                : (linker.id(a.left()) + " " + linker.id(a.right()))
                        .compareTo(linker.id(b.left()) + " " + linker.id(b.right())));
        Map<Integer, Integer> partner = new HashMap<>();
        for (Pair link : links) {
            if (!partner.containsKey(link.left()) && !partner.containsKey(link.right())) {
                partner.put(link.left(), link.right());
                partner.put(link.right(), link.left());
            }
        }
        for (int record = 0; record < person.length; record++) {
            int other = partner.getOrDefault(record, record);
            assertThat(person[record]).isEqualTo(person[other]);
        }
        assertThat(partner.size()).isGreaterThan(200);
        assertThat(linked.clustering().refusedSources()).isPositive();
        assertThat(Arrays.stream(linker.link(components, 1, PairSink.none())
                                .clustering()
                                .person())
                        .distinct()
                        .count())
                .isLessThan(Arrays.stream(person).distinct().count());
    }

    private static String again(String csv) {
        return csv.replaceAll("(?m)^r", "s");
    }

    private static Model best(Model m) {
        return new Model(
                m.id(),
                m.sources(),
                m.text(),
                m.prior(),
                m.threshold(),
                m.names(),
                m.fields(),
                m.rules(),
                m.cap(),
                m.comparisons(),
                m.training(),
                new Clusters(true, Optional.empty()),
                m.groups());
    }

    /** DuckDB 1.5.6 says 0.848 of Koné and Kone; by characters it is 0.883. */
    @Test
    void bytesOrCharactersDecideOnAccents() throws java.io.IOException {
        Path file = folder.resolve("names.csv");
        Files.writeString(file, "unique_id,n\n1,Koné\n2,Kone\n");
        Table table = ml.taama.linkage.tables.TableReader.all().read(file);
        Model model = Model.builder()
                .field("n", "n")
                .compare(
                        "n",
                        Level.of("by characters", Condition.similar(Measure.JARO_WINKLER, "n", 0.88)),
                        Level.of("by bytes", Condition.similar(Measure.JARO_WINKLER, "n", 0.848)),
                        Level.of("other", Condition.otherwise()))
                .build();
        assertThat(gamma(model, table)).isEqualTo(2);
        assertThat(gamma(model.with(Text.BYTES), table)).isEqualTo(1);
    }

    private static int gamma(Model model, Table table) {
        return new Linker(model, List.of(table), Tables.settings(1))
                .explain(Defaults.fill(model), 0, 1)
                .steps()
                .getFirst()
                .gamma();
    }
}
