package ml.taama.tabulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.perturbation.RecordKeys;

/** Small files of invented people. */
final class Microdata {

    static final PerturbationTable NOISE = PerturbationDesign.DEFAULT.table();
    static final RecordKeys SECRET = secret("the secret of the tests, 32 bytes");

    private Microdata() {}

    static RecordKeys secret(String text) {
        return new RecordKeys(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes CSV; one row for each number. */
    static Path csv(Path folder, String name, String header, int rows, IntFunction<String> row) {
        return write(
                folder.resolve(name),
                header + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(Path file) {
        return Source.of(file, new KeySource.Secret(SECRET)).on(2).within(1L << 28);
    }

    static Gate gate(int threshold) {
        return new Gate(
                new Method.CellKey(NOISE, false),
                Rules.DEFAULT.threshold(threshold).showingZeros().leastMean(0));
    }

    /** The lines of a table as text: codes, value, status. */
    static List<String> lines(ProtectedTable table) {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < table.lines(); line++) {
            List<String> fields = new ArrayList<>();
            for (int dimension = 0; dimension < table.dimensions().size(); dimension++) {
                fields.add(table.node(line, dimension).code());
            }
            for (int measure = 0; measure < table.measures().size(); measure++) {
                var value = table.value(line, measure);
                fields.add(value.isPresent() ? String.valueOf(value.getAsDouble()) : "");
                fields.add(table.status(line, measure).code());
            }
            lines.add(String.join(",", fields));
        }
        return lines;
    }

    /** The line of a table by the codes of its categories. */
    static int line(ProtectedTable table, String... codes) {
        int[] positions = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            List<String> known =
                    table.dimensions().get(i).nodes().stream().map(Node::code).toList();
            positions[i] = known.indexOf(codes[i]);
            if (positions[i] < 0) {
                throw new IllegalArgumentException(codes[i] + " is none of " + known);
            }
        }
        return table.line(positions);
    }

    static double value(ProtectedTable table, String... codes) {
        return table.value(line(table, codes), 0).orElseThrow();
    }

    static Status status(ProtectedTable table, String... codes) {
        return table.status(line(table, codes), 0);
    }

    /** Raw counts, for tests inside the package only. */
    static long[] raw(Unprotected counts) {
        long[] raw = new long[Math.toIntExact(counts.plan().cells())];
        Arrays.setAll(raw, cell -> counts.cells().count(cell));
        return raw;
    }

    static int[] keys(Unprotected counts) {
        int[] keys = new int[Math.toIntExact(counts.plan().cells())];
        Arrays.setAll(keys, cell -> counts.cells().key(cell));
        return keys;
    }
}
