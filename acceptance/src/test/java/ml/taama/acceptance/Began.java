package ml.taama.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The data folder of a site after its first start on an empty one: made once, copied for every site of the journeys. */
final class Began {

    private static final Path HOME = home();
    private static final String MADE = "select exists (select from cases.dossier)";
    private static final int PORT = 3;
    private static final int PAUSE = 100;
    private static final int PAUSES = 600;

    private Began() {}

    /** Fills an empty folder. */
    static void copy(Path folder) throws IOException {
        Process copy = new ProcessBuilder("cp", "-a", HOME + "/.", folder.toString())
                .inheritIO()
                .start();
        if (copy.onExit().join().exitValue() != 0) {
            throw new IOException("Not copied: " + HOME);
        }
    }

    private static Path home() {
        try {
            Site first = Site.start(Files.createTempDirectory("taama-began"), Map.of());
            untilPeopleAreInvented(first);
            first.stop();
            return first.home();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cases come after the people, all in one transaction. */
    private static void untilPeopleAreInvented(Site site) throws IOException, SQLException {
        try (Connection connection = owner(site);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < PAUSES; i++) {
                try (ResultSet made = statement.executeQuery(MADE)) {
                    made.next();
                    if (made.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("No invented people");
    }

    /** The database as its owner, with what the data folder keeps. */
    static Connection owner(Site site) throws IOException, SQLException {
        List<String> server = Files.readAllLines(site.postmaster());
        String password =
                Files.readString(site.home().resolve("secrets/database-owner")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.get(PORT).strip() + "/taama", "taama", password);
    }
}
