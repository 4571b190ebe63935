package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What charts of rows by columns share: the table behind them, their legend, the largest value. */
final class Crossing {

    private Crossing() {}

    static Grid table(String rowHeader, List<String> rows, List<String> columns, List<List<Reading>> readings) {
        List<String> header = new ArrayList<>(List.of(rowHeader));
        header.addAll(columns);
        List<List<String>> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> line = new ArrayList<>(List.of(rows.get(row)));
            readings.get(row).forEach(r -> line.add(r.shown()));
            lines.add(line);
        }
        return new Grid(header, lines);
    }

    static Ink ink(int column) {
        return Ink.CATEGORIES.get(column % Ink.CATEGORIES.size());
    }

    static double legend(Svg svg, List<String> columns) {
        return Legend.draw(
                svg,
                0,
                IntStream.range(0, columns.size())
                        .mapToObj(c -> new Legend.Key(Legend.square(ink(c).fill()), columns.get(c)))
                        .toList());
    }

    static double most(List<List<Reading>> readings) {
        double most = readings.stream()
                .flatMap(List::stream)
                .mapToDouble(r -> r.value().orElse(0))
                .max()
                .orElse(0);
        return most > 0 ? most : 1;
    }
}
