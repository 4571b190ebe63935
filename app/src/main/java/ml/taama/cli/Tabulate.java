package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.tabulation.Gate;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Method;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.UtilityReport;
import ml.taama.tabulation.perturbation.PerturbationCsv;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.SchemaJson;

/** {@code tabulate}: microdata into one protected table. Needs no database; there is no unprotected output. */
final class Tabulate implements Command {

    private static final String USAGE = "./taama tabulate --data F.parquet|F.csv [--schema S.json] [--request R.json]"
            + " --rows a,b [--columns c] [--layers d] [--filter …] [--measure …] [--unit COLUMN] [--totals all|a,b]"
            + " [--order value|label] [--top N] [--compare VARIABLE=FROM..TO] [--method cell-key|suppression]"
            + " [--perturbation PTABLE.csv] [--threshold N] [--zeros hide|show] [--record-key COLUMN]"
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
        KeySource keys = options.value("--record-key")
                .<KeySource>map(KeySource.Column::new)
                .orElseGet(() -> new KeySource.Secret(RecordKeyFile.keys(System.getenv(), settings, console)));
        Source source = Source.of(options.data(), keys).modulo(noise.modulus());
        if (options.value("--schema").isPresent()) {
            source = source.described(
                    SchemaJson.read(Path.of(options.value("--schema").get())));
        }
        if (options.value("--unit").isPresent()) {
            source = source.counting(options.value("--unit").get());
        }
        Rules rules = options.rules(replay);
        Method method = options.suppression()
                ? new Method.Suppression(Math.max(2, rules.threshold()))
                : new Method.CellKey(noise, replay);
        try (Release release = Release.open(source)) {
            Gate.Outcome outcome = new Gate(method, rules).protect(release.count(request));
            TableFile.write(outcome.table(), options, console);
            tell(outcome.utility(), options.out(), console);
        }
        return 0;
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
