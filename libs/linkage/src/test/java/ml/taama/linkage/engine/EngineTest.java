package ml.taama.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ml.taama.linkage.Clustering;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.Model.Clusters;
import ml.taama.linkage.tables.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

    @TempDir
    Path folder;

    private Records records(Model model, String text) throws java.io.IOException {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, text);
        return Records.of(model, List.of(TableReader.all().read(file)));
    }

    private static Model model(Clusters clusters) {
        return Model.builder()
                .field("n", "n")
                .field("s", "s")
                .compare("n", Level.of("same", Condition.exact("n")), Level.of("other", Condition.otherwise()))
                .compare("s", Level.of("same", Condition.exact("s")), Level.of("other", Condition.otherwise()))
                .clusters(clusters)
                .build();
    }

    private static String numbered(int records) {
        StringBuilder text = new StringBuilder("unique_id,n,s\n");
        for (int i = 0; i < records; i++) {
            text.append((char) ('a' + i)).append(",,\n");
        }
        return text.toString();
    }

    private static Edges edges(Object... leftRightWeight) {
        Edges edges = new Edges(1000);
        for (int i = 0; i < leftRightWeight.length; i += 3) {
            edges.add((int) leftRightWeight[i], (int) leftRightWeight[i + 1], (double) leftRightWeight[i + 2]);
        }
        return edges;
    }

    @Test
    void linksMakeComponents() throws java.io.IOException {
        Records records = records(model(Clusters.COMPONENTS), numbered(6));
        Clustering clustering =
                Clusterer.cluster(records, edges(0, 1, 5.0, 1, 2, 5.0, 4, 5, 5.0), Clusters.COMPONENTS, Facts.NONE);
        assertThat(clustering.person()).containsExactly(0, 0, 0, 3, 4, 4);
        assertThat(Clusterer.groups(clustering.person())).hasSize(2);
    }

    @Test
    void factsStandAboveScores() throws java.io.IOException {
        Records records = records(model(Clusters.COMPONENTS), numbered(5));
        Facts facts = new Facts(List.of(new int[] {3, 4}), List.of(new int[] {0, 2}));
        Clustering clustering =
                Clusterer.cluster(records, edges(0, 1, 9.0, 1, 2, 5.0, 2, 3, 4.0), Clusters.COMPONENTS, facts);
        assertThat(clustering.person()).containsExactly(0, 0, 2, 2, 2);
        assertThat(clustering.refusedFacts()).isOne();
        Facts absurd = new Facts(List.of(new int[] {0, 1}), List.of(new int[] {0, 1}));
        assertThat(Clusterer.cluster(records, edges(), Clusters.COMPONENTS, absurd)
                        .contradictions())
                .isOne();
    }

    @Test
    void twoVerifiedIdentifiersThatDifferNeverMerge() throws java.io.IOException {
        Clusters how = new Clusters(false, Optional.of("n"));
        Records records = records(model(how), "unique_id,n,s\na,1,\nb,,\nc,2,\nd,1,\n");
        Clustering clustering = Clusterer.cluster(records, edges(0, 1, 9.0, 1, 2, 5.0, 1, 3, 2.0), how, Facts.NONE);
        assertThat(clustering.person()).containsExactly(0, 0, 2, 0);
        assertThat(clustering.refusedIds()).isOne();
    }

    @Test
    void aWeakLinkThatAloneHoldsTwoGroupsTogetherIsReported() throws java.io.IOException {
        Records records = records(model(Clusters.COMPONENTS), numbered(7));
        Clustering clustering = Clusterer.cluster(
                records,
                edges(0, 1, 9.0, 1, 2, 9.0, 0, 2, 9.0, 2, 3, 1.0, 3, 4, 9.0, 4, 5, 9.0, 3, 5, 9.0, 5, 6, 1.5),
                Clusters.COMPONENTS,
                Facts.NONE);
        assertThat(clustering.bridges()).containsExactly(new Clustering.Bridge(2, 3, 1.0, 3, 4));
    }

    /** EM as one would write it from the paper: one pair at a time, a loop for each sum. */
    @Test
    void emAgreesWithAnIndependentPlainImplementation() throws java.io.IOException {
        Random random = new Random(4);
        Records records = records(model(Clusters.COMPONENTS), numbered(3));
        List<Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            comparisons.add(new Comparison(
                    "c" + c,
                    List.of(
                            Level.of("null", Condition.none("n")),
                            Level.of("same", Condition.exact("n")),
                            Level.of("near", Condition.exact("s")),
                            Level.of("other", Condition.otherwise()))));
        }
        Plan plan = new Plan(records, records.model, comparisons, false, 0);
        int[][] pairs = new int[3000][3];
        Patterns patterns = new Patterns(plan.patterns);
        for (int[] pair : pairs) {
            boolean match = random.nextInt(10) == 0;
            long pattern = 0;
            for (int c = 0; c < 3; c++) {
                pair[c] = random.nextInt(12) == 0 ? 0 : match ? 1 + random.nextInt(2) : random.nextInt(8) == 0 ? 2 : 3;
                pattern += pair[c] * plan.strides[c];
            }
            patterns.count(pattern, 1);
        }
        double[][] m = new double[3][];
        double[][] u = new double[3][];
        double[][] plainM = new double[3][];
        for (int c = 0; c < 3; c++) {
            m[c] = new double[] {Double.NaN, 0.8, 0.15, 0.05};
            plainM[c] = m[c].clone();
            u[c] = new double[] {Double.NaN, 0.01, 0.14, 0.85};
        }
        Expectation em = new Expectation(plan, patterns, m, u, new boolean[3][4], 0.05);
        em.run(12, 0);
        double share = 0.05;
        for (int iteration = 0; iteration < 12; iteration++) {
            double[][] sums = new double[3][4];
            double expected = 0;
            for (int[] pair : pairs) {
                double match = share;
                double other = 1 - share;
                for (int c = 0; c < 3; c++) {
                    match *= pair[c] == 0 ? 1 : plainM[c][pair[c]];
                    other *= pair[c] == 0 ? 1 : u[c][pair[c]];
                }
                double posterior = match / (match + other);
                expected += posterior;
                for (int c = 0; c < 3; c++) {
                    sums[c][pair[c]] += posterior;
                }
            }
            share = expected / pairs.length;
            for (int c = 0; c < 3; c++) {
                double total = sums[c][1] + sums[c][2] + sums[c][3];
                for (int l = 1; l < 4; l++) {
                    plainM[c][l] = sums[c][l] / total;
                }
            }
        }
        assertThat(em.matches).isEqualTo(share, within(1e-12));
        for (int c = 0; c < 3; c++) {
            for (int l = 1; l < 4; l++) {
                assertThat(em.m[c][l]).isEqualTo(plainM[c][l], within(1e-12));
            }
        }
        assertThat(em.iterations).isEqualTo(12);
    }

    /** Newcombe's and Winkler's weights: log2 of m over u. */
    @Test
    void weightsAndProbabilitiesAreEachOthersInverse() {
        for (double p : new double[] {1e-9, 0.01, 0.5, 0.9, 0.999999}) {
            assertThat(Weights.probability(Weights.weight(p))).isEqualTo(p, within(1e-12));
        }
        assertThat(Weights.probability(-2000)).isZero();
        assertThat(Weights.probability(2000)).isOne();
        assertThat(Weights.weight(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Weights.log2(8)).isEqualTo(3, within(1e-12));
    }

    @Test
    void whatTasksLeaveRunsInOrder() throws InterruptedException {
        InOrder order = new InOrder(4);
        List<Integer> seen = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int task = order.take(); task < 500; task = order.take()) {
                    int mine = task;
                    order.put(task, () -> seen.add(mine));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).hasSize(500).isSorted();
    }
}
