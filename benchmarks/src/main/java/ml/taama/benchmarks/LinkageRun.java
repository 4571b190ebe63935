package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Field;
import ml.taama.linkage.LinkFiles;
import ml.taama.linkage.Linked;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.PairSink;
import ml.taama.linkage.PassReport;
import ml.taama.linkage.Rule;
import ml.taama.linkage.Settings;
import ml.taama.linkage.Trained;
import ml.taama.linkage.Training;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;

/**
 * One process of the comparison with Splink: reads, trains, predicts, clusters and writes, then predicts again when the
 * virtual machine is warm. Prints seconds by stage and the peak of its memory.
 */
public final class LinkageRun {

    private static final int AGAIN = 3;

    private LinkageRun() {}

    /** Arguments: model of Splink, input, output folder, threads. */
    public static void main(String[] arguments) throws IOException {
        Model splink = ModelFile.read(Path.of(arguments[0]));
        Path input = Path.of(arguments[1]);
        Path out = Files.createDirectories(Path.of(arguments[2]));
        int threads = Integer.parseInt(arguments[3]);
        Model model = with(splink, training());
        long start = System.nanoTime();
        Set<String> columns = model.fields().stream().map(Field::column).collect(Collectors.toSet());
        columns.add(model.id());
        Table table = new TableReader(columns, TableReader.LONGEST, n -> {}).read(input);
        double read = Figures.secondsSince(start);
        start = System.nanoTime();
        Settings settings = Settings.usual().withThreads(threads);
        Linker linker = new Linker(model, List.of(table), settings);
        double standardise = Figures.secondsSince(start);
        start = System.nanoTime();
        Trained trained = linker.train();
        double train = Figures.secondsSince(start);
        start = System.nanoTime();
        Linked linked;
        try (LinkFiles.PairFile pairs = LinkFiles.pairs(out.resolve("pairs.csv"), linker)) {
            linked = linker.link(splink, 0.9, pairs, Facts.NONE, java.util.Optional.empty());
        }
        double predict = Figures.secondsSince(start);
        start = System.nanoTime();
        int[] person = linked.clustering().person();
        LinkFiles.clusters(
                out.resolve("clusters.csv"),
                linker,
                List.of(table.name()),
                IntStream.range(0, person.length)
                        .mapToObj(i -> linker.id(person[i]))
                        .toList());
        LinkFiles.model(out.resolve("model.json"), trained.model());
        double write = Figures.secondsSince(start);
        System.out.printf(
                Locale.ROOT,
                "read %.2f standardise %.2f train %.2f predict+cluster %.2f write %.2f total %.2f%n",
                read,
                standardise,
                train,
                predict,
                write,
                read + standardise + train + predict + write);
        double counting =
                trained.passes().stream().mapToLong(PassReport::counting).sum() / 1e9;
        double iterating =
                trained.passes().stream().mapToLong(PassReport::iterating).sum() / 1e9;
        System.out.printf(Locale.ROOT, "em-counting %.3f em-iterations %.4f%n", counting, iterating);
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < AGAIN; i++) {
            start = System.nanoTime();
            linker.link(splink, 0.9, PairSink.none());
            warm.add(Figures.secondsSince(start));
        }
        System.out.printf(
                Locale.ROOT,
                "warm %s best %.2f%n",
                warm.stream().map(w -> String.format(Locale.ROOT, "%.2f", w)).toList(),
                warm.stream().min(Double::compare).orElse(0.0));
        System.out.printf(
                Locale.ROOT,
                "candidates %d patterns %d links %d%n",
                linked.candidates(),
                linked.patterns(),
                linked.links());
        System.out.printf(Locale.ROOT, "peak-mib %s%n", peak());
    }

    /** What Splink is told in {@code splink_run.py}. */
    private static Training training() {
        return new Training(
                List.of(Rule.on("national_id"), Rule.on("given_name", "surname", "birth_date", "mother_name")),
                0.4,
                List.of(Rule.on("phone"), Rule.on("given_name", "birth_date")),
                1_000_000,
                1,
                25,
                1e-4);
    }

    private static Model with(Model m, Training training) {
        return new Model(
                m.id(),
                m.sources(),
                m.text(),
                m.prior(),
                m.threshold(),
                m.names(),
                m.fields(),
                m.rules(),
                m.cap(),
                m.comparisons(),
                training,
                m.clusters(),
                m.groups());
    }

    static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "?";
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM"))
                .map(l -> String.valueOf(Long.parseLong(l.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("?");
    }
}
