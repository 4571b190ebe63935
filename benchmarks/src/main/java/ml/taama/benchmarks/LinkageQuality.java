package ml.taama.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ml.taama.linkage.Evaluation;
import ml.taama.linkage.Evaluation.Quality;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.PairSink;
import ml.taama.linkage.Settings;
import ml.taama.linkage.people.Register;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;

/**
 * How many of the pairs of one person are found at equal precision, beside Splink set up in the usual ways, and which
 * standardiser earns it? Splink runs with its own rules on plain columns, and with our candidate pairs; each setup is
 * trained by EM and, as the most it could reach, from the truth. Command: {@code ./taama bench linkage-quality}, sizes
 * with {@code TAAMA_BENCH_RECORDS}, fewer of Splink's 48 setups with a regular expression in {@code TAAMA_BENCH_SETUPS}.
 */
final class LinkageQuality {

    private static final String TRUTH = "person";
    private static final List<Double> PRECISIONS = List.of(0.9, 0.95, 0.98, 0.99);
    private static final List<String> KEYS =
            List.of("nina", "phone", "given_key", "surname_key", "born_day", "born_year", "village", "mother_key");

    private LinkageQuality() {}

    static void run() throws IOException, InterruptedException {
        Optional<SplinkEnvironment> splink = SplinkEnvironment.get();
        for (String size :
                System.getenv().getOrDefault("TAAMA_BENCH_RECORDS", "300000").split(",")) {
            quality(SplinkEnvironment.folder(), Long.parseLong(size.strip()), splink);
        }
    }

    private static void quality(Path folder, long records, Optional<SplinkEnvironment> splink)
            throws IOException, InterruptedException {
        Path register = folder.resolve("quality-" + records + ".csv");
        try (Writer out = Files.newBufferedWriter(register)) {
            new Register(records, 7, 0.25).write(out);
        }
        Model model = ModelFile.read(Product.ROOT.resolve("docs/linkage/mali-register.json"));
        Table table = TableReader.all().read(register);
        System.out.printf("%n%d records%n%n| | candidate pairs | pairs completeness |", records);
        PRECISIONS.forEach(p -> System.out.printf(Locale.ROOT, " recall at precision %.2f |", p));
        System.out.printf(" best F1 |%n|---|---:|---:|%s---:|%n", "---:|".repeat(PRECISIONS.size()));
        Linker linker = new Linker(model, List.of(table), Settings.usual());
        Path keys = folder.resolve("quality-" + records + "-keys.csv");
        keys(linker, keys);
        long pairs = print("Taama", linker, linker.train().model()).pairs();
        print(
                "Taama, m from the truth",
                linker,
                linker.trainFromLabels(linker.train().model(), TRUTH));
        for (Map.Entry<String, UnaryOperator<Model>> one :
                LinkageAblations.all().entrySet()) {
            Linker other = new Linker(one.getValue().apply(model), List.of(table), Settings.usual());
            print("Taama without " + one.getKey(), other, other.train().model());
        }
        if (splink.isPresent()) {
            String setups = System.getenv().getOrDefault("TAAMA_BENCH_SETUPS", "");
            Path curves = folder.resolve("quality-" + records + "-splink.csv");
            splink.get().run("splink_quality.py", register.toString(), keys.toString(), curves.toString(), setups);
            splink(curves, pairs);
        }
    }

    private static Evaluation print(String name, Linker linker, Model used) {
        Evaluation evaluation = linker.link(used, 1, PairSink.none(), Facts.NONE, Optional.of(TRUTH))
                .evaluation()
                .orElseThrow();
        line(name, evaluation.candidates(), evaluation.pairsCompleteness(), evaluation.curve());
        return evaluation;
    }

    /** The recall at a precision is the most that any threshold of at least that precision reaches. */
    private static void line(String name, long candidates, double completeness, List<Quality> curve) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.4f |", name, candidates, completeness);
        for (double precision : PRECISIONS) {
            double recall = curve.stream()
                    .filter(q -> q.precision() >= precision)
                    .mapToDouble(Quality::recall)
                    .max()
                    .orElse(0);
            System.out.printf(Locale.ROOT, " %.4f |", recall);
        }
        System.out.printf(
                Locale.ROOT,
                " %.4f |%n",
                curve.stream().mapToDouble(Quality::f1).max().orElse(0));
    }

    /** The fields that our rules block on, so that Splink can score the same candidate pairs. */
    private static void keys(Linker linker, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("unique_id,k_" + String.join(",k_", KEYS) + "\n");
            for (int record = 0; record < linker.size(); record++) {
                int at = record;
                out.write(linker.id(record) + ","
                        + String.join(
                                ",", KEYS.stream().map(k -> linker.value(k, at)).toList())
                        + "\n");
            }
        }
    }

    private static void splink(Path curves, long pairs) throws IOException {
        Table table = TableReader.all().read(curves);
        Map<String, List<Quality>> setups = new LinkedHashMap<>();
        Map<String, Long> candidates = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            String setup = "Splink, " + table.column("rules").value(row) + " rules, "
                    + table.column("setup").value(row);
            long right = Long.parseLong(table.column("right").value(row));
            candidates.put(setup, Long.valueOf(table.column("candidates").value(row)));
            setups.computeIfAbsent(setup, s -> new ArrayList<>())
                    .add(new Quality(
                            Double.parseDouble(table.column("weight").value(row)),
                            right,
                            Long.parseLong(table.column("wrong").value(row)),
                            pairs - right));
        }
        setups.forEach((setup, curve) ->
                line(setup, candidates.getOrDefault(setup, 0L), curve.getLast().recall(), curve));
    }
}
