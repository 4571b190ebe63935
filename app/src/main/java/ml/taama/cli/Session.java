package ml.taama.cli;

import ml.taama.Taama;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.platform.home.DataFolder;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** How a command reaches the modules: the context without the web, over the database of the installation or another. */
final class Session {

    private Session() {}

    /** The database that the settings name, opened and up to date; closing it stops an embedded server. */
    static Database database(Settings settings) {
        if (settings.databaseUrl().isPresent()) {
            String secret = settings.secret().orElseGet(() -> DataFolder.secret(settings.home(), "installation"));
            return Database.external(settings.databaseUrl().get(), secret);
        }
        DataFolder home = DataFolder.open(settings.home());
        return settings.secret()
                .map(secret -> Database.embedded(home, settings.cache(), secret))
                .orElseGet(() -> Database.embedded(home, settings.cache()));
    }

    /** The same, or the database of a Taama that is at work in the data folder: to read while people go on working. */
    static Database databaseAtWork(Settings settings) {
        try {
            return database(settings);
        } catch (Problem problem) {
            if (!problem.code().equals(PlatformProblem.FOLDER_IN_USE.code())) {
                throw problem;
            }
            return Database.running(settings.home(), settings.secret()).orElseThrow(() -> problem);
        }
    }

    /** A new database on a server of its own; everything is gone when it is closed. */
    static Database throwAway(Settings settings) {
        return TemporaryDatabase.open(settings.cache());
    }

    /** The modules over a database, without the web. */
    static ConfigurableApplicationContext context(Database database) {
        SpringApplication application = application(database);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run();
    }

    /** The application over a database, not yet run. */
    static SpringApplication application(Database database) {
        SpringApplication application = new SpringApplication(Taama.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("database", Database.class, () -> database));
        application.setRegisterShutdownHook(true);
        return application;
    }
}
