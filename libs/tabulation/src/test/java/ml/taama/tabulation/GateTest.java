package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.request.Comparison;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.RequestText;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.SchemaJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate lets through, and what it does not. */
class GateTest {

    @TempDir
    Path folder;

    private Path file(int rows) {
        Random random = new Random(7);
        return Microdata.csv(
                folder,
                "f" + rows + ".csv",
                "id,sex,region,year,amount",
                rows,
                i -> "p" + i + ","
                        + "FM".charAt(i % 2) + ",r" + (int) Math.sqrt(random.nextInt(36)) + ","
                        + (2020 + random.nextInt(2)) + ","
                        + (random.nextInt(100) + 50));
    }

    private Release release(int rows) {
        return Release.open(Microdata.source(file(rows)).counting("id"));
    }

    @Test
    void everyFigureIsItsCountPlusTheNoiseOfItsKey() {
        try (Release release = release(4_000)) {
            Unprotected counts = release.count(TableRequest.of("region", "sex").withTotals());
            ProtectedTable table = Microdata.gate(0).protect(counts).table();
            long[] raw = Microdata.raw(counts);
            int[] keys = Microdata.keys(counts);
            for (int line = 0; line < table.lines(); line++) {
                double expected = raw[line] == 0 ? 0 : raw[line] + Microdata.NOISE.value(raw[line], keys[line]);
                assertThat(table.value(line, 0)).hasValue(expected);
                assertThat(table.status(line, 0)).isEqualTo(Status.PERTURBED);
            }
            assertThat(table.notes()).extracting(Note::code).contains(Note.Code.PERTURBED, Note.Code.NOT_ADDITIVE);
        }
    }

    @Test
    void theThresholdAppliesToThePublishedValueAtItsBoundary() {
        for (int threshold : new int[] {1, 3, 10, 400}) {
            try (Release release = release(900)) {
                Unprotected counts = release.count(TableRequest.of("region", "sex", "year"));
                ProtectedTable all = Microdata.gate(0).protect(counts).table();
                ProtectedTable table = Microdata.gate(threshold).protect(counts).table();
                for (int line = 0; line < table.lines(); line++) {
                    double value = all.value(line, 0).orElseThrow();
                    boolean empty = Microdata.raw(counts)[line] == 0;
                    assertThat(table.value(line, 0).isPresent()).isEqualTo(empty || value >= threshold);
                    assertThat(table.status(line, 0))
                            .isEqualTo(empty || value >= threshold ? Status.PERTURBED : Status.SUPPRESSED);
                }
            }
        }
    }

    @Test
    void hidesEmptyCellsLikeSmallOnesUnlessTheyCannotOccur() {
        Path file = Microdata.csv(
                folder,
                "z.csv",
                "sex,status",
                300,
                i -> i % 3 == 0 ? "F,pregnant" : i % 3 == 1 ? "F,other" : "M,other");
        String schema =
                "{\"variables\":[{\"name\":\"sex\",\"codes\":[\"F\",\"M\",\"X\"]},{\"name\":\"status\",\"codes\":"
                        + "[\"pregnant\",\"other\"]}],\"impossible\":[{\"sex\":[\"M\"],\"status\":[\"pregnant\"]}]}";
        try (Release release = Release.open(Microdata.source(file).described(SchemaJson.parse(schema, "s")))) {
            Unprotected counts = release.count(TableRequest.of("sex", "status"));
            Rules rules = Rules.DEFAULT.threshold(5).leastMean(0);
            ProtectedTable hidden = new Gate(new ml.taama.tabulation.Method.CellKey(Microdata.NOISE, false), rules)
                    .protect(counts)
                    .table();
            assertThat(Microdata.status(hidden, "M", "pregnant")).isEqualTo(Status.STRUCTURAL_ZERO);
            assertThat(Microdata.value(hidden, "M", "pregnant")).isZero();
            assertThat(Microdata.status(hidden, "X", "other")).isEqualTo(Status.SUPPRESSED);
            ProtectedTable shown = Microdata.gate(5).protect(counts).table();
            assertThat(Microdata.value(shown, "X", "other")).isZero();
        }
    }

    @Test
    void refusesATableTooSparseToProtect() {
        try (Release release = release(300)) {
            Gate gate = new Gate(
                    new ml.taama.tabulation.Method.CellKey(Microdata.NOISE, false), Rules.DEFAULT.leastMean(40));
            assertThatThrownBy(() -> gate.protect(release.count(TableRequest.of("region", "sex"))))
                    .hasMessageContaining("TOO_SPARSE");
            gate.protect(release.count(TableRequest.of("sex")));
        }
    }

