package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.tabulation.perturbation.PerturbationCsv;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.PerturbationProperties;
import ml.taama.tabulation.perturbation.PerturbationTable;

/** {@code perturbation-table}: designs a perturbation table, verifies it value by value, and says what holds. */
final class DesignPerturbation implements Command {

    private static final String USAGE = "./taama perturbation-table --max-deviation D --variance V"
            + " [--smallest N] [--keys K] [--rows R] --out PTABLE.csv";

    private static final String WHOLE = "\\d{1,9}";

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        Optional<Options> options = Options.parse(
                        arguments, "--max-deviation", "--variance", "--smallest", "--keys", "--rows", "--out")
                .filter(o -> o.has("--max-deviation", "--variance", "--out"))
                .filter(DesignPerturbation::numbers);
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        return Faulty.say(console, () -> design(options.get(), console));
    }

    private static boolean numbers(Options options) {
        return options.value("--variance", "").matches("\\d{1,9}(\\.\\d{1,9})?")
                && List.of("--max-deviation", "--smallest", "--keys", "--rows").stream()
                        .allMatch(n -> options.value(n, "1").matches(WHOLE));
    }

    private static int design(Options options, Console console) {
        PerturbationDesign otherwise = PerturbationDesign.DEFAULT;
        int deviation = Integer.parseInt(options.value("--max-deviation", ""));
        double variance = Double.parseDouble(options.value("--variance", ""));
        PerturbationDesign design = new PerturbationDesign(
                deviation,
                variance,
                Integer.parseInt(
                        options.value("--smallest", String.valueOf(Math.min(otherwise.smallest(), deviation + 1)))),
                Integer.parseInt(options.value("--keys", String.valueOf(otherwise.modulus()))),
                Integer.parseInt(options.value("--rows", String.valueOf(otherwise.rows()))));
        PerturbationTable table = design.table();
        write(PerturbationCsv.write(table), Path.of(options.value("--out", "")));
        tell(PerturbationProperties.of(table), variance, console);
        return 0;
    }

    private static void write(String text, Path out) {
        try {
            if (out.toAbsolutePath().getParent() != null) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            Files.writeString(out, text);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, out).causedBy(e);
        }
    }

    private static void tell(PerturbationProperties properties, double variance, Console console) {
        PerturbationProperties.Row last = properties.rows().getLast();
        console.say("tabulation.design.shape", properties.rows().size());
        console.say("tabulation.design.bounded", properties.maxDeviation());
        console.say("tabulation.design.mean", properties.unbiased() ? 0 : 1);
        console.say("tabulation.design.negative", properties.notNegative() ? 0 : 1);
        console.say("tabulation.design.smallest", properties.smallestPositive());
        console.say("tabulation.design.variance", last.variance(), variance);
        console.say("tabulation.design.unchanged", last.unchanged());
        properties
                .otherVariance(variance)
                .forEach(r -> console.say("tabulation.design.other", r.count(), r.variance()));
    }
}
