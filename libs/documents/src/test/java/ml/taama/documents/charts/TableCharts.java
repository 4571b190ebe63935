package ml.taama.documents.charts;

import static ml.taama.documents.charts.ChartsTest.HOSTILE;
import static ml.taama.documents.charts.ChartsTest.square;
import static ml.taama.documents.charts.ChartsTest.word;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Charts of tables of any size, with hostile words and values that are not shown. */
final class TableCharts {

    private TableCharts() {}

    static List<String> words(int size) {
        return IntStream.range(0, size).mapToObj(ChartsTest::word).toList();
    }

    static Reading reading(int i) {
        return i % 4 == 3
                ? new Reading(OptionalDouble.empty(), "[c]")
                : new Reading(OptionalDouble.of(i * 37 % 1000), i * 37 % 1000 + HOSTILE);
    }

    static List<List<Reading>> readings(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(r -> IntStream.range(0, columns)
                        .mapToObj(c -> reading(r * 7 + c))
                        .toList())
                .toList();
    }

    static BarChart columns(int size) {
        return new BarChart("columns", HOSTILE, HOSTILE, "row", words(size), words(2), readings(size, 2));
    }

    static PyramidChart pyramid(int size) {
        return new PyramidChart("pyramid", HOSTILE, HOSTILE, "row", words(size), words(2), readings(size, 2));
    }

    static LineChart lines(int size) {
        return new LineChart("lines", HOSTILE, HOSTILE, "row", words(size), words(3), readings(size, 3), Svg::number);
    }

    static HeatMapChart heat(int size) {
        return new HeatMapChart("heat", HOSTILE, HOSTILE, "row", words(size), words(size), readings(size, size));
    }

    static ChoroplethChart choropleth(int size) {
        return new ChoroplethChart(
                "choropleth",
                HOSTILE,
                HOSTILE,
                IntStream.range(0, size)
                        .mapToObj(i -> new ChoroplethChart.Area(
                                word(i), List.of(square(-12 + i * 0.5, 12 + i * 0.3, 1)), reading(i)))
                        .toList(),
                IntStream.range(0, size)
                        .mapToObj(i -> new ChoroplethChart.Row(word(i), reading(i)))
                        .toList(),
                List.of("area", "value"),
                "[c]");
    }
}
