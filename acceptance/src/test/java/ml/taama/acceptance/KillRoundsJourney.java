package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application or its database is killed while rows are written: what was committed is there at the next start. */
class KillRoundsJourney {

    private static final int ROUNDS = 3;
    private static final int ROWS = 200;

    /** Line of the server's own file that tells its port. */
    private static final int PORT = 3;

    private final Site site = Site.start();
    private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
    private int next;

    @BeforeEach
    void table() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table public.written (n integer primary key)");
        }
    }

    @AfterEach
    void stop() {
        site.stop();
    }

    @Test
    void survivesTheDeathOfTheApplication() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            writeAndThen(() -> {
                site.application().destroyForcibly();
                site.application().onExit().join();
            });
            site.startAgain();
            everyRowIsThere();
            assertThat(site.get("/fr").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void survivesTheDeathOfTheDatabase() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ProcessHandle before = site.database();
            writeAndThen(before::destroyForcibly);
            before.onExit().join();
            waitForAnotherServer(before);
            everyRowIsThere();
            assertThat(site.get("/fr/search?q=gao").statusCode()).isEqualTo(200);
        }
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /** Writes rows one by one, strikes in the middle, and stops at the first that fails. */
    private void writeAndThen(Blow blow) throws Exception {
        AtomicBoolean struck = new AtomicBoolean();
        int goal = committed.size() + ROWS;
        Thread writer = Thread.ofPlatform().start(() -> write(struck));
        while (committed.size() < goal) {
            Thread.sleep(1);
        }
        blow.strike();
        struck.set(true);
        writer.join();
    }

    private void write(AtomicBoolean struck) {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("insert into public.written values (?)")) {
            while (!struck.get()) {
                int row = next++;
                insert.setInt(1, row);
                insert.executeUpdate();
                committed.add(row);
            }
        } catch (SQLException | IOException e) {
            // The server is gone: rows that were not acknowledged do not count.
            return;
        }
    }

    private void waitForAnotherServer(ProcessHandle before) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Connection connection = connect()) {
                if (connection.isValid(1) && site.database().pid() != before.pid()) {
                    return;
                }
            } catch (SQLException | IOException | RuntimeException e) {
                // Not yet.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No other server came");
    }

    private void everyRowIsThere() throws Exception {
        Set<Integer> found = new HashSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n from public.written")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        assertThat(found).containsAll(committed);
    }

    /** As the owner, with what the data folder keeps. */
    private Connection connect() throws SQLException, IOException {
        List<String> server = Files.readAllLines(site.postmaster());
        String password =
                Files.readString(site.home().resolve("secrets/database-owner")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.get(PORT).strip() + "/taama", "taama", password);
    }
}
