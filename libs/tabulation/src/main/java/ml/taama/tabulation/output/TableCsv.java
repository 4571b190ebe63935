package ml.taama.tabulation.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.ProtectedTable;

/**
 * CSV: a column for each dimension (codes), then {@code value} and {@code status}; a value that is not shown is empty.
 * With several measures a column {@code measure} stands before the value.
 */
public final class TableCsv {

    private TableCsv() {}

    /** Writes a table. */
    public static void write(ProtectedTable table, Writer out) {
        boolean several = table.measures().size() > 1;
        List<String> header =
                new ArrayList<>(table.dimensions().stream().map(Dimension::name).toList());
        if (several) {
            header.add("measure");
        }
        header.addAll(List.of("value", "status"));
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(header);
            for (int line = 0; line < table.lines(); line++) {
                for (int measure = 0; measure < table.measures().size(); measure++) {
                    writer.writeRecord(line(table, line, measure, several));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> line(ProtectedTable table, int line, int measure, boolean several) {
        List<String> fields = new ArrayList<>();
        for (int dimension = 0; dimension < table.dimensions().size(); dimension++) {
            fields.add(table.node(line, dimension).code());
        }
        if (several) {
            fields.add(table.measures().get(measure));
        }
        var value = table.value(line, measure);
        fields.add(value.isPresent() ? Numbers.plain(value.getAsDouble()) : "");
        fields.add(table.status(line, measure).code());
        return fields;
    }
}
