package ml.taama.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Database;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code start}: the database, the packs, the site; runs until it is stopped. */
final class Start implements Command {

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (!arguments.isEmpty()) {
            return console.usage("./taama start");
        }
        refuseUsedPort(settings);
        Database database = Session.database(settings);
        ConfigurableApplicationContext context = site(database, settings);
        if (!LoadPack.load(context, settings.pack(), settings, console, false)) {
            context.close();
            return 1;
        }
        console.say("cli.ready", String.valueOf(settings.port()));
        return CommandLine.RUNNING;
    }

    static ConfigurableApplicationContext site(Database database, Settings settings) {
        SpringApplication application = Session.application(database);
        application.setDefaultProperties(Map.of(
                "server.port", settings.port(),
                "server.address", settings.address()));
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
