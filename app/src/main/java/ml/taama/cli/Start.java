package ml.taama.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Database;
import ml.taama.platform.mail.Mails;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code start}: the database, the packs, the site; runs until it is stopped. */
final class Start implements Command {

    private static final List<String> DEMO = List.of("--demo", "--no-demo");

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        boolean known = arguments.isEmpty() || (arguments.size() == 1 && DEMO.contains(arguments.getFirst()));
        if (!known) {
            return console.usage("./taama start [--demo|--no-demo]");
        }
        boolean demo = arguments.contains("--demo");
        if (demo && !settings.onLoopback()) {
            throw Problem.of(PlatformProblem.SETTING, "TAAMA_ADDRESS", settings.address(), "127.0.0.1 (--demo)");
        }
        Mails.check(System.getenv().getOrDefault("TAAMA_SMTP_URL", ""));
        refuseUsedPort(settings);
        Database database = Session.database(settings);
        ConfigurableApplicationContext context = site(database, settings);
        if (!LoadPack.load(context, settings.pack(), settings, console, false)) {
            context.close();
            return 1;
        }
        boolean wanted = demo || (arguments.isEmpty() && settings.onLoopback());
        context.getBean(FirstAccounts.class)
                .make(wanted)
                .ifPresent(path -> console.say("cli.first-account", "http://localhost:" + settings.port() + path));
        console.say("cli.ready", String.valueOf(settings.port()));
        return CommandLine.RUNNING;
    }

    static ConfigurableApplicationContext site(Database database, Settings settings) {
        SpringApplication application = Session.application(database);
        application.setDefaultProperties(Map.of(
                "server.port", settings.port(),
                "server.address", settings.address(),
                "taama.seals", settings.home().toString()));
        return application.run();
    }

    private static void refuseUsedPort(Settings settings) {
        try (ServerSocket _ = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
            return;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.PORT_IN_USE, String.valueOf(settings.port()))
                    .causedBy(e);
        }
    }
}
