package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.documents.HtmlWriter;
import ml.taama.linkage.ClusterNames;
import ml.taama.linkage.Facts;
import ml.taama.linkage.LinkFiles;
import ml.taama.linkage.LinkageException;
import ml.taama.linkage.Linked;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.Probabilities;
import ml.taama.linkage.Trained;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** {@code link}: which records of one or two files are one person. Needs no database. */
final class LinkRecords implements Command {

    private static final String USAGE = "./taama link --model MODEL.json --input A.csv [--right B.csv] --out DIR"
            + " [--threshold P] [--train] [--truth COLUMN] [--id COLUMN] [--previous CLUSTERS.csv]"
            + " [--text characters|bytes] [--threads N] [--lang fr|en]";

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        List<String> words = new ArrayList<>();
        for (String word : arguments) {
            words.add(word);
            if (word.equals("--train")) {
                words.add("yes");
            }
        }
        Optional<LinkOptions> options = LinkOptions.parse(words);
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        Console reader = options.get().language().map(console::in).orElse(console);
        try {
            return run(options.get(), reader);
        } catch (LinkageException e) {
            throw LinkageProblem.of(e);
        } catch (OutOfMemoryError e) {
            throw LinkageProblem.outOfMemory();
        }
    }

    private static int run(LinkOptions options, Console console) {
        long start = System.nanoTime();
        LinkProgress progress = new LinkProgress(console);
        Model model = options.apply(ModelFile.read(options.model()));
        List<Table> tables = new ArrayList<>();
        for (Path file : options.inputs()) {
            tables.add(new TableReader(options.columns(model), TableReader.LONGEST, n -> progress.at("read", n, 0))
                    .read(file));
        }
        Linker linker = new Linker(
                model,
                tables,
                new ml.taama.linkage.Settings(
                        options.threads(), Runtime.getRuntime().maxMemory() / 2, progress));
        progress.say("linkage.read", linker.size(), seconds(start));
        Optional<Trained> trained = options.train() ? Optional.of(linker.train()) : Optional.empty();
        trained.ifPresent(t -> progress.say("linkage.trained", t.passes().size(), seconds(start)));
        Model used = trained.map(Trained::model).orElse(model);
        try {
            Files.createDirectories(options.out());
            write(options, console, tables, linker, used, trained, start);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, options.out()).causedBy(e);
        }
        return 0;
    }

    private static void write(
            LinkOptions options,
            Console console,
            List<Table> tables,
            Linker linker,
            Model used,
            Optional<Trained> trained,
            long start)
            throws IOException {
        Linked linked;
        WeakestLink weakest;
        long written;
        try (LinkFiles.PairFile pairs = LinkFiles.pairs(options.out().resolve("pairs.csv"), linker)) {
            weakest = new WeakestLink(pairs, Probabilities.weight(used.threshold()));
            linked = linker.link(used, options.least(used), weakest, Facts.NONE, options.truth());
            written = pairs.written();
        }
        LinkFiles.model(options.out().resolve("model.json"), linked.model());
        ClusterNames names = LinkNames.of(options, tables, linker, linked);
        LinkFiles.clusters(
                options.out().resolve("clusters.csv"),
                linker,
                tables.stream().map(Table::name).toList(),
                names.names());
        if (linked.evaluation().isPresent()) {
            LinkFiles.evaluation(
                    options.out().resolve("evaluation.json"),
                    linked.evaluation().get(),
                    used.threshold());
        }
        LinkReport report = new LinkReport(console.messages(), console.language(), tables, linker, linked, trained);
        LinkReport.@Nullable Example example = weakest.example(linker, linked.model());
        Files.writeString(
                options.out().resolve("report.html"),
                HtmlWriter.page(report.write(
                        options.model(), LinkOptions.modified(options.inputs()), written, example, names)));
        console.say(
                "linkage.done", linked.candidates(), linked.links(), report.persons(), options.out(), seconds(start));
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }
}
