package ml.taama.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.Resident;
import ml.taama.linkage.Settings;
import ml.taama.linkage.people.Register;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;

/**
 * How many records a second can be added to a resident register, and how long does it take to find a person? Baseline:
 * 1,000 records a second and 5 ms for the 99th percentile. Command: {@code ./taama bench linkage-resident}, with
 * {@code TAAMA_BENCH_RECORDS=10000000} and {@code JAVA_TOOL_OPTIONS=-Xmx13g}.
 */
final class LinkageResident {

    private static final int NEW = 20_000;
    private static final int SOUGHT = 20_000;

    private LinkageResident() {}

    static void run() throws IOException {
        long records = Long.parseLong(System.getenv().getOrDefault("TAAMA_BENCH_RECORDS", "1000000"));
        Path register = register(records, 7);
        Path other = register(NEW + SOUGHT, 8);
        Model model = ModelFile.read(Product.ROOT.resolve("docs/linkage/mali-register.json"));
        long start = System.nanoTime();
        Resident resident = new Resident(model, TableReader.all().read(register), Optional.empty(), Settings.usual());
        System.out.printf(
                "%nResident: %d records taken in and linked in %.1f s, peak %s MiB%n",
                records, Figures.secondsSince(start), LinkageRun.peak());
        Table table = TableReader.all().read(other);
        for (int i = 0; i < 2000; i++) {
            resident.find(values(table, NEW + i), 0.5);
        }
        start = System.nanoTime();
        for (int i = 0; i < NEW; i++) {
            resident.add("new" + i, values(table, i));
        }
        System.out.printf("added: %.0f records a second%n", NEW / Figures.secondsSince(start));
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SOUGHT; i++) {
            Map<String, String> values = values(table, NEW + i);
            start = System.nanoTime();
            resident.find(values, 0.5);
            times.add(Figures.secondsSince(start) * 1000);
        }
        Collections.sort(times);
        System.out.printf(
                "find: median %.3f ms, 99th percentile %.3f ms, worst %.3f ms%n",
                times.get(SOUGHT / 2), times.get(SOUGHT * 99 / 100), times.getLast());
    }

    private static Map<String, String> values(Table table, int record) {
        Map<String, String> values = new HashMap<>();
        for (Column column : table.columns()) {
            values.put(column.name(), column.value(record));
        }
        return values;
    }

    private static Path register(long records, long seed) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getenv()
                .getOrDefault(
                        "TAAMA_BENCH_FOLDER",
                        Product.ROOT.resolve(".build/bench").toString())));
        Path file = folder.resolve("register-" + records + "-seed-" + seed + ".csv");
        if (!Files.exists(file)) {
            try (Writer out = Files.newBufferedWriter(file)) {
                new Register(records, seed, 0.25).write(out);
            }
        }
        return file;
    }
}
