package ml.taama.cli;

import java.util.List;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.audit.SealCheck;
import ml.taama.platform.database.Database;

/** {@code verify-audit}: whether the audit trail is as it was sealed; names every row that is not. */
final class VerifyAudit implements Command {

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (!arguments.isEmpty()) {
            return console.usage("./taama verify-audit");
        }
        try (Database database = Session.databaseAtWork(settings)) {
            SealCheck.Result result = SealCheck.of(database, settings.home());
            result.faults()
                    .forEach(fault -> console.say("cli.audit." + fault.wrong().word(), String.valueOf(fault.row())));
            console.say("cli.audit.read", result.sealed(), result.waiting(), result.file());
            console.say(
                    result.faults().isEmpty() ? "cli.audit.ok" : "cli.audit.faults",
                    result.faults().size());
            return result.faults().isEmpty() ? 0 : 1;
        }
    }
}
