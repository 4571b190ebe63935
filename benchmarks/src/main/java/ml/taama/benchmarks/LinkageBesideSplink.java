package ml.taama.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.people.Register;

/**
 * How long does linkage take beside Splink 4 on DuckDB: the same register in ASCII, the same rules and comparisons, the
 * model that Splink trained, two threads each, one after the other? Command: {@code ./taama bench linkage}; sizes with
 * {@code TAAMA_BENCH_RECORDS=1000000,3000000}. The virtual environment is made in the data folder of benchmarks; where
 * there is none to be had, the run says that it was skipped.
 */
final class LinkageBesideSplink {

    private LinkageBesideSplink() {}

    static void run() throws IOException, InterruptedException {
        Optional<SplinkEnvironment> splink = SplinkEnvironment.get();
        if (splink.isEmpty()) {
            return;
        }
        for (String size : System.getenv()
                .getOrDefault("TAAMA_BENCH_RECORDS", "1000000,3000000")
                .split(",")) {
            beside(SplinkEnvironment.folder(), splink.get(), Long.parseLong(size.strip()));
        }
    }

    private static void beside(Path work, SplinkEnvironment splink, long records)
            throws IOException, InterruptedException {
        Path raw = work.resolve("register-" + records + ".csv");
        Path ascii = work.resolve("register-" + records + "-ascii.csv");
        if (!Files.exists(ascii)) {
            try (Writer out = Files.newBufferedWriter(raw)) {
                new Register(records, 7, 0.25).write(out);
            }
            splink.run("ascii.py", raw.toString(), ascii.toString());
        }
        Path theirs = work.resolve("splink-" + records);
        System.out.printf("%n%d records: Splink%n", records);
        splink.run("splink_run.py", ascii.toString(), theirs.toString(), "fair");
        System.out.printf("%d records: Taama%n", records);
        SplinkEnvironment.call(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory(records),
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "ml.taama.benchmarks.LinkageRun",
                theirs.resolve("model.json").toString(),
                ascii.toString(),
                work.resolve("taama-" + records).toString(),
                "2"));
    }

    /** Little more than is needed, so that the collector does not spread over all the memory there is. */
    private static String memory(long records) {
        return Math.max(256, records / 1400) + "m";
    }
}
