package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ml.taama.tabulation.perturbation.PerturbationCsv;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.RequestJson;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.SchemaJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where exactly each rule of the gate begins, and what a table says of its protection. */
class GateRulesTest {

    private static final String PREGNANT =
            "{\"variables\":[{\"name\":\"sex\",\"codes\":[\"F\",\"M\"]},{\"name\":\"status\",\"codes\":"
                    + "[\"pregnant\",\"other\"]},{\"name\":\"amount\",\"type\":\"numeric\"}],"
                    + "\"impossible\":[{\"sex\":[\"M\"],\"status\":[\"pregnant\"]}]}";

    @TempDir
    Path folder;

    private Release open(
            String name, String schema, String header, int rows, java.util.function.IntFunction<String> row) {
        Source source = Microdata.source(Microdata.csv(folder, name, header, rows, row));
        return Release.open(schema.isEmpty() ? source : source.described(SchemaJson.parse(schema, "s")));
    }

    private static List<Note> notes(Gate gate, Unprotected counts) {
        return gate.protect(counts).table().notes();
    }

    @Test
    void aTableSaysWhatWasDoneToIt() {
        try (Release release = open("n.csv", "", "sex", 200, i -> i % 2 == 0 ? "F" : "M")) {
            Unprotected counts = release.count(TableRequest.of("sex"));
            assertThat(notes(Microdata.gate(10), counts))
                    .contains(
                            Note.of(Note.Code.THRESHOLD, 10),
                            Note.of(Note.Code.PERTURBED, Microdata.NOISE.maxDeviation()))
                    .extracting(Note::code)
                    .doesNotContain(Note.Code.ZEROS_HIDDEN, Note.Code.GROUP, Note.Code.WEIGHTED, Note.Code.REPLAY);
            assertThat(notes(Microdata.gate(1), counts)).extracting(Note::code).doesNotContain(Note.Code.THRESHOLD);
            assertThat(notes(Microdata.gate(2), counts)).contains(Note.of(Note.Code.THRESHOLD, 2));
            Method noise = new Method.CellKey(Microdata.NOISE, false);
            assertThat(notes(new Gate(noise, Rules.DEFAULT), counts))
                    .extracting(Note::code)
                    .contains(Note.Code.ZEROS_HIDDEN);
            Method replay = new Method.CellKey(Microdata.NOISE, true);
            assertThat(notes(new Gate(replay, Rules.DEFAULT), counts))
                    .contains(Note.of(Note.Code.REPLAY, Microdata.NOISE.rows(), Microdata.NOISE.modulus()))
                    .extracting(Note::code)
                    .doesNotContain(Note.Code.ZEROS_HIDDEN);
        }
    }

    @Test
    void derivedMeasuresSaySo() {
        try (Release release = open("v.csv", "", "sex,amount", 200, i -> (i % 2 == 0 ? "F," : "M,") + i % 40)) {
            for (Measure measure : List.of(
                    new Measure.Mean("amount"),
                    new Measure.Quantile("amount", 0.5),
                    new Measure.Share(Measure.Base.TABLE))) {
                assertThat(notes(
                                Microdata.gate(10),
                                release.count(TableRequest.of("sex").measuring(measure))))
                        .extracting(Note::code)
                        .contains(Note.Code.DERIVED);
            }
        }
    }

    /** With zeros hidden and no threshold there is nothing to hide them among. */
    @Test
    void zerosAreHiddenOnlyAmongSmallNumbersThatAreHiddenToo() {
        String schema = "{\"variables\":[{\"name\":\"sex\",\"codes\":[\"F\",\"M\",\"X\"]}]}";
        try (Release release = open("z.csv", schema, "sex", 200, i -> i % 2 == 0 ? "F" : "M")) {
            Unprotected counts = release.count(TableRequest.of("sex"));
            Method noise = new Method.CellKey(Microdata.NOISE, false);
            Rules none = Rules.DEFAULT.threshold(0);
            assertThat(Microdata.value(new Gate(noise, none).protect(counts).table(), "X"))
                    .isZero();
            assertThat(Microdata.status(
                            new Gate(noise, none.threshold(1)).protect(counts).table(), "X"))
                    .isEqualTo(Status.SUPPRESSED);
        }
    }

