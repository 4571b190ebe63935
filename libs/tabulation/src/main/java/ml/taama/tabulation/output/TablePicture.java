package ml.taama.tabulation.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import ml.taama.documents.charts.BarChart;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.ChoroplethChart;
import ml.taama.documents.charts.HeatMapChart;
import ml.taama.documents.charts.LineChart;
import ml.taama.documents.charts.PyramidChart;
import ml.taama.documents.charts.Reading;
import ml.taama.tabulation.Node;
import ml.taama.tabulation.Note;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.Status;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** Protected tables as charts and maps; totals are left out, and what is not shown is drawn as not shown. */
public final class TablePicture {

    private final ProtectedTable table;
    private final Words words;
    private final NumberFormat numbers;

    private TablePicture(ProtectedTable table, Words words, Locale language) {
        this.table = table;
        this.words = words;
        numbers = NumberFormat.getNumberInstance(language);
        numbers.setMaximumFractionDigits(2);
    }

    /** The picture as an SVG file; of the kind that suits the table where none is named. */
    public static byte[] svg(
            ProtectedTable table, Words words, Locale language, Optional<String> kind, Optional<Path> boundaries) {
        Chart chart = chart(table, words, language, kind, boundaries);
        List<String> notes =
                new ArrayList<>(table.notes().stream().map(words::note).toList());
        for (Status status : List.of(Status.SUPPRESSED, Status.NOT_APPLICABLE)) {
            boolean drawn = IntStream.range(0, table.lines()).anyMatch(line -> table.status(line, 0) == status);
            if (drawn) {
                notes.add(words.mark(status) + " " + words.status(status));
            }
        }
        return PictureFile.of(chart, notes).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The picture.
     *
     * @param kind bar, line, pyramid, heat-map or map
     * @param boundaries GeoJSON whose features carry a code of the first dimension in one of their properties
     * @throws FaultsException when the table does not have the dimensions that the kind needs
     */
    public static Chart chart(
            ProtectedTable table, Words words, Locale language, Optional<String> kind, Optional<Path> boundaries) {
        TablePicture picture = new TablePicture(table, words, language);
        int dimensions = table.dimensions().size();
        String chosen = kind.orElse(boundaries.isPresent() ? "map" : dimensions == 1 ? "bar" : "heat-map");
        if (dimensions < 1 || dimensions > 2) {
            throw FaultsException.of(Fault.Code.NOT_DRAWABLE, "svg", "1–2");
        }
        return switch (chosen) {
            case "line" -> picture.line();
            case "pyramid" -> picture.pyramid();
            case "heat-map" -> picture.heatMap();
            case "map" ->
                picture.map(boundaries.orElseThrow(
                        () -> FaultsException.of(Fault.Code.NOT_DRAWABLE, "svg", "--boundaries")));
            default -> picture.bars();
        };
    }

    private List<Integer> shown(int dimension) {
        if (dimension >= table.dimensions().size()) {
            return List.of(0);
        }
        List<Node> nodes = table.dimensions().get(dimension).nodes();
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).kind() != Node.Kind.TOTAL)
                .boxed()
                .toList();
    }

    private String name(int dimension, int position) {
        return dimension >= table.dimensions().size()
                ? words.measure(table.measures().getFirst())
                : words.node(table.dimensions().get(dimension).nodes().get(position));
    }

    private Reading reading(int row, int column) {
        int line = table.dimensions().size() == 1 ? table.line(row) : table.line(row, column);
        if (line < 0) {
            return new Reading(OptionalDouble.empty(), "");
        }
        OptionalDouble value = table.value(line, 0);
        return new Reading(
                value, value.isPresent() ? numbers.format(value.getAsDouble()) : words.mark(table.status(line, 0)));
    }

    private List<String> columnNames() {
        return shown(1).stream().map(c -> name(1, c)).toList();
    }

    private List<String> rowNames() {
        return shown(0).stream().map(r -> name(0, r)).toList();
    }

    private List<List<Reading>> readings() {
        return shown(0).stream()
                .map(r -> shown(1).stream().map(c -> reading(r, c)).toList())
                .toList();
    }

    private String description() {
        List<String> sentences = new ArrayList<>(List.of(words.title(table) + "."));
        table.notes().stream().map((Note n) -> words.note(n)).forEach(sentences::add);
        return String.join(" ", sentences);
    }

    private String rowHeader() {
        return table.dimensions().getFirst().label();
    }

    private Chart bars() {
        return new BarChart(
                "table", words.title(table), description(), rowHeader(), rowNames(), columnNames(), readings());
    }

    private Chart line() {
        return new LineChart(
                "table",
                words.title(table),
                description(),
                rowHeader(),
                rowNames(),
                columnNames(),
                readings(),
                numbers::format);
    }

    private Chart pyramid() {
        if (shown(1).size() != 2 || table.dimensions().size() != 2) {
            throw FaultsException.of(Fault.Code.NOT_DRAWABLE, "svg", "2 × n");
        }
        return new PyramidChart(
                "table", words.title(table), description(), rowHeader(), rowNames(), columnNames(), readings());
    }

    private Chart heatMap() {
        return new HeatMapChart(
                "table", words.title(table), description(), rowHeader(), rowNames(), columnNames(), readings());
    }

    private Chart map(Path boundaries) {
        if (table.dimensions().size() != 1) {
            throw FaultsException.of(Fault.Code.NOT_DRAWABLE, "svg", "1");
        }
        List<Boundaries.Feature> features = Boundaries.read(boundaries);
        List<ChoroplethChart.Area> areas = new ArrayList<>();
        List<ChoroplethChart.Row> rows = new ArrayList<>();
        for (int position : shown(0)) {
            Node node = table.dimensions().getFirst().nodes().get(position);
            Reading reading = reading(position, 0);
            rows.add(new ChoroplethChart.Row(words.node(node), reading));
            features.stream()
                    .filter(f -> f.codes().contains(node.code()))
                    .forEach(f -> areas.add(new ChoroplethChart.Area(words.node(node), f.rings(), reading)));
        }
        if (areas.isEmpty()) {
            throw FaultsException.of(Fault.Code.NOT_DRAWABLE, String.valueOf(boundaries.getFileName()), rowHeader());
        }
        return new ChoroplethChart(
                "table",
                words.title(table),
                description(),
                areas,
                rows,
                List.of(rowHeader(), words.measure(table.measures().getFirst())),
                words.mark(Status.SUPPRESSED));
    }
}
