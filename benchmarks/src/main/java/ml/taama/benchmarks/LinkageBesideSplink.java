package ml.taama.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ml.taama.linkage.people.Register;

/**
 * How long does linkage take beside Splink 4 on DuckDB: the same register in ASCII, the same rules and comparisons, the
 * model that Splink trained, two threads each, one after the other? Command: {@code ./taama bench linkage}; sizes with
 * {@code TAAMA_BENCH_RECORDS=1000000,3000000}. The virtual environment is made in the data folder of benchmarks; where
 * there is none to be had, the run says that it was skipped.
 */
final class LinkageBesideSplink {

    private static final Path PYTHON = Product.ROOT.resolve("benchmarks/src/main/python");
    private static final String SPLINK = "splink>=4,<5";
    private static final String DUCKDB = "duckdb<2";

    private LinkageBesideSplink() {}

    static void run() throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(System.getenv()
                .getOrDefault(
                        "TAAMA_BENCH_FOLDER",
                        Product.ROOT.resolve(".build/bench").toString())));
        Path python = work.resolve("venv/bin/python");
        if (!Files.exists(python) && !made(work)) {
            System.out.println("Skipped: no virtual environment with Splink could be made.");
            return;
        }
        for (String size : System.getenv()
                .getOrDefault("TAAMA_BENCH_RECORDS", "1000000,3000000")
                .split(",")) {
            beside(work, python.toString(), Long.parseLong(size.strip()));
        }
    }

    private static boolean made(Path work) throws IOException, InterruptedException {
        return call(List.of("python3", "-m", "venv", work.resolve("venv").toString())) == 0
                && call(List.of(work.resolve("venv/bin/pip").toString(), "install", "-q", SPLINK, DUCKDB)) == 0;
    }

    private static void beside(Path work, String python, long records) throws IOException, InterruptedException {
        Path raw = work.resolve("register-" + records + ".csv");
        Path ascii = work.resolve("register-" + records + "-ascii.csv");
        if (!Files.exists(ascii)) {
            try (Writer out = Files.newBufferedWriter(raw)) {
                new Register(records, 7, 0.25).write(out);
            }
            call(List.of(python, PYTHON.resolve("ascii.py").toString(), raw.toString(), ascii.toString()));
        }
        Path splink = work.resolve("splink-" + records);
        System.out.printf("%n%d records: Splink%n", records);
        call(List.of(python, PYTHON.resolve("splink_run.py").toString(), ascii.toString(), splink.toString(), "fair"));
        System.out.printf("%d records: Taama%n", records);
        call(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory(records),
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "ml.taama.benchmarks.LinkageRun",
                splink.resolve("model.json").toString(),
                ascii.toString(),
                work.resolve("taama-" + records).toString(),
                "2"));
    }

    /** Little more than is needed, so that the collector does not spread over all the memory there is. */
    private static String memory(long records) {
        return Math.max(256, records / 1400) + "m";
    }

    private static int call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(2, TimeUnit.HOURS)) {
            process.destroy();
        }
        return process.exitValue();
    }
}