    @Test
    void sumsAndMeansKnowWhatCannotOccur() {
        try (Release release = open(
                "p.csv",
                PREGNANT,
                "sex,status,amount",
                300,
                i -> (i % 3 == 0 ? "F,pregnant," : i % 3 == 1 ? "F,other," : "M,other,") + (i % 20 + 10))) {
            ProtectedTable table = Microdata.gate(5)
                    .protect(release.count(TableRequest.of("sex", "status")
                            .measuring(new Measure.Sum("amount"), new Measure.Mean("amount"))))
                    .table();
            int never = Microdata.line(table, "M", "pregnant");
            assertThat(table.status(never, 0)).isEqualTo(Status.STRUCTURAL_ZERO);
            assertThat(table.value(never, 0)).hasValue(0);
            assertThat(table.status(never, 1)).isEqualTo(Status.NOT_APPLICABLE);
            assertThat(table.status(Microdata.line(table, "F", "other"), 0)).isEqualTo(Status.PERTURBED);
        }
    }

    /** A sum is shown from the threshold of its protected number of contributors on, as a count is. */
    @Test
    void sumsAppearWithTheirProtectedNumberOfContributors() {
        for (int people : new int[] {12, 13, 14, 15, 16, 17, 18, 19}) {
            try (Release release = open("s" + people + ".csv", "", "place,amount", people, i -> "a," + (100 + i))) {
                Unprotected counts = release.count(
                        TableRequest.of("place").measuring(new Measure.Sum("amount"), new Measure.Count()));
                double shown = Microdata.value(
                        Microdata.gate(0)
                                .protect(release.count(TableRequest.of("place")))
                                .table(),
                        "a");
                ProtectedTable at = Microdata.gate((int) shown).protect(counts).table();
                assertThat(at.status(0, 0)).as("%s people", people).isEqualTo(Status.PERTURBED);
                ProtectedTable above =
                        Microdata.gate((int) shown + 1).protect(counts).table();
                assertThat(above.status(0, 0)).as("%s people", people).isEqualTo(Status.SUPPRESSED);
            }
        }
    }

    @Test
    void weightedMeansWeighTheirContributorsAndLeaveOutThoseWithoutAValue() {
        String schema = "{\"weight\":\"w\",\"variables\":[{\"name\":\"sex\",\"codes\":[\"F\",\"M\"]},"
                + "{\"name\":\"amount\",\"type\":\"numeric\"}]}";
        // Women: 300 of weight 3 with 10, 300 of weight 1 with 20, and some without an amount. Mean 12.5.
        try (Release release = open(
                "w.csv",
                schema,
                "sex,w,amount",
                1_600,
                i -> i % 8 == 0 ? "F,5," : i % 2 == 0 ? "M,2,30" : i % 4 == 1 ? "F,3,10" : "F,1,20")) {
            ProtectedTable table = Microdata.gate(10)
                    .protect(release.count(TableRequest.of("sex").measuring(new Measure.Mean("amount"))))
                    .table();
            assertThat(Microdata.value(table, "F")).isCloseTo(12.5, within(0.4));
            assertThat(Microdata.value(table, "M")).isCloseTo(30, within(0.6));
        }
    }

