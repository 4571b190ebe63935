package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ml.taama.documents.Xml;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What holds for every chart, with little data, much data, none, and bad characters. */
class ChartsTest {

    static final String HOSTILE = "<b a=\"x\">&\u0007\ufffe 'É'";
    private static final double LINE_SLACK = 2;

    record Case(String name, Chart chart) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> charts() {
        return Stream.of(0, 1, 3, 23)
                .flatMap(size -> Stream.of(
                                glance(size),
                                timeline(size),
                                results(size),
                                series(size),
                                map(size),
                                bars(size),
                                curve(size),
                                TableCharts.columns(size),
                                TableCharts.pyramid(size),
                                TableCharts.lines(size),
                                TableCharts.heat(size),
                                TableCharts.choropleth(size))
                        .map(chart -> new Case(chart.id() + " of " + size, chart)));
    }

    static String word(int i) {
        return i % 3 == 1 ? HOSTILE + i : "Opérationnalisation " + i;
    }

    private static GlanceChart glance(int size) {
        List<GlanceChart.State> states = List.of(GlanceChart.State.values());
        List<GlanceChart.Tile> tiles = IntStream.range(0, size)
                .mapToObj(i -> new GlanceChart.Tile(
                        String.valueOf(i + 1), word(i), states.get(i % 3), i % 2 == 0, i + " actions"))
                .toList();
        return new GlanceChart(
                "glance",
                HOSTILE,
                HOSTILE,
                tiles,
                new GlanceChart.Labels("reported", "planned", "silent", "priority", List.of("n", "a", "b", "c", "d")));
    }

    private static DivergingBarChart bars(int size) {
        List<DivergingBarChart.Bar> bars = IntStream.range(0, size)
                .mapToObj(i -> new DivergingBarChart.Bar(word(i), i % 2, i % 3 - 1.5, i + ".5", i % 5 == 4))
                .toList();
        List<DivergingBarChart.Group> groups =
                size == 0 ? List.of() : List.of(new DivergingBarChart.Group(HOSTILE, bars));
        return new DivergingBarChart("bars", HOSTILE, HOSTILE, groups, List.of("a", "b", "c"));
    }

    private static CurveChart curve(int size) {
        List<CurveChart.Curve> curves = IntStream.range(0, Math.min(3, size))
                .mapToObj(c -> new CurveChart.Curve(
                        word(c),
                        IntStream.range(0, size)
                                .mapToObj(i -> new CurveChart.Point(i, i * c % 7))
                                .toList()))
                .toList();
        return new CurveChart(
                "curve",
                HOSTILE,
                HOSTILE,
                curves,
                new CurveChart.Axes("x", "y", 0, size, 0, 7, Svg::number, Svg::number, List.of("a", "b", "c")));
    }

    private static TimelineChart timeline(int size) {
        List<TimelineChart.Event> events = IntStream.range(0, size)
                .mapToObj(i -> {
                    LocalDate day = LocalDate.of(2014, 9, 3).plusDays(i * 40L);
                    return new TimelineChart.Event(day, day.plusDays(i), day.toString(), word(i), i % 2 == 0);
                })
                .toList();
        return new TimelineChart("timeline", HOSTILE, HOSTILE, events, List.of("date", "text"));
    }

    private static ResultsChart results(int size) {
        List<ResultsChart.Bar> bars = IntStream.range(0, size)
                .mapToObj(i -> new ResultsChart.Bar(
                        word(i), i * 100.0, i * 100 + " people", i % 4 == 0 ? i * 120.0 : null, word(i)))
                .toList();
        List<ResultsChart.Group> groups = size == 0 ? List.of() : List.of(new ResultsChart.Group(HOSTILE, bars));
        return new ResultsChart(
                "results", HOSTILE, HOSTILE, groups, new ResultsChart.Labels("t", List.of("a", "b", "c", "d")));
    }

    private static SeriesChart series(int size) {
        List<SeriesChart.Series> series = IntStream.range(0, Math.min(size, 4))
                .mapToObj(s -> new SeriesChart.Series(
                        word(s),
                        IntStream.range(0, size)
                                .mapToObj(i -> new SeriesChart.Value(
                                        LocalDate.of(2000 + i, 1, 1),
                                        LocalDate.of(2000 + i, 1 + i % 12, 28),
                                        i * 31.7 * s,
                                        "v" + i,
                                        String.valueOf(2000 + i)))
                                .toList()))
                .toList();
        return new SeriesChart(
                "series",
                HOSTILE,
                HOSTILE,
                series,
                new SeriesChart.Labels(HOSTILE, List.of("s", "p", "v"), Svg::number));
    }

