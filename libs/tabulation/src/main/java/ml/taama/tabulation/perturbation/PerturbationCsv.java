package ml.taama.tabulation.perturbation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** Perturbation tables as CSV with the columns {@code pcv}, {@code ckey}, {@code pvalue}, as the ONS publishes them. */
public final class PerturbationCsv {

    private static final List<String> HEADER = List.of("pcv", "ckey", "pvalue");
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_KEYS = 1 << 16;
    private static final long MOST_VALUES = 1L << 25;

    private PerturbationCsv() {}

    /**
     * Reads a table.
     *
     * @throws FaultsException naming file, line and column of what is wrong
     */
    public static PerturbationTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
        List<int[]> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                lines.add(numbers(file, line));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw FaultsException.of(
                    Fault.Code.FILE_DAMAGED, file.toString(), e.getClass().getSimpleName());
        }
        return table(file, lines);
    }

    private static int[] numbers(Path file, NamedCsvRecord line) {
        int[] numbers = new int[HEADER.size()];
        for (int i = 0; i < numbers.length; i++) {
            String name = HEADER.get(i);
            try {
                numbers[i] = Integer.parseInt(line.findField(name).orElse("").strip());
            } catch (NumberFormatException e) {
                throw bad(file, line.getStartingLineNumber(), name);
            }
        }
        if (numbers[0] < 0 || numbers[0] > MOST_ROWS) {
            throw bad(file, line.getStartingLineNumber(), "pcv");
        }
        if (numbers[1] < 0 || numbers[1] >= MOST_KEYS) {
            throw bad(file, line.getStartingLineNumber(), "ckey");
        }
        return numbers;
    }

    private static PerturbationTable table(Path file, List<int[]> lines) {
        int rows = lines.stream().mapToInt(l -> l[0]).max().orElse(0);
        int modulus = lines.stream().mapToInt(l -> l[1] + 1).max().orElse(0);
        if (rows == 0 || (long) rows * modulus > MOST_VALUES) {
            throw bad(file, 1, "pcv");
        }
        int[] values = new int[rows * modulus];
        boolean[] seen = new boolean[values.length];
        for (int i = 0; i < lines.size(); i++) {
            int[] line = lines.get(i);
            int at = (line[0] - 1) * modulus + line[1];
            if (line[0] == 0) {
                continue;
            }
            if (seen[at]) {
                throw bad(file, i + 2L, "ckey");
            }
            seen[at] = true;
            values[at] = line[2];
        }
        return new PerturbationTable(rows, modulus, values);
    }

    private static FaultsException bad(Path file, long line, String column) {
        return FaultsException.of(Fault.Code.BAD_PERTURBATION, file.toString(), line, column);
    }

    /** The table as CSV text. */
    public static String write(PerturbationTable table) {
        StringBuilder text = new StringBuilder("pcv,ckey,pvalue\n");
        for (int row = 1; row <= table.rows(); row++) {
            int[] values = table.valuesOf(row);
            for (int key = 0; key < values.length; key++) {
                text.append(row)
                        .append(',')
                        .append(key)
                        .append(',')
                        .append(values[key])
                        .append('\n');
            }
        }
        return text.toString();
    }
}