    @Test
    void aTableIsTooSparseBelowItsMeanAndNotAtIt() {
        try (Release release = open("m.csv", "", "a,b", 40, i -> i % 2 + "," + i % 10)) {
            Method noise = new Method.CellKey(Microdata.NOISE, false);
            Unprotected counts = release.count(TableRequest.of("a", "b"));
            assertThat(new Gate(noise, Rules.DEFAULT.leastMean(2))
                            .protect(counts)
                            .table()
                            .lines())
                    .isEqualTo(20);
            Gate gate = new Gate(noise, Rules.DEFAULT.leastMean(2.01));
            assertThatThrownBy(() -> gate.protect(counts)).hasMessageContaining("TOO_SPARSE");
            Gate fixed = new Gate(new Method.Suppression(3), Rules.DEFAULT.leastMean(2.01));
            assertThatThrownBy(() -> fixed.protect(List.of(counts))).hasMessageContaining("TOO_SPARSE");
            Unprotected one = release.count(TableRequest.of("a")
                    .where(ml.taama.tabulation.request.RequestText.filter("a = 1; b = 1")
                            .toArray(ml.taama.tabulation.request.Condition[]::new))
                    .measuring());
            assertThat(one.plan().cells()).isEqualTo(2);
            assertThatThrownBy(() -> gate.protect(List.of(one, counts))).hasMessageContaining("TOO_SPARSE");
        }
    }

    /** A table of one cell is not sparse, however few it holds: its threshold hides them. */
    @Test
    void oneCellIsNeverTooSparse() {
        try (Release release = open("o.csv", "", "a", 40, i -> "only")) {
            Gate gate = new Gate(new Method.CellKey(Microdata.NOISE, false), Rules.DEFAULT.leastMean(50));
            assertThat(gate.protect(release.count(TableRequest.of("a"))).table().lines())
                    .isEqualTo(1);
        }
    }

    /** Only cells that occur have a line, and each line knows which cell it is, for shares too. */
    @Test
    void replayedLinesKnowTheirCells() {
        try (Release release = open("c.csv", "", "a,b", 120, i -> i < 30 ? "x,2" : i < 70 ? "y,1" : "y,2")) {
            TableRequest request = RequestJson.parse(
                    "{\"rows\":[\"a\"],\"columns\":[\"b\"],\"measures\":[\"count\",\"share(row)\"]}", "r");
            Gate gate = new Gate(new Method.CellKey(Microdata.NOISE, true), Rules.DEFAULT.threshold(0));
            ProtectedTable table = gate.protect(release.count(request)).table();
            assertThat(table.lines()).isEqualTo(3);
            assertThat(table.line(0, 0)).isEqualTo(-1);
            assertThat(table.node(0, 1).code()).isEqualTo("2");
            assertThat(table.value(0, 1).orElseThrow()).isCloseTo(1, within(0.3));
            assertThat(table.value(1, 1).orElseThrow()).isCloseTo(40.0 / 90, within(0.1));
            assertThat(table.value(2, 1).orElseThrow()).isCloseTo(50.0 / 90, within(0.1));
        }
    }

    /** Perturbed tables need no linking: together they are what each is alone. */
    @Test
    void severalPerturbedTablesAreProtectedOneByOne() {
        try (Release release = open("l.csv", "", "a,b", 400, i -> i % 2 + "," + i % 5)) {
            List<Unprotected> both =
                    List.of(release.count(TableRequest.of("a")), release.count(TableRequest.of("a", "b")));
            List<Gate.Outcome> outcomes = Microdata.gate(3).protect(both);
            assertThat(outcomes).hasSize(2);
            for (int i = 0; i < 2; i++) {
                assertThat(Microdata.lines(outcomes.get(i).table()))
                        .isEqualTo(Microdata.lines(
                                Microdata.gate(3).protect(both.get(i)).table()));
            }
        }
    }

