package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.MapMarks.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of a map cover neither each other nor a mark, wherever the places are. */
class MapLabelsTest {

    private static final long SEED = 223;

    @ParameterizedTest
    @EnumSource
    void noNameCoversAnotherOrAMark(Width width) {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            int places = 1 + random.nextInt(20);
            List<MapChart.Point> points = IntStream.range(0, places)
                    .mapToObj(i -> new MapChart.Point(
                            "Antenne de la place " + i,
                            -12 + random.nextInt(40) / 2.5,
                            11 + random.nextInt(30) / 2.5,
                            "kind " + i % 4,
                            "",
                            i % 3 > 0,
                            "source"))
                    .toList();
            MapChart map = map(points);
            List<MapTexts.Label> labels = MapTexts.labels(map.draw(width).printed("-"));
            for (int i = 0; i < labels.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(labels.get(i).covers(labels.get(j)))
                            .as("%s over %s", labels.get(i), labels.get(j))
                            .isFalse();
                }
            }
            Projection projection = Projection.of(map.areas(), points, width.units());
            for (Group group : MapMarks.groups(points, projection, width.units())) {
                assertThat(labels).noneMatch(l -> l.box().meets(group.box()));
            }
        }
    }

    /** A single name beside two marks would be taken for the name of both. */
    @ParameterizedTest
    @EnumSource
    void namesEveryMarkOfAPlaceThatSeveralShare(Width width) {
        String drawing = map(List.of(
                        new MapChart.Point("Antenne de Gao", -0.1, 16.3, "antenna", "", true, "source"),
                        new MapChart.Point("Centre de transit", -0.1, 16.3, "centre", "", false, "source")))
                .draw(width)
                .printed("-");
        assertThat(MapTexts.words(drawing)).contains("Antenne de Gao", "Centre de transit");
    }

    @Test
    void setsMarksOfOnePlaceSideBySide() {
        List<MapChart.Point> points = IntStream.range(0, 9)
                .mapToObj(i -> new MapChart.Point("p" + i, -8 + i % 3 * 0.01, 12.6, "kind", "", true, "source"))
                .toList();
        List<Group> groups = MapMarks.groups(points, Projection.of(map(points).areas(), points, 344), 344);
        List<MapMarks.Mark> marks =
                groups.stream().flatMap(g -> g.marks().stream()).toList();
        assertThat(marks).hasSize(9);
        for (int i = 0; i < marks.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.hypot(
                                marks.get(i).x() - marks.get(j).x(),
                                marks.get(i).y() - marks.get(j).y()))
                        .isGreaterThan(12);
            }
        }
    }

    @Test
    void labelsTheSameMapAlikeEachTime() {
        MapChart map = map(List.of(new MapChart.Point("Gao", -0.1, 16.3, "antenna", "", true, "source")));
        assertThat(map.draw(Width.NARROW).printed("-"))
                .isEqualTo(map.draw(Width.NARROW).printed("-"));
    }

    private static MapChart map(List<MapChart.Point> points) {
        List<MapChart.Area> areas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double west = -12 + i * 4.0;
            List<double[]> ring = List.of(
                    new double[] {west, 10}, new double[] {west + 4, 10}, new double[] {west + 4, 25}, new double[] {
                        west, 25
                    });
            areas.add(new MapChart.Area("Région " + i, List.of(ring)));
        }
        return new MapChart("map", "-", "-", areas, points, "-", List.of("a", "b", "c"));
    }
}
