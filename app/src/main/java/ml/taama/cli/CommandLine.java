package ml.taama.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.text.Messages;
import org.slf4j.LoggerFactory;

/** The commands behind {@code ./taama}. */
public final class CommandLine {

    /** Returned by a command that goes on in the background of the process. */
    public static final int RUNNING = -1;

    private static final int FAULT = 1;
    private static final int USAGE = 2;

    /** A command: what it is given, where it prints, and its exit code. */
    interface Command {
        int run(List<String> arguments, Settings settings, Console console);
    }

    /** Where a command prints, and in which words. */
    record Console(PrintStream out, PrintStream err, Messages messages, Locale language) {
        void say(String key, Object... arguments) {
            out.println(messages.text(language, key, arguments));
        }

        Console in(Locale other) {
            return new Console(out, err, messages, other);
        }

        int usage(String line) {
            err.println(messages.text(language, "cli.usage", line));
            return USAGE;
        }
    }

    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("start", new Start()),
            Map.entry("warm", new Warm()),
            Map.entry("report", new WriteReport()),
            Map.entry("check-pack", new CheckPack()),
            Map.entry("backup", new WriteBackup()),
            Map.entry("restore", new ReadBackup()),
            Map.entry("demo-data", new DemoDataCommand()),
            Map.entry("rotate-keys", new RotateKeys()),
            Map.entry("link", new LinkRecords()),
            Map.entry("synthetic-people", new SyntheticPeople()),
            Map.entry("tabulate", new Tabulate()),
            Map.entry("perturbation-table", new DesignPerturbation()),
            Map.entry("verify-audit", new VerifyAudit()));

    private CommandLine() {}

    /** Runs a command; a problem becomes one sentence. */
    public static int run(String... words) {
        Messages messages = Messages.shipped();
        Locale language = System.getenv().getOrDefault("LANG", "").startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
        Console console = new Console(System.out, System.err, messages, language);
        List<String> arguments = Arrays.asList(words);
        Command command = arguments.isEmpty() ? null : COMMANDS.get(arguments.getFirst());
        if (command == null) {
            console.err.println(messages.text(language, "cli.unknown", String.join(" ", arguments)));
            return USAGE;
        }
        try {
            Settings settings = Settings.of(System.getenv());
            return command.run(arguments.subList(1, arguments.size()), settings, console);
        } catch (Problem problem) {
            console.err.println(messages.text(language, problem));
            return FAULT;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(CommandLine.class).error("Unforeseen", e);
            console.err.println(
                    messages.text(language, "cli.bug", System.getenv().getOrDefault("TAAMA_LOG", "taama.log")));
            return FAULT;
        }
    }
}
