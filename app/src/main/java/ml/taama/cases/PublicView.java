package ml.taama.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A public table laid out: one line for each category, one column for each category across, or for people and services.
 *
 * @param columns codes across; measures where the table has no variable across
 * @param lines with the figure of each column
 * @param left how many lines without any figure were left out
 */
public record PublicView(PublicTable table, List<String> columns, List<Line> lines, int left) {

    /** One line: code and figures; nothing where a figure is not shown. */
    public record Line(String code, List<Optional<BigDecimal>> cells) {

        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }

        boolean empty() {
            return cells.stream().allMatch(Optional::isEmpty);
        }
    }

    /** Copies the lists. */
    public PublicView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The tables of a release that have figures, in order. */
    static List<PublicView> of(List<PublicFigure> figures) {
        return PublicTable.ALL.stream()
                .map(t -> of(
                        t,
                        figures.stream().filter(f -> f.table().equals(t.name())).toList()))
                .filter(v -> v.lines().stream().anyMatch(l -> !l.empty()))
                .toList();
    }

    private static PublicView of(PublicTable table, List<PublicFigure> figures) {
        Map<String, Map<String, Optional<BigDecimal>>> cells = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (PublicFigure figure : figures) {
            String column = table.columns().isEmpty()
                    ? figure.measure()
                    : figure.categories().getLast();
            columns.add(column);
            cells.computeIfAbsent(figure.categories().getFirst(), c -> new LinkedHashMap<>())
                    .put(column, figure.value());
        }
        List<Line> lines = new ArrayList<>();
        cells.forEach((code, values) -> lines.add(new Line(
                code,
                columns.stream()
                        .map(c -> values.getOrDefault(c, Optional.empty()))
                        .toList())));
        List<Line> shown =
                lines.stream().filter(l -> !table.isLong() || !l.empty()).toList();
        return new PublicView(table, List.copyOf(columns), shown, lines.size() - shown.size());
    }

    /** How many figures of the lines shown are held back. */
    public long held() {
        return lines.stream()
                .flatMap(l -> l.cells().stream())
                .filter(Optional::isEmpty)
                .count();
    }

    /** A line in words. */
    public String row(Shown shown, Line line) {
        return word(shown, table.rows(), line.code());
    }

    /** A column in words. */
    public String column(Shown shown, String code) {
        return table.columns().isEmpty()
                ? shown.ui().t("assistance.measure." + code)
                : word(shown, table.columns(), code);
    }

    private static String word(Shown shown, String variable, String code) {
        return code.equals(PublicTable.TOTAL) ? shown.ui().t("assistance.total") : shown.value(variable, code);
    }
}