    /** 19 of 20 is the share of the rule; 18 of 20 is below it; an empty group shares nothing. */
    @Test
    void aGroupIsHiddenFromTheShareOnWhereverTheSensitiveVariableStands() {
        String schema =
                "{\"variables\":[{\"name\":\"status\",\"sensitive\":true,\"codes\":[\"legal\",\"illegal\",\"asylum\"]},"
                        + "{\"name\":\"place\",\"codes\":[\"at\",\"below\",\"empty\",\"mixed\"]},"
                        + "{\"name\":\"sex\",\"codes\":[\"F\",\"M\"]}]}";
        try (Release release = open(
                "g.csv",
                schema,
                "status,place,sex",
                120,
                i -> i < 40
                        ? (i / 2 == 7 ? "legal" : "illegal") + ",at," + "FM".charAt(i % 2)
                        : i < 80
                                ? (i / 2 % 10 == 7 ? "legal" : "illegal") + ",below," + "FM".charAt(i % 2)
                                : List.of("legal", "illegal", "asylum").get(i / 2 % 3) + ",mixed,"
                                        + "FM".charAt(i % 2))) {
            for (List<String> order : List.of(
                    List.of("status", "place", "sex"),
                    List.of("place", "status", "sex"),
                    List.of("sex", "place", "status"))) {
                ProtectedTable table = Microdata.gate(0)
                        .protect(release.count(TableRequest.of(order.toArray(String[]::new))))
                        .table();
                for (int line = 0; line < table.lines(); line++) {
                    String place = table.node(line, order.indexOf("place")).code();
                    assertThat(table.status(line, 0))
                            .as("%s, line %s", order, line)
                            .isEqualTo(place.equals("at") ? Status.SUPPRESSED : Status.PERTURBED);
                }
            }
            List<Note> without = notes(Microdata.gate(0), release.count(TableRequest.of("place", "sex")));
            assertThat(without).extracting(Note::code).doesNotContain(Note.Code.GROUP);
        }
    }

