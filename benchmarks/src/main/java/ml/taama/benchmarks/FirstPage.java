package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long after {@code ./taama start} is the first page there, from the second start on? Baseline: the same without the
 * AOT cache of the virtual machine. Command: {@code ./taama bench first-page}.
 */
final class FirstPage {

    private static final int ROUNDS = 5;
    private static final Map<String, String> WITHOUT = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off");

    private FirstPage() {}

    static void run() throws IOException, InterruptedException {
        Path home = Product.newHome();
        double first = seconds(home, Map.of());
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            with.add(seconds(home, Map.of()));
            without.add(seconds(home, WITHOUT));
        }
        System.out.printf("%n| first page after `./taama start` | median s | worst s |%n|---|---:|---:|%n");
        System.out.printf("| empty data folder: database made, packs loaded | %.1f | |%n", first);
        System.out.printf("| later starts | %.1f | %.1f |%n", Figures.median(with), Figures.worst(with));
        System.out.printf(
                "| later starts without the AOT cache | %.1f | %.1f |%n",
                Figures.median(without), Figures.worst(without));
        System.out.printf("%nWith the cache: %.1f times as fast.%n", Figures.median(without) / Figures.median(with));
    }

    private static double seconds(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Product product = Product.start(home, settings)) {
            Product.get(product.at("/fr"));
            return Figures.secondsSince(start);
        }
    }
}
