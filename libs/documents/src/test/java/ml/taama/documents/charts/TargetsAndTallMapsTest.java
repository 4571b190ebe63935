package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ml.taama.documents.charts.Chart.Width;
import org.junit.jupiter.api.Test;

class TargetsAndTallMapsTest {

    @Test
    void printsATargetAsItsLanguageWritesIt() {
        ResultsChart chart = new ResultsChart(
                "results",
                "Results",
                "…",
                List.of(new ResultsChart.Group(
                        "people", List.of(new ResultsChart.Bar("Received", 1840, "1,840", 2500.0, "2,500", "2023")))),
                new ResultsChart.Labels("target", List.of("a", "b", "c", "d")));

        assertThat(chart.table().rows().getFirst()).containsExactly("Received", "1,840", "2,500", "2023");
    }

    /** A country four times as high as wide would fill more than a page. */
    @Test
    void drawsATallCountryNoHigherThanThePictureIsWide() {
        List<double[]> ring = List.of(
                new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 4}, new double[] {0, 4}, new double[] {0, 0
                });
        MapChart map = new MapChart(
                "map", "Map", "…", List.of(new MapChart.Area("Tall", List.of(ring))), List.of(), "", List.of("a"));

        assertThat(map.draw(Width.WIDE).height()).isBetween(Width.WIDE.units(), Width.WIDE.units() + 60);
    }
}
