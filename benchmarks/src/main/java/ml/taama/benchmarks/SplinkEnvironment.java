package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A virtual environment with Splink, made in the data folder of benchmarks where there is none yet. */
record SplinkEnvironment(Path python) {

    private static final Path SCRIPTS = Product.ROOT.resolve("benchmarks/src/main/python");
    private static final String SPLINK = "splink>=4,<5";
    private static final String DUCKDB = "duckdb<2";

    /** The data folder of benchmarks: {@code TAAMA_BENCH_FOLDER}, or within the build folder. */
    static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getenv()
                .getOrDefault(
                        "TAAMA_BENCH_FOLDER",
                        Product.ROOT.resolve(".build/bench").toString())));
    }

    /** The environment, or nothing where none can be made, which is said. */
    static Optional<SplinkEnvironment> get() throws IOException, InterruptedException {
        Path folder = folder();
        Path python = folder.resolve("venv/bin/python");
        if (!Files.exists(python)
                && (call(List.of("python3", "-m", "venv", folder.resolve("venv").toString())) != 0
                        || call(List.of(folder.resolve("venv/bin/pip").toString(), "install", "-q", SPLINK, DUCKDB))
                                != 0)) {
            System.out.println("Skipped: no virtual environment with Splink could be made.");
            return Optional.empty();
        }
        return Optional.of(new SplinkEnvironment(python));
    }

    /** Runs a script of this module; what it prints is printed. */
    int run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(python.toString(), SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return call(command);
    }

    static int call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(4, TimeUnit.HOURS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
