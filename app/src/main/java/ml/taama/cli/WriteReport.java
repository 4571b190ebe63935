package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Database;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.reference.Packs;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportFiles;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code report --pack DIR --out DIR [--lang fr|en] [--by goal|round-table]}: the report of a pack, in every format. */
final class WriteReport implements Command {

    private static final String USAGE = "./taama report --pack DIR --out DIR [--lang fr|en] [--by goal|round-table]";

    private static final Map<String, Layout> LAYOUTS =
            Map.of("goal", Layout.BY_GOAL, "round-table", Layout.BY_ROUND_TABLE);

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        Optional<Options> options =
                Options.parse(arguments, "--pack", "--out", "--lang", "--by").filter(o -> o.has("--pack", "--out"));
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        Path pack = Path.of(options.get().value("--pack", ""));
        Path out = Path.of(options.get().value("--out", ""));
        @Nullable Layout layout = LAYOUTS.get(options.get().value("--by", "goal"));
        if (layout == null) {
            return console.usage(USAGE);
        }
        CompletableFuture<Void> ready = CompletableFuture.runAsync(ReportFiles::prepare);
        try (Database database = Session.throwAway(settings);
                ConfigurableApplicationContext context = Session.context(database)) {
            if (!LoadPack.load(context, pack, settings, console, true)) {
                return 1;
            }
            List<Review> reviews = context.getBean(Reviews.class).all();
            if (reviews.isEmpty()) {
                console.say("cli.report.no-review");
                return 1;
            }
            Locale language =
                    language(options.get(), context.getBean(Packs.class).languages());
            ready.join();
            write(context.getBean(NationalReports.class), reviews.getFirst(), language, layout, out, console);
            return 0;
        }
    }

    /** The language asked for, or the first of the pack. */
    private static Locale language(Options options, List<Locale> known) {
        String asked = options.value("--lang", known.getFirst().getLanguage());
        return known.stream()
                .filter(l -> l.getLanguage().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        PlatformProblem.SETTING,
                        "--lang",
                        asked,
                        String.join(
                                ", ", known.stream().map(Locale::getLanguage).toList())));
    }

    /** The formats are written side by side, since each leaves a core idle for most of its time. */
    private static void write(
            NationalReports reports, Review review, Locale language, Layout layout, Path out, Console console) {
        long start = System.nanoTime();
        Composition composition = reports.compose(review, language, layout);
        console.say("cli.report.composed", String.valueOf(millis(start)));
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, out).causedBy(e);
        }
        Map<ReportFiles, Long> times = new ConcurrentHashMap<>();
        Arrays.stream(ReportFiles.values()).parallel().forEach(file -> {
            long before = System.nanoTime();
            write(composition, file, out);
            times.put(file, millis(before));
        });
        for (ReportFiles file : ReportFiles.values()) {
            console.say("cli.report.format", file.file(), String.valueOf(times.getOrDefault(file, 0L)));
        }
        console.say("cli.report.total", String.valueOf(millis(start)), composition.hash());
    }

    private static void write(Composition composition, ReportFiles file, Path out) {
        try {
            Files.write(out.resolve(file.file()), file.write(composition));
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, out).causedBy(e);
        }
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