    @Test
    void refusesAPerturbationTableOfAnotherModulus() {
        try (Release release = Release.open(Microdata.source(file(300)).modulo(128))) {
            assertThatThrownBy(() -> Microdata.gate(0).protect(release.count(TableRequest.of("sex"))))
                    .hasMessageContaining("EXCLUDES");
        }
    }

    @Test
    void hidesAGroupThatSharesOneSensitiveCategory() {
        Path file = Microdata.csv(
                folder,
                "g.csv",
                "place,status",
                400,
                i -> i % 4 == 0 ? "camp,irregular" : "town," + (i % 3 == 0 ? "irregular" : "regular"));
        String schema =
                "{\"variables\":[{\"name\":\"place\",\"codes\":[\"camp\",\"town\"]},{\"name\":\"status\",\"sensitive\":true,"
                        + "\"codes\":[\"regular\",\"irregular\"]}]}";
        try (Release release = Release.open(Microdata.source(file).described(SchemaJson.parse(schema, "s")))) {
            ProtectedTable table = Microdata.gate(0)
                    .protect(release.count(TableRequest.of("place", "status").withTotals()))
                    .table();
            assertThat(Microdata.status(table, "camp", "irregular")).isEqualTo(Status.SUPPRESSED);
            assertThat(Microdata.status(table, "camp", "regular")).isEqualTo(Status.SUPPRESSED);
            assertThat(Microdata.status(table, "camp", "_T")).isEqualTo(Status.PERTURBED);
            assertThat(Microdata.status(table, "town", "irregular")).isEqualTo(Status.PERTURBED);
            assertThat(table.notes()).extracting(Note::code).contains(Note.Code.GROUP);
        }
    }

    @Test
    void sumsAndMeansAreCloseToTheTruthAndNeverExactlyIt() {
        try (Release release = release(6_000)) {
            TableRequest request = TableRequest.of("region")
                    .measuring(
                            new Measure.Sum("amount"), new Measure.Mean("amount"), new Measure.Quantile("amount", 0.5));
            Unprotected counts = release.count(request);
            Magnitudes raw =
                    release.arrays().magnitudes(counts.plan(), release.columns().numbers("amount"), java.util.Map.of());
            ProtectedTable table = Microdata.gate(10).protect(counts).table();
            for (int line = 0; line < table.lines(); line++) {
                double noise = table.value(line, 0).orElseThrow() - raw.sums()[line];
                assertThat(Math.abs(noise)).isBetween(raw.top()[0][line] / 2 - 10, raw.top()[0][line] + 10);
                assertThat(table.value(line, 1).orElseThrow()).isCloseTo(99.5, within(5.0));
                assertThat(table.value(line, 2).orElseThrow()).isCloseTo(100, within(8.0));
            }
        }
    }

    @Test
    void hidesSumsThatOneContributorDominates() {
        Path file = Microdata.csv(
                folder, "d.csv", "place,amount", 60, i -> i < 30 ? "a,10" : i == 30 ? "b,100000" : "b,10");
        try (Release release = Release.open(Microdata.source(file))) {
            TableRequest request =
                    TableRequest.of("place").measuring(new Measure.Sum("amount"), new Measure.Mean("amount"));
            ProtectedTable table =
                    Microdata.gate(5).protect(release.count(request)).table();
            assertThat(table.status(Microdata.line(table, "a"), 0)).isEqualTo(Status.PERTURBED);
            assertThat(table.status(Microdata.line(table, "b"), 0)).isEqualTo(Status.SUPPRESSED);
            assertThat(table.status(Microdata.line(table, "b"), 1)).isEqualTo(Status.SUPPRESSED);
        }
    }

    /** The factor is symmetric over the keys: its mean is zero whatever the modulus. */
    @Test
    void theNoiseOfSumsIsUnbiasedAndAtLeastHalfTheLargestContribution() {
        for (int modulus : new int[] {16, 100, 256, 1000}) {
            double[] factors = IntStream.range(0, modulus)
                    .mapToDouble(k -> SumNoise.factor(k, modulus))
                    .toArray();
            assertThat(java.util.Arrays.stream(factors).sum()).isCloseTo(0, within(1e-9));
            assertThat(java.util.Arrays.stream(factors)).allMatch(f -> Math.abs(f) >= 0.5 && Math.abs(f) <= 1);
            assertThat(java.util.Arrays.stream(factors).distinct().count()).isEqualTo(modulus);
        }
    }

