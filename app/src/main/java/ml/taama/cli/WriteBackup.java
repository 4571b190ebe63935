package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Backup;
import ml.taama.platform.database.Database;

/** {@code backup FILE}: everything of the installation, in one file. */
final class WriteBackup implements Command {

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (arguments.size() != 1) {
            return console.usage("./taama backup FILE");
        }
        Path file = Path.of(arguments.getFirst());
        try (Database database = Session.databaseAtWork(settings)) {
            console.say("cli.backup.done", file, Backup.write(database, file));
            return 0;
        }
    }
}
