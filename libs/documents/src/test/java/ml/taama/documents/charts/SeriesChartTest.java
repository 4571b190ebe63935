package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import ml.taama.documents.Xml;
import ml.taama.documents.charts.Chart.Width;
import org.junit.jupiter.api.Test;

class SeriesChartTest {

    private static final long SEED = 2063;

    private static List<Double> ticks(double most) {
        List<Double> ticks = new java.util.ArrayList<>();
        SeriesChart chart = new SeriesChart(
                "series",
                "-",
                "-",
                List.of(new SeriesChart.Series(
                        "one",
                        List.of(new SeriesChart.Value(
                                LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), most, "-", "2020")))),
                new SeriesChart.Labels("-", List.of("a", "b", "c"), value -> {
                    ticks.add(value);
                    return "";
                }));
        chart.draw(Width.WIDE);
        return ticks.stream().distinct().sorted().toList();
    }

    @Test
    void theAxisStartsAtZeroAndEndsOnARoundNumberJustAboveTheMost() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            double most = random.nextDouble() * Math.pow(10, random.nextInt(-12, 12));
            List<Double> ticks = ticks(most);
            double step = ticks.get(1);
            assertThat(ticks.getFirst()).isZero();
            assertThat(ticks.getLast()).as("most %s", most).isGreaterThanOrEqualTo(most * (1 - 1e-9));
            assertThat(ticks.getLast() - most).as("most %s", most).isLessThanOrEqualTo(step * (1 + 1e-6));
            assertThat(ticks.size()).as("most %s: %s", most, ticks).isBetween(3, 6);
            double lead = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            assertThat(List.of(1.0, 2.0, 2.5, 5.0))
                    .as("step %s", step)
                    .anyMatch(factor -> Math.abs(factor - lead) < 1e-6);
        }
    }

    @Test
    void nothingButZeroHasAnAxisToo() {
        assertThat(ticks(0)).startsWith(0.0).hasSizeBetween(3, 6);
    }

    @Test
    void aValueIsAsLongAsThePeriodItCovers() {
        SeriesChart chart = new SeriesChart(
                "series",
                "-",
                "-",
                List.of(new SeriesChart.Series(
                        "one",
                        List.of(
                                new SeriesChart.Value(
                                        LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), 5, "-", "a"),
                                new SeriesChart.Value(
                                        LocalDate.of(2021, 1, 1), LocalDate.of(2021, 3, 31), 5, "-", "b")))),
                new SeriesChart.Labels("-", List.of("a", "b", "c"), Svg::number));
        List<Double> lengths = Xml.elements(Xml.parse(chart.draw(Width.WIDE).printed("-")), "path").stream()
                .filter(path -> path.getAttribute("stroke-width").equals("3"))
                .map(path -> path.getAttribute("d").substring(1).split("[ L]"))
                .map(d -> Double.parseDouble(d[2]) - Double.parseDouble(d[0]))
                .toList();
        assertThat(lengths).hasSize(2);
        assertThat(lengths.get(1) / lengths.get(0)).isBetween(0.23, 0.26);
    }
}
