package ml.taama.tabulation.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random tables with totals: whatever is hidden, no attacker comes closer than the width asked for. */
class SuppressorTest {

    private static final int THRESHOLD = 10;

    /** Rows by columns with both totals and the grand total. */
    private static LinearTable table(Random random, int rows, int columns) {
        int width = columns + 1;
        double[] values = new double[(rows + 1) * width];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int value = random.nextInt(4) == 0 ? random.nextInt(THRESHOLD) : random.nextInt(10, 90);
                values[r * width + c] = value;
                values[r * width + columns] += value;
                values[rows * width + c] += value;
                values[rows * width + columns] += value;
            }
        }
        List<Equation> equations = new ArrayList<>();
        for (int r = 0; r <= rows; r++) {
            int first = r * width;
            equations.add(new Equation(
                    first + columns,
                    java.util.stream.IntStream.range(first, first + columns).toArray()));
        }
        for (int c = 0; c <= columns; c++) {
            int first = c;
            equations.add(new Equation(
                    rows * width + c,
                    java.util.stream.IntStream.range(0, rows)
                            .map(r -> r * width + first)
                            .toArray()));
        }
        return new LinearTable(values, equations, new BitSet(), new BitSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesEverySensitiveCellAsUncertainAsAsked(long seed) {
        Random random = new Random(seed);
        LinearTable table = table(random, random.nextInt(3, 7), random.nextInt(3, 7));
        BitSet primary = new BitSet();
        double[] width = new double[table.size()];
        Arrays.fill(width, THRESHOLD);
        for (int cell = 0; cell < table.size(); cell++) {
            primary.set(cell, table.values()[cell] > 0 && table.values()[cell] < THRESHOLD);
        }
        BitSet hidden = new Suppressor(table, primary, width).hidden().orElseThrow();
        Attacker alone = new Attacker(table, primary);
        Attacker attacker = new Attacker(table, hidden);
        int open = 0;
        for (int cell = primary.nextSetBit(0); cell >= 0; cell = primary.nextSetBit(cell + 1)) {
            Attacker.Interval interval = attacker.interval(cell);
            assertThat(interval.width()).isGreaterThanOrEqualTo(THRESHOLD - 1e-6);
            assertThat(table.values()[cell]).isBetween(interval.least() - 1e-6, interval.most() + 1e-6);
            open += alone.interval(cell).width() < THRESHOLD ? 1 : 0;
        }
        if (open > 0) {
            assertThat(hidden.cardinality()).isGreaterThan(primary.cardinality());
        }
    }

    @Test
    void saysWhenNothingProtects() {
        LinearTable table =
                new LinearTable(new double[] {3, 3}, List.of(new Equation(1, new int[] {0})), new BitSet(), bits(1));
        assertThat(new Suppressor(table, bits(0), new double[] {5, 5}).hidden()).isEmpty();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }
}
