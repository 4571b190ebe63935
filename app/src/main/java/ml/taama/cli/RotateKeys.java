package ml.taama.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Database;
import ml.taama.platform.vault.KeyRotation;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code rotate-keys}: new keys for everything that is sealed; may be cut short and run again. */
final class RotateKeys implements Command {

    private static final long NEXT = 5_000_000_000L;

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (!arguments.isEmpty()) {
            return console.usage("./taama rotate-keys");
        }
        try (Database database = Session.database(settings)) {
            KeyRotation.refuseAtWork(database);
            try (ConfigurableApplicationContext context = Session.context(database)) {
                KeyRotation.Result result = rotate(context.getBean(KeyRotation.class), console);
                if (result.lost() > 0) {
                    console.say("cli.rotate.kept", result.lost(), result.sealed());
                    return 1;
                }
                console.say("cli.rotate.done", result.sealed());
                return 0;
            }
        }
    }

    private static KeyRotation.Result rotate(KeyRotation rotation, Console console) {
        AtomicLong last = new AtomicLong(System.nanoTime());
        return rotation.run((table, done, all) -> {
            if (System.nanoTime() - last.get() > NEXT) {
                last.set(System.nanoTime());
                console.say("cli.rotate.progress", table, done, all);
            }
        });
    }
}
