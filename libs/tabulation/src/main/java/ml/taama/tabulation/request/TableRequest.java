package ml.taama.tabulation.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table asked for.
 *
 * @param rows axes down the side
 * @param columns axes across
 * @param layers axes over separate tables
 * @param filters all of which hold for what is counted
 * @param measures at least one
 * @param comparison of two periods
 * @param ordering of the first row axis
 */
public record TableRequest(
        List<Axis> rows,
        List<Axis> columns,
        List<Axis> layers,
        List<Condition> filters,
        List<Measure> measures,
        Optional<Comparison> comparison,
        Ordering ordering) {

    /** Copies the lists; counts where no measure is named. */
    public TableRequest {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        layers = List.copyOf(layers);
        filters = List.copyOf(filters);
        measures = measures.isEmpty() ? List.of(new Measure.Count()) : List.copyOf(measures);
    }

    /** A count of units by the finest categories of these variables. */
    public static TableRequest of(String... rows) {
        return new TableRequest(
                Stream.of(rows).map(Axis::of).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Ordering.NONE);
    }

    /** Rows, then columns, then layers: the order of the dimensions of a result. */
    public List<Axis> axes() {
        return Stream.of(rows, columns, layers).flatMap(List::stream).toList();
    }

    /** The same with a total on every axis. */
    public TableRequest withTotals() {
        return new TableRequest(totals(rows), totals(columns), totals(layers), filters, measures, comparison, ordering);
    }

    /** The same with other filters. */
    public TableRequest where(Condition... conditions) {
        return new TableRequest(rows, columns, layers, List.of(conditions), measures, comparison, ordering);
    }

    /** The same with other measures. */
    public TableRequest measuring(Measure... wanted) {
        return new TableRequest(rows, columns, layers, filters, List.of(wanted), comparison, ordering);
    }

    /** The same in another order. */
    public TableRequest ordered(Ordering wanted) {
        return new TableRequest(rows, columns, layers, filters, measures, comparison, wanted);
    }

    private static List<Axis> totals(List<Axis> axes) {
        return axes.stream().map(Axis::withTotal).toList();
    }
}