    @Test
    void sharesAndRatesFollowFromProtectedFigures() {
        Path population = Microdata.write(folder.resolve("p.csv"), "sex,population\nF,1000\nM,2000\n");
        try (Release release = release(2_000)) {
            TableRequest request = TableRequest.of("sex")
                    .measuring(
                            new Measure.Count(),
                            new Measure.Share(Measure.Base.TABLE),
                            new Measure.Rate(population.toString(), 100));
            ProtectedTable table =
                    Microdata.gate(10).protect(release.count(request)).table();
            ProtectedTable whole = Microdata.gate(10)
                    .protect(release.count(TableRequest.of("sex").withTotals()))
                    .table();
            double total = Microdata.value(whole, "_T");
            for (String sex : new String[] {"F", "M"}) {
                int line = Microdata.line(table, sex);
                double count = table.value(line, 0).orElseThrow();
                assertThat(table.value(line, 1).orElseThrow()).isCloseTo(count / total, within(1e-4));
                assertThat(table.value(line, 2).orElseThrow())
                        .isCloseTo(count / (sex.equals("F") ? 10 : 20), within(0.1));
            }
        }
    }

    @Test
    void ordersByProtectedValuesAndCountsTheOthersTogether() {
        try (Release release = release(5_000)) {
            TableRequest request =
                    TableRequest.of("region").withTotals().ordered(new Ordering(Ordering.By.VALUE, true, 3));
            ProtectedTable table =
                    Microdata.gate(10).protect(release.count(request)).table();
            List<String> codes = table.dimensions().getFirst().nodes().stream()
                    .map(Node::code)
                    .toList();
            assertThat(codes).containsExactly("r5", "r4", "r3", "_O", "_T");
            double others = Microdata.value(table, "_O");
            long raw = IntStream.range(0, 3)
                    .mapToLong(r -> Microdata.raw(release.count(TableRequest.of("region")))[r])
                    .sum();
            assertThat(others).isCloseTo((double) raw, within(4.0));
        }
    }

