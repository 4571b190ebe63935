package ml.taama.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.linkage.people.Register;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/** {@code synthetic-people --records N --seed S --out F [--duplicates R]}: an invented register, with the truth. */
final class SyntheticPeople implements Command {

    private static final String USAGE = "./taama synthetic-people --records N --seed S --out FILE [--duplicates R]";

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        Optional<Options> options = Options.parse(arguments, "--records", "--seed", "--out", "--duplicates")
                .filter(o -> o.has("--records", "--seed", "--out"));
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        Register register;
        try {
            register = new Register(
                    Long.parseLong(options.get().value("--records", "")),
                    Long.parseLong(options.get().value("--seed", "")),
                    Double.parseDouble(options.get().value("--duplicates", "0.25")));
        } catch (IllegalArgumentException e) {
            return console.usage(USAGE);
        }
        Path file = Path.of(options.get().value("--out", ""));
        try (Writer out = Files.newBufferedWriter(file)) {
            register.write(out);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, file).causedBy(e);
        }
        console.say("linkage.people.done", file, register.records());
        return 0;
    }
}