    @Test
    void rulesOutOfRangeAreRefusedAndThoseAtTheEdgeAreNot() {
        new Rules(0, true, 0, 0.01, 0.01, 1, 0);
        new Rules(0, true, 0, 0.01, 0.01, 3, 0);
        for (double[] wrong : new double[][] {
            {-1, 0.9, 0.8, 2, 15},
            {0, 0, 0.8, 2, 15},
            {0, 0.9, 0, 2, 15},
            {0, 0.9, 0.8, 0, 15},
            {0, 0.9, 0.8, 4, 15},
            {0, 0.9, 0.8, 2, -1}
        }) {
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(wrong))
                    .isThrownBy(() -> new Rules((int) wrong[0], true, 0, wrong[1], wrong[2], (int) wrong[3], wrong[4]));
        }
    }

    /** Contributions of one cell, the largest first. */
    private static Magnitudes cell(double... contributions) {
        double[][] top = new double[Magnitudes.TOP][1];
        for (int i = 0; i < Math.min(top.length, contributions.length); i++) {
            top[i][0] = contributions[i];
        }
        return new Magnitudes(
                new long[] {contributions.length},
                new int[1],
                new double[] {Arrays.stream(contributions).sum()},
                top);
    }

    @Test
    void theDominanceRuleHoldsFromItsShareOn() {
        Rules two = new Rules(0, true, 0, 1, 0.8, 2, 0);
        assertThat(two.unsafe(cell(50, 30, 10, 10), 0)).as("80 of 100").isFalse();
        assertThat(two.unsafe(cell(51, 30, 10, 9), 0)).as("81 of 100").isTrue();
        Rules one = new Rules(0, true, 0, 1, 0.8, 1, 0);
        assertThat(one.unsafe(cell(51, 30, 10, 9), 0)).isFalse();
        assertThat(one.unsafe(cell(81, 10, 9), 0)).isTrue();
        Rules three = new Rules(0, true, 0, 1, 0.8, 3, 0);
        assertThat(three.unsafe(cell(40, 20, 20, 20), 0)).isFalse();
        assertThat(three.unsafe(cell(40, 21, 20, 19), 0)).isTrue();
    }

    /** The second contributor knows the sum and its own part; what is left over hides the first one. */
    @Test
    void thePPercentRuleHoldsBelowItsPercentage() {
        Rules p = new Rules(0, true, 0, 1, 1, 1, 15);
        assertThat(p.unsafe(cell(100, 50, 15), 0)).isFalse();
        assertThat(p.unsafe(cell(100, 50, 14), 0)).isTrue();
        assertThat(p.unsafe(cell(100, 50), 0)).isTrue();
        assertThat(p.unsafe(cell(100, 50, 9, 6), 0)).isFalse();
    }

    @Test
    void theNoiseOfASumFollowsItsKeyInSignAndSize() {
        Magnitudes[] keyed = IntStream.of(0, 1, 77, 128, 255)
                .mapToObj(key -> new Magnitudes(
                        new long[] {40}, new int[] {key}, new double[] {5_000}, new double[][] {{400}, {300}, {200}}))
                .toArray(Magnitudes[]::new);
        for (Magnitudes sum : keyed) {
            double noise = SumNoise.apply(sum, 0, 256, 1) - 5_000;
            assertThat(noise).isCloseTo(400 * SumNoise.factor(sum.keys()[0], 256), within(0.5));
        }
    }

    /** The digits that are left do not depend on cells that hold nothing. */
    @Test
    void sumsAreRoundedByTheUsualContribution() {
        double[] largest = new double[1_000];
        largest[3] = 500;
        largest[4] = 700;
        Magnitudes sums =
                new Magnitudes(new long[1_000], new int[1_000], new double[1_000], new double[][] {largest, {}, {}});
        assertThat(SumNoise.grain(sums)).isEqualTo(10);
        assertThat(SumNoise.significant(123_456)).isEqualTo(123_500);
        assertThat(SumNoise.significant(-0.012344)).isCloseTo(-0.01234, within(1e-12));
        assertThat(SumNoise.significant(0)).isZero();
        assertThat(SumNoise.significant(Double.NaN)).isNaN();
        assertThat(SumNoise.significant(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void aPerturbationTableKnowsItsShapeAndItsLastThirdOfRows() {
        Path file = Microdata.write(
                folder.resolve("p.csv"),
                IntStream.rangeClosed(1, 9)
                        .boxed()
                        .flatMap(n -> IntStream.range(0, 2).mapToObj(k -> n + "," + k + "," + (k == 0 ? n : -n)))
                        .reduce("pcv,ckey,pvalue", (a, b) -> a + "\n" + b));
        PerturbationTable table = PerturbationCsv.read(file);
        assertThat(table.rows()).isEqualTo(9);
        assertThat(table.modulus()).isEqualTo(2);
        assertThat(table.maxDeviation()).isEqualTo(9);
        assertThat(table.valuesOf(4)).containsExactly(4, -4);
        int[] rows = IntStream.rangeClosed(7, 15).map(table::row).toArray();
        assertThat(rows).containsExactly(7, 8, 9, 7, 8, 9, 7, 8, 9);
        assertThat(table.value(11, 1)).isEqualTo(-8);
        assertThat(Microdata.NOISE.row(Microdata.NOISE.rows())).isEqualTo(Microdata.NOISE.rows());
        assertThat(table.dependsOnKey()).isTrue();
        assertThat(Microdata.NOISE.dependsOnKey()).isTrue();
        Path rounding = Microdata.write(
                folder.resolve("r.csv"), "pcv,ckey,pvalue\n1,0,-1\n1,1,-1\n2,0,1\n2,1,1\n3,0,0\n3,1,0\n");
        assertThat(PerturbationCsv.read(rounding).dependsOnKey()).isFalse();
    }

    @Test
    void theUtilityReportCountsWhatChanged() {
        try (Release release = open("u.csv", "", "a,b", 30_000, i -> i % 20 + "," + i / 20 % 30)) {
            Unprotected counts = release.count(TableRequest.of("a", "b"));
            Gate.Outcome outcome = Microdata.gate(0).protect(counts);
            long[] raw = Microdata.raw(counts);
            double[] away = IntStream.range(0, raw.length)
                    .mapToDouble(line ->
                            Math.abs(raw[line] - outcome.table().value(line, 0).orElseThrow()))
                    .toArray();
            UtilityReport report = outcome.utility();
            assertThat(report.cells()).isEqualTo(600);
            assertThat(report.suppressed()).isZero();
            assertThat(report.meanAbsoluteDeviation())
                    .isCloseTo(Arrays.stream(away).average().orElseThrow(), within(1e-9));
            assertThat(report.changed())
                    .isCloseTo(Arrays.stream(away).filter(a -> a > 0).count() / 600.0, within(1e-9));
            assertThat(report.maxDeviation()).isEqualTo(Microdata.NOISE.maxDeviation());
        }
    }
}
