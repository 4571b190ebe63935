package ml.taama.tabulation.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import ml.taama.tabulation.schema.FaultsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Designed tables have the properties that they were designed for, value by value. */
class DesignedTableTest {

    @TempDir
    Path folder;

    static Stream<PerturbationDesign> designs() {
        return Stream.of(
                PerturbationDesign.DEFAULT,
                new PerturbationDesign(1, 0.5, 1, 256, 30),
                new PerturbationDesign(2, 1, 1, 256, 60),
                new PerturbationDesign(3, 1.5, 2, 256, 750),
                new PerturbationDesign(5, 3, 3, 256, 750),
                new PerturbationDesign(10, 12, 5, 1024, 120),
                new PerturbationDesign(5, 4, 3, 100, 90));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noiseIsUnbiasedBoundedAndNeverGivesANegativeOrSmallCount(PerturbationDesign design) {
        PerturbationProperties properties = PerturbationProperties.of(design.table());
        assertThat(properties.rows()).hasSize(design.rows());
        assertThat(properties.unbiased()).isTrue();
        assertThat(properties.notNegative()).isTrue();
        assertThat(properties.maxDeviation()).isLessThanOrEqualTo(design.maxDeviation());
        assertThat(properties.smallestPositive()).isGreaterThanOrEqualTo(design.smallest());
        double tolerance =
                2.0 * design.maxDeviation() * design.maxDeviation() / design.modulus() + 0.02 * design.variance();
        for (PerturbationProperties.Row row : properties.rows()) {
            if (row.count() >= design.maxDeviation() + design.smallest()) {
                assertThat(row.variance()).as("count %s", row.count()).isCloseTo(design.variance(), within(tolerance));
            }
        }
    }

    /** With v in -2..2, mean 0 and variance 1: p(v) ∝ exp(b·v²); the variance fixes b. */
    @Test
    void hasTheMaximumEntropyForItsMeanAndVariance() {
        int[] support = {-2, -1, 0, 1, 2};
        double[] p = MaximumEntropy.distribution(support, 1);
        assertThat(p[0]).isCloseTo(p[4], within(1e-9));
        assertThat(p[1]).isCloseTo(p[3], within(1e-9));
        assertThat(2 * p[1] + 8 * p[0]).isCloseTo(1, within(1e-9));
        assertThat(Math.log(p[0] / p[2])).isCloseTo(4 * Math.log(p[1] / p[2]), within(1e-6));
        double entropy = entropy(p);
        for (double shift : new double[] {-0.01, 0.01}) {
            double[] other = {p[0] + shift, p[1] - 4 * shift, p[2] + 6 * shift, p[3] - 4 * shift, p[4] + shift};
            assertThat(entropy(other)).isLessThan(entropy);
        }
    }

    private static double entropy(double[] p) {
        double entropy = 0;
        for (double x : p) {
            entropy -= x * Math.log(x);
        }
        return entropy;
    }

    @Test
    void wrappingNeverLeavesTheSymmetricRows() {
        PerturbationTable table = PerturbationDesign.DEFAULT.table();
        for (long count = table.rows(); count < table.rows() + 1_000; count++) {
            assertThat(table.valuesOf(table.row(count))).isEqualTo(table.valuesOf(table.rows()));
        }
    }

    @Test
    void comesBackFromItsFileUnchanged() throws Exception {
        PerturbationTable table = PerturbationDesign.DEFAULT.table();
        Path file = Files.writeString(folder.resolve("p.csv"), PerturbationCsv.write(table));
        PerturbationTable read = PerturbationCsv.read(file);
        assertThat(read.rows()).isEqualTo(table.rows());
        for (int row = 1; row <= table.rows(); row++) {
            assertThat(read.valuesOf(row)).isEqualTo(table.valuesOf(row));
        }
    }

    @Test
    void refusesParametersThatNoTableHas() {
        assertThatThrownBy(() -> new PerturbationDesign(0, 1, 1, 256, 750)).hasMessageContaining("--max-deviation");
        assertThatThrownBy(() -> new PerturbationDesign(3, 0, 1, 256, 750)).hasMessageContaining("--variance");
        assertThatThrownBy(() -> new PerturbationDesign(3, 9, 1, 256, 750)).hasMessageContaining("--variance");
        assertThatThrownBy(() -> new PerturbationDesign(3, 1, 5, 256, 750)).hasMessageContaining("--smallest");
        assertThatThrownBy(() -> new PerturbationDesign(3, 1, 2, 8, 750)).hasMessageContaining("--keys");
        assertThatThrownBy(() -> new PerturbationDesign(3, 1, 2, 256, 3)).hasMessageContaining("--rows");
    }

    @Test
    void namesTheLineOfAWrongTable() throws Exception {
        for (String wrong : new String[] {"1,0", "x,0,1", "1,-1,0", "1,0,0.5", "1,0,1\n1,0,2", ""}) {
            Path file = Files.writeString(folder.resolve("w.csv"), "pcv,ckey,pvalue\n" + wrong + "\n");
            assertThatThrownBy(() -> PerturbationCsv.read(file))
                    .as(wrong)
                    .isInstanceOf(FaultsException.class)
                    .hasMessageContaining("w.csv");
        }
        assertThatThrownBy(() -> PerturbationCsv.read(folder.resolve("none.csv")))
                .hasMessageContaining("FILE_UNREADABLE");
    }
}
