package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long does the national report take, in a new process (cold) and in one that has written it before (warm)?
 * Baseline: headless Chromium printing the same HTML as PDF, without tags for assistive technology in the first place.
 * Command: {@code ./taama bench report}.
 */
final class ReportTimes {

    private static final int ROUNDS = 5;
    private static final Pattern TIME = Pattern.compile("([^\\s:]+|All formats): (\\d+) ms");

    private ReportTimes() {}

    static void run() throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("taama-report");
        List<String> cold = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        List<Double> chromium = new ArrayList<>();
        List<String> report = List.of("report", "--pack", pack(), "--out", out.toString());
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            cold.add(said(command(Product.ROOT.resolve("taama").toString(), report)));
            wall.add(Figures.secondsSince(start));
            chromium.add(printed(out));
        }
        List<String> words = new ArrayList<>(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Repeat.class.getName()));
        words.addAll(report);
        String warm = said(command(ProcessHandle.current().info().command().orElse("java"), words));
        print(times(String.join("\n", cold)), times(warm), wall, chromium);
    }

    /** Writes the report several times in one process; the last times are those of a warm one. */
    static final class Repeat {

        private static final int TIMES = 8;

        private Repeat() {}

        /** Calls the command line of the product, found on the class path. */
        public static void main(String[] words) throws ReflectiveOperationException {
            for (int time = 0; time < TIMES; time++) {
                Class.forName("ml.taama.cli.CommandLine")
                        .getMethod("run", String[].class)
                        .invoke(null, (Object) words);
            }
        }
    }

    private static void print(
            Map<String, List<Double>> cold, Map<String, List<Double>> warm, List<Double> wall, List<Double> chromium) {
        System.out.printf("%n| national report of Mali | cold ms | warm ms |%n|---|---:|---:|%n");
        cold.forEach((what, times) -> {
            List<Double> later = Objects.requireNonNull(warm.get(what));
            System.out.printf(
                    "| %s | %.0f | %.0f |%n",
                    what, Figures.median(times), Figures.median(later.subList(later.size() / 2, later.size())));
        });
        System.out.printf(
                "| the whole command, with its throw-away database | %.0f | |%n", 1000 * Figures.median(wall));
        System.out.printf("| Chromium, the HTML as PDF | %.0f | |%n", 1000 * Figures.median(chromium));
    }

    private static String pack() {
        return Product.ROOT.resolve("packs/mali").toString();
    }

    private static ProcessBuilder command(String program, List<String> words) {
        List<String> all = new ArrayList<>(List.of(program));
        all.addAll(words);
        return new ProcessBuilder(all).redirectErrorStream(true);
    }

    private static String said(ProcessBuilder command) throws IOException, InterruptedException {
        Map<String, String> environment = command.environment();
        environment.put("LANG", "C.UTF-8");
        environment.put("TAAMA_PACKS", Product.ROOT.resolve("packs").toString());
        environment.put("TAAMA_CACHE", Product.ROOT.resolve(".build").toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private static Map<String, List<Double>> times(String said) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Matcher found = TIME.matcher(said);
        while (found.find()) {
            times.computeIfAbsent(found.group(1), n -> new ArrayList<>()).add(Double.valueOf(found.group(2)));
        }
        return times;
    }

    private static double printed(Path out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        said(new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--print-to-pdf=" + out.resolve("chromium.pdf"),
                        out.resolve("national-report.html").toUri().toString())
                .redirectErrorStream(true));
        return Figures.secondsSince(start);
    }
}
