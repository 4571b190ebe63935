package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ml.taama.linkage.Evaluation.Interval;
import ml.taama.linkage.Evaluation.Quality;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every figure of an evaluation against counting pairs one by one. */
class EvaluationPropertyTest {

    private record Seen(double weight, boolean same, String group) {}

    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Long> truePairs = new HashMap<>();

    private Evaluation evaluate(Sources sources) {
        Model model = bySex(Tables.model(10_000), sources);
        Table left = Tables.people(400, 21);
        List<Table> tables = sources == Sources.DEDUPE ? List.of(left) : List.of(left, Tables.people(300, 21));
        Linker linker = new Linker(model, tables, Tables.settings(2));
        for (int a = 0; a < linker.size(); a++) {
            for (int b = a + 1; b < linker.size(); b++) {
                boolean compared = sources != Sources.LINK || linker.source(a) != linker.source(b);
                if (compared && person(tables, a).equals(person(tables, b))) {
                    truePairs.merge(group(linker, a, b), 1L, Long::sum);
                }
            }
        }
        return linker.link(
                        model,
                        0,
                        pairs -> () -> pairs.forEach(p -> seen.add(new Seen(
                                p.weight(),
                                person(tables, p.left()).equals(person(tables, p.right())),
                                group(linker, p.left(), p.right())))),
                        Facts.NONE,
                        Optional.of("person"))
                .evaluation()
                .orElseThrow();
    }

    private static Model bySex(Model m, Sources sources) {
        return new Model(
                m.id(),
                sources,
                m.text(),
                m.prior(),
                m.threshold(),
                m.names(),
                m.fields(),
                m.rules(),
                m.cap(),
                m.comparisons(),
                m.training(),
                m.clusters(),
                List.of("sex"));
    }

    private static String person(List<Table> tables, int record) {
        int size = tables.getFirst().size();
        Table table = record < size ? tables.getFirst() : tables.get(1);
        return table.column("person").value(record < size ? record : record - size);
    }

    private static String group(Linker linker, int a, int b) {
        String sex = linker.value("sex", a);
        return sex.equals(linker.value("sex", b)) ? sex : "";
    }

    private Quality count(double weight, List<Seen> among, long pairs) {
        long right =
                among.stream().filter(s -> s.weight() >= weight && s.same()).count();
        long wrong =
                among.stream().filter(s -> s.weight() >= weight && !s.same()).count();
        return new Quality(weight, right, wrong, pairs - right);
    }

    @ParameterizedTest
    @EnumSource(Sources.class)
    void countsAreThoseOfPairsOneByOne(Sources sources) {
        Evaluation evaluation = evaluate(sources);
        long pairs = truePairs.values().stream().mapToLong(Long::longValue).sum();
        assertThat(evaluation.pairs()).isEqualTo(pairs).isPositive();
        assertThat(evaluation.candidates()).isEqualTo(seen.size());
        assertThat(evaluation.found())
                .isEqualTo(seen.stream().filter(Seen::same).count());
        double threshold = evaluation.atThreshold().weight();
        assertThat(evaluation.atThreshold()).isEqualTo(count(threshold, seen, pairs));
        assertThat(evaluation.curve()).hasSizeGreaterThan(10);
        for (Quality point : evaluation.curve()) {
            assertThat(point).isEqualTo(count(point.weight(), seen, pairs));
        }
        assertThat(evaluation.curve()).isSortedAccordingTo(Comparator.comparingDouble(Quality::weight));
    }

    @ParameterizedTest
    @EnumSource(Sources.class)
    void noThresholdIsBetterThanTheBest(Sources sources) {
        Evaluation evaluation = evaluate(sources);
        long pairs = evaluation.pairs();
        Quality best = evaluation.best();
        assertThat(best).isEqualTo(count(best.weight(), seen, pairs));
        TreeSet<Double> hundredths = new TreeSet<>();
        seen.forEach(s -> hundredths.add(Math.floor(s.weight() * 100) / 100));
        for (double weight : hundredths) {
            assertThat(count(weight, seen, pairs).f1()).isLessThanOrEqualTo(best.f1() + 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(Sources.class)
    void groupsAddUpAndAreCountedWithinThemselves(Sources sources) {
        Evaluation evaluation = evaluate(sources);
        double threshold = evaluation.atThreshold().weight();
        assertThat(evaluation.groups()).hasSizeGreaterThanOrEqualTo(2);
        long right = 0;
        for (Evaluation.Group group : evaluation.groups()) {
            assertThat(group.field()).isEqualTo("sex");
            List<Seen> within =
                    seen.stream().filter(s -> s.group().equals(group.value())).toList();
            assertThat(group.quality())
                    .as(group.value())
                    .isEqualTo(count(threshold, within, truePairs.getOrDefault(group.value(), 0L)));
            right += group.quality().right();
        }
        assertThat(right).isEqualTo(evaluation.atThreshold().right());
    }

    /** Wilson's interval for 81 of 263 is 0.2553 to 0.3662 (Newcombe 1998, Statistics in Medicine 17, table I). */
    @Test
    void intervalsAreThoseOfWilson() {
        Interval interval = new Quality(0, 81, 182, 0).precisionInterval();
        assertThat(interval.low()).isEqualTo(0.2553, within(5e-5));
        assertThat(interval.high()).isEqualTo(0.3662, within(5e-5));
        assertThat(new Quality(0, 0, 20, 0).precisionInterval().low()).isZero();
        assertThat(new Quality(0, 0, 20, 0).precisionInterval().high()).isEqualTo(0.1611, within(5e-5));
        assertThat(new Quality(0, 0, 0, 0).recallInterval()).isEqualTo(new Interval(0, 1));
    }
}
