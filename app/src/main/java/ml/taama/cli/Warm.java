package ml.taama.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.database.Database;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportFiles;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code warm}, called by the script after a build: does once what people will do, so that the virtual machine can note
 * what it loads and start faster (the AOT cache of Java 25).
 */
final class Warm implements Command {

    private static final List<String> PAGES =
            List.of("fr", "fr/compact", "fr/compact/7", "fr/figures", "en/search?q=gao");

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        try (Database database = Session.throwAway(settings);
                ConfigurableApplicationContext context = site(database)) {
            LoadPack.load(context, settings.pack(), settings, console, true);
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            PAGES.forEach(page -> read("http://127.0.0.1:" + port + "/" + page));
            for (Review review : context.getBean(Reviews.class).all()) {
                Composition composition =
                        context.getBean(NationalReports.class).compose(review, Locale.FRENCH, Layout.BY_GOAL);
                for (ReportFiles file : ReportFiles.values()) {
                    file.write(composition);
                }
            }
            console.say("cli.warm.done");
            return 0;
        }
    }

    private static ConfigurableApplicationContext site(Database database) {
        SpringApplication application = Session.application(database);
        application.setDefaultProperties(Map.of("server.port", 0, "server.address", "127.0.0.1"));
        return application.run();
    }

    private static void read(String address) {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            in.readAllBytes();
        } catch (IOException e) {
            // A page that does not answer only makes the next start a little slower.
            return;
        }
    }
}
