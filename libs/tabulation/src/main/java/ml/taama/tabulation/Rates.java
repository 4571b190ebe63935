package ml.taama.tabulation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import org.jspecify.annotations.Nullable;

/** A protected count over a published population. */
final class Rates {

    private static final String POPULATION = "population";

    private Rates() {}

    static Figures of(Measure.Rate measure, Unprotected counts, Figures count, long @Nullable [] cells, int lines) {
        List<Side> sides = counts.plan().sides();
        List<Integer> axes = new ArrayList<>();
        Map<List<String>, Double> population = read(Path.of(measure.population()), sides, axes);
        long[] strides = Plan.strides(counts.plan().sizes());
        Figures rates = Figures.of(lines);
        for (int line = 0; line < lines; line++) {
            long cell = cells == null ? line : cells[line];
            List<String> key = axes.stream()
                    .map(axis -> sides.get(axis)
                            .nodes()
                            .get((int) (cell / strides[axis] % sides.get(axis).size()))
                            .code())
                    .toList();
            Double people = population.get(key);
            if (people == null) {
                rates.show(line, Double.NaN, Status.NOT_APPLICABLE);
            } else if (count.shown(line)) {
                rates.show(
                        line, SumNoise.significant(count.values()[line] / people * measure.per()), count.status(line));
            }
        }
        return rates;
    }

    private static Map<List<String>, Double> read(Path file, List<Side> sides, List<Integer> axes) {
        if (!Files.isRegularFile(file)) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
        Map<List<String>, Double> population = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                if (population.isEmpty()) {
                    header(file, line.getHeader(), sides, axes);
                }
                List<String> key = axes.stream()
                        .map(axis -> line.getField(sides.get(axis).variable()))
                        .toList();
                population.put(key, number(file, line));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw FaultsException.of(
                    Fault.Code.FILE_DAMAGED, file.toString(), e.getClass().getSimpleName());
        }
        return population;
    }

    private static void header(Path file, List<String> header, List<Side> sides, List<Integer> axes) {
        for (String name : header) {
            int axis = sides.stream().map(Side::variable).toList().indexOf(name);
            if (axis < 0 && !name.equals(POPULATION)) {
                throw FaultsException.of(
                        Fault.Code.NO_COLUMN,
                        file.toString(),
                        name,
                        String.join(", ", sides.stream().map(Side::variable).toList()));
            }
            if (axis >= 0) {
                axes.add(axis);
            }
        }
        if (!header.contains(POPULATION)) {
            throw FaultsException.of(Fault.Code.NO_COLUMN, file.toString(), POPULATION, String.join(", ", header));
        }
    }

    private static double number(Path file, NamedCsvRecord line) {
        try {
            double number = Double.parseDouble(line.getField(POPULATION).strip());
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw FaultsException.of(Fault.Code.BAD_POPULATION, file.toString(), line.getStartingLineNumber());
        }
        throw FaultsException.of(Fault.Code.BAD_POPULATION, file.toString(), line.getStartingLineNumber());
    }
}
