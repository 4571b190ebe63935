package ml.taama.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.tabulation.Gate;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Method;
import ml.taama.tabulation.QueryBudget;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.Unprotected;
import ml.taama.tabulation.UtilityReport;
import ml.taama.tabulation.perturbation.PerturbationCsv;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.SchemaJson;

/** {@code tabulate}: microdata into one protected table. Needs no database; there is no unprotected output. */
final class Tabulate implements Command {

    private static final String USAGE = "./taama tabulate --data F.parquet|F.csv [--schema S.json] [--request R.json]"
            + " --rows a,b [--columns c] [--layers d] [--filter …] [--measure …] [--unit COLUMN] [--totals all|a,b]"
            + " [--order value|label] [--top N] [--compare VARIABLE=FROM..TO] [--method cell-key|suppression]"
            + " [--perturbation PTABLE.csv] [--threshold N] [--zeros hide|show] [--record-key COLUMN]"
            + " [--budget FILE] [--previous-release F[,G…]]"
            + " --out FILE [--format csv|xlsx|json|html|svg]"
            + " [--chart bar|line|pyramid|heat-map|map] [--boundaries F.geojson]";

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        Optional<TabulateOptions> options = TabulateOptions.parse(arguments);
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        return Faulty.say(console, () -> tabulate(options.get(), settings, console));
    }

    private static int tabulate(TabulateOptions options, Settings settings, Console console) {
        TableRequest request = options.request();
        Optional<PerturbationTable> given =
                options.value("--perturbation").map(Path::of).map(PerturbationCsv::read);
        PerturbationTable noise = given.orElseGet(PerturbationDesign.DEFAULT::table);
        boolean replay = given.isPresent() && options.value("--record-key").isPresent();
        Optional<Schema> schema = options.value("--schema").map(Path::of).map(SchemaJson::read);
        readable(options);
        Source source = source(options, noise, schema, settings, console);
        Rules rules = options.rules(replay);
        Method method = options.suppression()
                ? new Method.Suppression(Math.max(2, rules.threshold()))
                : new Method.CellKey(noise, replay);
        try (Release release = Release.open(source)) {
            Unprotected counts = release.count(request);
            Unprotected held =
                    TabulateReleases.held(counts, options.previous(), source, request, Math.max(2, rules.threshold()));
            Gate.Outcome outcome = new Gate(method, rules).protect(held);
            Optional<QueryBudget> left = options.value("--budget")
                    .map(Path::of)
                    .map(file -> TabulateBudget.admit(file, options.data(), counts));
            TableFile.write(outcome.table(), options, console);
            tell(outcome.utility(), options.out(), console);
            left.ifPresent(b ->
                    console.say("tabulation.budget.left", b.tables() - b.asked().size(), b.tables()));
        }
        return 0;
    }

    /** Before a secret is made for data that are not there. */
    private static void readable(TabulateOptions options) {
        List<Fault> missing = Stream.concat(Stream.of(options.data()), options.previous().stream())
                .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
                .map(file -> Fault.of(Fault.Code.FILE_UNREADABLE, file.toString()))
                .toList();
        if (!missing.isEmpty()) {
            throw new FaultsException(missing);
        }
    }

    private static Source source(
            TabulateOptions options,
            PerturbationTable noise,
            Optional<Schema> schema,
            Settings settings,
            Console console) {
        KeySource keys = options.value("--record-key")
                .<KeySource>map(KeySource.Column::new)
                .orElseGet(() -> new KeySource.Secret(RecordKeyFile.keys(System.getenv(), settings, console)));
        Source plain = Source.of(options.data(), keys).modulo(noise.modulus());
        Source described = schema.map(plain::described).orElse(plain);
        return options.value("--unit").map(described::counting).orElse(described);
    }

    private static void tell(UtilityReport report, Path out, Console console) {
        console.say("tabulation.done", out, report.cells(), report.suppressed());
        if (!Double.isNaN(report.meanAbsoluteDeviation())) {
            console.say("tabulation.utility", report.changed(), report.meanAbsoluteDeviation(), report.maxDeviation());
        }
    }

    /** What the options may be called. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "--format", List.of("csv", "xlsx", "json", "html", "svg"),
            "--chart", List.of("bar", "line", "pyramid", "heat-map", "map"),
            "--method", List.of("cell-key", "suppression"),
            "--zeros", List.of("hide", "show"),
            "--order", List.of("value", "label"));
}
