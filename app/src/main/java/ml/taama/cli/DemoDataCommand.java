package ml.taama.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.people.InventedPeople;
import ml.taama.platform.database.Database;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code demo-data --people N --seed S}: an invented population for a database that holds no real person. */
final class DemoDataCommand implements Command {

    private static final String USAGE = "./taama demo-data --people N --seed S";
    private static final long NEXT = 5_000_000_000L;
    private static final int MOST = 10_000_000;

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        Optional<Options> options = Options.parse(arguments, "--people", "--seed")
                .filter(o -> o.has("--people", "--seed"))
                .filter(o -> o.value("--people", "").matches("[1-9][0-9]{0,7}")
                        && o.value("--seed", "").matches("[0-9]{1,9}"));
        if (options.isEmpty()) {
            return console.usage(USAGE);
        }
        int people = Math.min(MOST, Integer.parseInt(options.get().value("--people", "")));
        long seed = Long.parseLong(options.get().value("--seed", ""));
        long start = System.nanoTime();
        try (Database database = Session.database(settings);
                ConfigurableApplicationContext context = Session.context(database)) {
            if (!LoadPack.load(context, settings.pack(), settings, console, true)) {
                return 1;
            }
            AtomicLong last = new AtomicLong(System.nanoTime());
            context.getBean(InventedPeople.class).make(people, seed, done -> {
                if (System.nanoTime() - last.get() > NEXT) {
                    last.set(System.nanoTime());
                    console.say("cli.demo-data.progress", done, people);
                }
            });
        }
        console.say("cli.demo-data.done", people, Math.round((System.nanoTime() - start) / 1e9));
        return 0;
    }
}