    private static MapChart map(int size) {
        List<MapChart.Area> areas = IntStream.range(0, size)
                .mapToObj(i -> new MapChart.Area(word(i), List.of(square(-12 + i * 0.5, 12 + i * 0.3, 1))))
                .toList();
        List<MapChart.Point> points = IntStream.range(0, size)
                .mapToObj(i -> new MapChart.Point(
                        word(i), -11 + i * 0.6, 12 + i * 0.2, "kind " + i % 5, "detail", i % 2 == 0, "source"))
                .toList();
        return new MapChart("map", HOSTILE, HOSTILE, areas, points, HOSTILE, List.of("a", "b", "c", "d"));
    }

    static List<double[]> square(double west, double south, double side) {
        return List.of(
                new double[] {west, south},
                new double[] {west + side, south},
                new double[] {west + side, south + side},
                new double[] {west, south + side});
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedWithTitleAndDescription(Case one) {
        for (Width width : Width.values()) {
            Svg svg = one.chart.draw(width);
            Document file = Xml.parse(svg.file(one.chart.title(), one.chart.description()));
            assertThat(Xml.elements(file, "title"))
                    .extracting(Element::getTextContent)
                    .containsExactly("<b a=\"x\">& 'É'");
            assertThat(Xml.elements(file, "desc"))
                    .extracting(Element::getTextContent)
                    .containsExactly("<b a=\"x\">& 'É'");
            Element page =
                    Xml.parse(svg.element(one.chart.description(), "chart")).getDocumentElement();
            assertThat(page.getAttribute("role")).isEqualTo("img");
            assertThat(page.getAttribute("aria-label")).isEqualTo("<b a=\"x\">& 'É'");
            assertThat(Xml.parse(svg.printed("words")).getDocumentElement().getAttribute("alt"))
                    .isEqualTo("words");
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void staysInsideItsFrameAtBothWidths(Case one) {
        for (Width width : Width.values()) {
            Svg svg = one.chart.draw(width);
            assertThat(svg.width()).isEqualTo(width.units());
            assertThat(svg.height()).isPositive().isLessThan(10_000);
            Document document = Xml.parse(svg.printed("-"));
            for (Element element : Xml.elements(document, "*")) {
                double[] box = box(element);
                assertThat(box[0]).as("left of %s", describe(element)).isGreaterThanOrEqualTo(-LINE_SLACK);
                assertThat(box[1]).as("top of %s", describe(element)).isGreaterThanOrEqualTo(-LINE_SLACK);
                assertThat(box[2]).as("right of %s", describe(element)).isLessThanOrEqualTo(svg.width() + LINE_SLACK);
                assertThat(box[3]).as("bottom of %s", describe(element)).isLessThanOrEqualTo(svg.height() + LINE_SLACK);
            }
        }
    }

    private static String describe(Element element) {
        return element.getLocalName() + " '" + element.getTextContent() + "' " + element.getAttribute("d");
    }

    /** Left, top, right, bottom; nothing for what has no place of its own. */
    private static double[] box(Element element) {
        return switch (element.getLocalName()) {
            case "rect" -> {
                double x = number(element, "x");
                double y = number(element, "y");
                yield new double[] {x, y, x + number(element, "width"), y + number(element, "height")};
            }
            case "circle" -> {
                double r = number(element, "r");
                yield new double[] {
                    number(element, "cx") - r,
                    number(element, "cy") - r,
                    number(element, "cx") + r,
                    number(element, "cy") + r
                };
            }
            case "text" -> text(element);
            case "path" -> path(element.getAttribute("d"));
            default -> new double[4];
        };
    }

    private static double[] text(Element element) {
        Weight weight = element.hasAttribute("font-weight") ? Weight.BOLD : Weight.REGULAR;
        double width = Typeface.width(element.getTextContent(), number(element, "font-size"), weight);
        double x = number(element, "x");
        double left = switch (element.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
        };
        double y = number(element, "y");
        return new double[] {left, y - number(element, "font-size") * 0.75, left + width, y};
    }

    /** Absolute points of a path; those that are relative to a point near by are left out. */
    private static double[] path(String d) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        java.util.regex.Matcher points =
                java.util.regex.Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)").matcher(d);
        while (points.find()) {
            xs.add(Double.valueOf(points.group(1)));
            ys.add(Double.valueOf(points.group(2)));
        }
        assertThat(xs).as(d).isNotEmpty();
        return new double[] {min(xs), min(ys), max(xs), max(ys)};
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(v -> v).min().orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElseThrow();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void itsTableHasARowForEachDatum(Case one) {
        int rows = switch (one.chart) {
            case GlanceChart glance -> glance.tiles().size();
            case TimelineChart timeline -> timeline.events().size();
            case ResultsChart results ->
                results.groups().stream().mapToInt(g -> g.bars().size()).sum();
            case SeriesChart series ->
                series.series().stream().mapToInt(s -> s.values().size()).sum();
            case MapChart map -> map.points().size();
            case DivergingBarChart bars ->
                bars.groups().stream().mapToInt(g -> g.bars().size()).sum();
            case CurveChart curve ->
                curve.curves().stream().mapToInt(c -> c.points().size()).sum();
            case BarChart columns -> columns.rows().size();
            case PyramidChart pyramid -> pyramid.rows().size();
            case LineChart lines -> lines.rows().size();
            case HeatMapChart heat -> heat.rows().size();
            case ChoroplethChart choropleth -> choropleth.rows().size();
            default -> throw new IllegalStateException(one.name);
        };
        assertThat(one.chart.table().rows()).hasSize(rows);
    }

    @Test
    void tellsStateByWordNotByColourAlone() {
        assertThat(glance(3).table().rows())
                .extracting(row -> row.get(2))
                .containsExactly("reported", "planned", "silent");
        assertThat(results(1).table().rows()).containsExactly(List.of(word(0), "0 people", "0", word(0)));
    }

    @Test
    void drawsWhatIsNotShownAsHollowAndBreaksTheLineThere() {
        assertThat(TableCharts.heat(3).draw(Width.WIDE).printed("-")).contains("stroke-dasharray", "[c]");
        Document line = Xml.parse(TableCharts.lines(4).draw(Width.WIDE).printed("-"));
        assertThat(Xml.elements(line, "circle")).hasSize(9);
        Document bars = Xml.parse(TableCharts.columns(4).draw(Width.WIDE).printed("-"));
        assertThat(Xml.elements(bars, "rect")).hasSize(6 + 2);
    }

    @Test
    void everyReachedStateOfATimelineIsFilledAndEveryOtherHollow() {
        Document drawing = Xml.parse(timeline(3).draw(Width.WIDE).printed("-"));
        List<String> dashed = Xml.elements(drawing, "circle").stream()
                .filter(c -> c.hasAttribute("stroke-dasharray"))
                .map(c -> c.getAttribute("class"))
                .toList();
        assertThat(dashed).hasSize(2);
    }

    @Test
    void drawsAMapOfDegenerateRings() {
        List<MapChart.Area> areas = List.of(
                new MapChart.Area("no ring", List.of()),
                new MapChart.Area("an empty ring", List.of(List.of())),
                new MapChart.Area("a point", List.of(List.of(new double[] {-8, 12}))),
                new MapChart.Area("a line", List.of(List.of(new double[] {-8, 12}, new double[] {-8, 14}))));
        MapChart chart = new MapChart("map", "-", "-", areas, List.of(), "-", List.of("a", "b", "c"));
        for (Width width : Width.values()) {
            Svg svg = chart.draw(width);
            assertThat(svg.height()).isBetween(1, 3 * width.units());
            assertThat(svg.printed("-")).doesNotContain("NaN", "Infinity", "d=\"\"", "d=\"z");
        }
    }

    @Test
    void putsNorthAboveSouthAndWestBeforeEast() {
        MapChart chart = new MapChart(
                "map",
                "-",
                "-",
                List.of(new MapChart.Area("Mali", List.of(square(-12, 10, 15)))),
                List.of(
                        new MapChart.Point("Gao", 0, 16.3, "antenna", "", true, ""),
                        new MapChart.Point("Kayes", -11.4, 14.4, "antenna", "", true, "")),
                "-",
                List.of("a", "b", "c"));
        List<Element> marks = Xml.elements(Xml.parse(chart.draw(Width.WIDE).printed("-")), "circle");
        assertThat(number(marks.get(0), "cx")).isGreaterThan(number(marks.get(1), "cx"));
        assertThat(number(marks.get(0), "cy")).isLessThan(number(marks.get(1), "cy"));
    }

    @Test
    void aTableRefusesARowThatDoesNotFit() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new Grid(List.of("a"), List.of(Arrays.asList("x", "y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells under 1");
    }
}
