package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.audit.SealFile;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Restore;

/** {@code restore FILE}: a backup into an empty installation. */
final class ReadBackup implements Command {

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (arguments.size() != 1) {
            return console.usage("./taama restore FILE");
        }
        try (Database database = Session.database(settings)) {
            long rows = Restore.read(Path.of(arguments.getFirst()), database);
            new SealFile(settings.home()).setAside();
            console.say("cli.restore.done", rows);
            return 0;
        }
    }
}
