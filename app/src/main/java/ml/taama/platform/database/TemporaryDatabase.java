package ml.taama.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * A database for a moment, on a server of its own in a temporary folder. A migrated, empty one is kept as a model, since
 * copying it takes a tenth of the time of making it.
 */
public final class TemporaryDatabase {

    /** The model holds no data, listens on loopback for seconds only, and its copies die with their process. */
    private static final String PASSWORD = "temporary";

    private TemporaryDatabase() {}

    /**
     * Opens one; closing it leaves nothing behind.
     *
     * @param cache where binaries and model are kept
     */
    public static Database open(Path cache) {
        try {
            Path folder = Files.createTempDirectory("taama-");
            Folders.copy(model(cache), folder.resolve("data"));
            EmbeddedPostgres postgres = EmbeddedPostgres.startUnkept(cache, folder, PASSWORD);
            return Database.on(postgres, PASSWORD, () -> {
                postgres.close();
                Folders.delete(folder);
            });
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, cache).causedBy(e);
        }
    }

    private static Path model(Path cache) throws IOException {
        Path model = cache.resolve("model-" + MigrationState.ofProduct().substring(0, 16));
        if (Files.isDirectory(model)) {
            return model;
        }
        Files.createDirectories(cache);
        Path draft = Files.createTempDirectory(cache, "modelling-");
        EmbeddedPostgres postgres = EmbeddedPostgres.startUnkept(cache, draft, PASSWORD);
        Database.on(postgres, PASSWORD, postgres).close();
        Folders.moveOnce(draft.resolve("data"), model);
        Folders.delete(draft);
        return model;
    }
}
