package ml.taama.tabulation.output;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.Node;
import ml.taama.tabulation.ProtectedTable;

/** A table as people read it: layers, in each rows by columns; every entry a list of positions on its dimensions. */
record Pivot(ProtectedTable table, List<List<Integer>> layers, List<List<Integer>> rows, List<List<Integer>> columns) {

    static Pivot of(ProtectedTable table) {
        int rows = table.rowDimensions();
        int columns = rows + table.columnDimensions();
        int all = table.dimensions().size();
        return new Pivot(table, entries(table, columns, all), entries(table, 0, rows), entries(table, rows, columns));
    }

    /** The combinations of positions that occur on some of the dimensions, in order. */
    private static List<List<Integer>> entries(ProtectedTable table, int from, int to) {
        Set<List<Integer>> entries = new LinkedHashSet<>();
        for (int line = 0; line < table.lines(); line++) {
            int at = line;
            entries.add(IntStream.range(from, to)
                    .mapToObj(d -> table.position(at, d))
                    .toList());
        }
        List<List<Integer>> sorted = new ArrayList<>(entries);
        sorted.sort((one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = Integer.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        return sorted;
    }

    /** The line of the table, or -1 where it has none. */
    int line(List<Integer> layer, List<Integer> row, List<Integer> column) {
        List<Integer> all = new ArrayList<>(row);
        all.addAll(column);
        all.addAll(layer);
        return table.line(all.stream().mapToInt(Integer::intValue).toArray());
    }

    List<Dimension> rowDimensions() {
        return table.dimensions().subList(0, table.rowDimensions());
    }

    List<Dimension> columnDimensions() {
        return table.dimensions().subList(table.rowDimensions(), table.rowDimensions() + table.columnDimensions());
    }

    List<Dimension> layerDimensions() {
        return table.dimensions()
                .subList(
                        table.rowDimensions() + table.columnDimensions(),
                        table.dimensions().size());
    }

    static String words(List<Dimension> dimensions, List<Integer> entry, Words words) {
        return String.join(
                ", ",
                IntStream.range(0, entry.size())
                        .mapToObj(i -> words.node(node(dimensions, entry, i)))
                        .toList());
    }

    static Node node(List<Dimension> dimensions, List<Integer> entry, int at) {
        return dimensions.get(at).nodes().get(entry.get(at));
    }
}
