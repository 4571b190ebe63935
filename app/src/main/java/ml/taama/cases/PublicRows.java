package ml.taama.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import ml.taama.cases.PublicTable.Subject;
import ml.taama.cases.statistics.Assistance;
import ml.taama.cases.statistics.CaseStatistics;

/** The de-identified rows beneath a release, as CSV: what is counted, and what a later release is held against. */
record PublicRows(Map<Subject, byte[]> files) {

    private static final Map<Subject, String[]> HEADERS = Map.of(
            Subject.ASSISTANCE,
                    new String[] {
                        "person",
                        "service",
                        "sex",
                        "age",
                        "generation",
                        "country",
                        "need",
                        "organisation",
                        "pathway",
                        "year"
                    },
            Subject.CASES, new String[] {"unit", "outcome", "pathway", "year"},
            Subject.REFERRALS, new String[] {"unit", "state", "year"});

    PublicRows {
        files = Map.copyOf(files);
    }

    /** What may be counted now. */
    static PublicRows now(CaseStatistics statistics) {
        Map<Subject, byte[]> files = new EnumMap<>(Subject.class);
        files.put(
                Subject.ASSISTANCE,
                csv(Subject.ASSISTANCE, statistics.assistance().stream().map(PublicRows::cells)));
        files.put(Subject.CASES, csv(Subject.CASES, statistics.ended().stream().map(c ->
                new String[] {c.unit(), c.outcome(), c.pathway(), String.valueOf(c.year())})));
        files.put(
                Subject.REFERRALS,
                csv(Subject.REFERRALS, statistics.made().stream().map(r ->
                        new String[] {r.unit(), r.state(), String.valueOf(r.year())})));
        return new PublicRows(files);
    }

    private static String[] cells(Assistance row) {
        String generation = switch (row.ageGroup()) {
            case "0-4", "5-14", "15-17" -> "child";
            case "unknown" -> "unknown";
            default -> "adult";
        };
        return new String[] {
            row.person(),
            String.valueOf(row.service()),
            row.sex(),
            row.ageGroup(),
            generation,
            row.country(),
            row.need(),
            row.organisation(),
            row.pathway(),
            String.valueOf(row.month().getYear())
        };
    }

    private static byte[] csv(Subject subject, Stream<String[]> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(HEADERS.get(subject));
        rows.forEach(csv::writeRecord);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] file(Subject subject) {
        return Objects.requireNonNull(files.get(subject));
    }

    /** The values of a variable that occur, whichever rows have it, in order. */
    TreeSet<String> values(String variable) {
        TreeSet<String> values = new TreeSet<>();
        for (Subject subject : Subject.values()) {
            int column = List.of(Objects.requireNonNull(HEADERS.get(subject))).indexOf(variable);
            if (column >= 0) {
                read(file(subject), column, values);
            }
        }
        return values;
    }

    private static void read(byte[] csv, int column, TreeSet<String> values) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            reader.stream().skip(1).map(r -> r.getField(column)).forEach(values::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are, and nothing of them. */
    @Override
    public String toString() {
        return "PublicRows";
    }
}