    @Test
    void comparesPeriodsByProtectedValues() {
        try (Release release = release(5_000)) {
            TableRequest plain = TableRequest.of("sex", "year");
            TableRequest request = new TableRequest(
                    plain.rows(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of(new Comparison("year", "2020", "2021")),
                    Ordering.NONE);
            ProtectedTable table =
                    Microdata.gate(10).protect(release.count(request)).table();
            double from = Microdata.value(table, "F", "2020");
            double to = Microdata.value(table, "F", "2021");
            assertThat(Microdata.value(table, "F", "_D")).isEqualTo(to - from);
            assertThat(Microdata.value(table, "F", "_P")).isCloseTo(100 * (to - from) / from, within(0.06));
        }
    }

    @Test
    void weightsScaleTheNoiseWithTheMeanWeight() {
        Path file =
                Microdata.csv(folder, "w.csv", "sex,w", 200, i -> "FM".charAt(i % 2) + "," + (i % 2 == 0 ? 2.5 : 1));
        String schema = "{\"weight\":\"w\",\"variables\":[{\"name\":\"sex\",\"codes\":[\"F\",\"M\"]}]}";
        try (Release release = Release.open(Microdata.source(file).described(SchemaJson.parse(schema, "s")))) {
            Unprotected counts = release.count(TableRequest.of("sex"));
            ProtectedTable table = Microdata.gate(10).protect(counts).table();
            int noise = Microdata.NOISE.value(100, Microdata.keys(counts)[0]);
            assertThat(Microdata.value(table, "F")).isCloseTo(250 + 2.5 * noise, within(1e-9));
            assertThat(table.notes()).extracting(Note::code).contains(Note.Code.WEIGHTED);
        }
    }

    @Test
    void peopleNeedAKeyWhereRowsAreNotPeople() {
        try (Release release = Release.open(Microdata.source(file(50)))) {
            assertThatThrownBy(() -> release.count(TableRequest.of("sex").measuring(new Measure.People())))
                    .hasMessageContaining("MEASURE_NEEDS");
        }
    }

    @Test
    void recordsOfPeopleAreProtectedAsASum() {
        Path file = Microdata.csv(folder, "r.csv", "id,place", 400, i -> "p" + i % 80 + ",a");
        try (Release release = Release.open(Microdata.source(file).counting("id"))) {
            ProtectedTable table = Microdata.gate(10)
                    .protect(release.count(
                            TableRequest.of("place").measuring(new Measure.Records(), new Measure.Count())))
                    .table();
            double records = table.value(0, 0).orElseThrow();
            assertThat(Math.abs(records - 400)).isBetween(2.5, 5.0);
            assertThat(table.value(0, 1).orElseThrow()).isCloseTo(80, within(4.0));
        }
    }

    @Test
    void suppressionShowsExactValuesAndRefusesWhatItCannotProtect() {
        try (Release release = release(3_000)) {
            Gate gate = new Gate(new ml.taama.tabulation.Method.Suppression(10), Rules.DEFAULT.showingZeros());
            TableRequest request = TableRequest.of("region", "sex")
                    .withTotals()
                    .measuring(new Measure.Count(), new Measure.Sum("amount"), new Measure.Mean("amount"));
            Unprotected counts = release.count(request);
            ProtectedTable table = gate.protect(counts).table();
            for (int line = 0; line < table.lines(); line++) {
                if (table.status(line, 0) == Status.EXACT) {
                    assertThat(table.value(line, 0)).hasValue((double) Microdata.raw(counts)[line]);
                }
            }
            assertThatThrownBy(
                            () -> gate.protect(release.count(request.measuring(new Measure.Quantile("amount", 0.5)))))
                    .hasMessageContaining("EXCLUDES");
        }
    }

    /** Noise over many cells: mean zero, variance as designed, same for every number of threads. */
    @Test
    void noiseOfManyCellsHasTheDesignedMeanAndVariance() {
        Random random = new Random(11);
        Path file = Microdata.csv(
                folder, "n.csv", "id,a,b", 60_000, i -> i + "," + random.nextInt(60) + "," + random.nextInt(40));
        try (Release release = Release.open(Microdata.source(file).counting("id"))) {
            Unprotected counts = release.count(TableRequest.of("a", "b"));
            ProtectedTable table = Microdata.gate(0).protect(counts).table();
            long[] raw = Microdata.raw(counts);
            double[] noise = IntStream.range(0, table.lines())
                    .mapToDouble(line -> table.value(line, 0).orElseThrow() - raw[line])
                    .toArray();
            double mean = java.util.Arrays.stream(noise).average().orElseThrow();
            double variance =
                    java.util.Arrays.stream(noise).map(n -> n * n).average().orElseThrow();
            assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(2.0 / noise.length)));
            assertThat(variance).isCloseTo(PerturbationDesign.DEFAULT.variance(), within(0.25));
            assertThat(java.util.Arrays.stream(noise))
                    .allMatch(n -> Math.abs(n) <= PerturbationDesign.DEFAULT.maxDeviation());
            int[] keys = new int[16];
            for (int key : Microdata.keys(counts)) {
                keys[key / 16]++;
            }
            assertThat(java.util.Arrays.stream(keys)).allMatch(k -> k > 100 && k < 200);
        }
    }

    /** One contributor more: the new noise tells nothing of the old one. */
    @Test
    void noiseIsIndependentWhenOneContributorDiffers() {
        Random random = new Random(13);
        Path file = Microdata.csv(folder, "i.csv", "id,a", 40_000, i -> i + "," + random.nextInt(400));
        try (Release release = Release.open(Microdata.source(file).counting("id"))) {
            double products = 0;
            Unprotected all = release.count(TableRequest.of("a"));
            int[] with = Microdata.keys(all);
            long[] raw = Microdata.raw(all);
            for (int cell = 0; cell < raw.length; cell++) {
                int contributor = (int) Long.remainderUnsigned(Microdata.SECRET.of(String.valueOf(cell)), 256);
                int without = Math.floorMod(with[cell] - contributor, 256);
                products +=
                        Microdata.NOISE.value(raw[cell], with[cell]) * Microdata.NOISE.value(raw[cell] - 1, without);
            }
            // Variance 2 each: the standard deviation of the mean product of 400 pairs is 2 / 20.
            assertThat(products / raw.length).isCloseTo(0, within(0.4));
        }
    }

    @Test
    void sumsDoNotDependOnTheNumberOfThreads() {
        Random random = new Random(17);
        Path file = Microdata.csv(folder, "t.csv", "a,x", 30_000, i -> i % 7 + "," + random.nextDouble());
        TableRequest request = TableRequest.of("a").withTotals().measuring(new Measure.Sum("x"), new Measure.Mean("x"));
        List<List<String>> tables = IntStream.of(1, 2, 5)
                .mapToObj(threads -> {
                    try (Release release = Release.open(Microdata.source(file).on(threads))) {
                        return Microdata.lines(Microdata.gate(5)
                                .protect(release.count(request))
                                .table());
                    }
                })
                .toList();
        assertThat(tables).allMatch(t -> t.equals(tables.getFirst()));
    }

    @Test
    void filtersByTextForm() {
        try (Release release = release(2_000)) {
            Unprotected women = release.count(TableRequest.of("region")
                    .where(RequestText.filter("sex = F; amount between 50 and 99")
                            .toArray(ml.taama.tabulation.request.Condition[]::new)));
            assertThat(java.util.Arrays.stream(Microdata.raw(women)).sum()).isBetween(400L, 600L);
        }
    }
}
