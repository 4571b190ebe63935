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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import ml.taama.acceptance.Clerk.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The application or its database is killed while rows are written: what was committed is there at the next start. People who
 * register others and write down services find everything that was acknowledged, once; {@code -Dtaama.kill.rounds=20} kills longer
 * than CI does.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KillRoundsJourney {

    private static final int ROUNDS = 3;
    private static final int ROWS = 200;
    private static final int CLERKS = 6;
    private static final int KILLS = Integer.getInteger("taama.kill.rounds", 2);
    private static final int WRITES = Integer.getInteger("taama.kill.writes", 150);

    /** Line of the server's own file that tells its port. */
    private static final int PORT = 3;

    private final Site site = Site.start();
    private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
    private int next;

    @BeforeAll
    void table() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table public.written (n integer primary key)");
        }
    }

    @AfterAll
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

    /** Alternately the application and its database, in the middle of what several people write at once. */
    @Test
    void keepsEveryAcknowledgedWriteOnceWhoeverDies() throws Exception {
        Ledger ledger = new Ledger();
        AtomicBoolean written = new AtomicBoolean();
        List<Clerk> clerks = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            clerks.add(Clerk.at(site, ledger, () -> !written.get()));
        }
        long[] cases = clerks.stream().mapToLong(Clerk::dossier).toArray();
        for (int round = 0; round < KILLS; round++) {
            written.set(false);
            List<Thread> threads =
                    clerks.stream().map(Thread.ofPlatform()::start).toList();
            int before = ledger.written();
            long began = System.nanoTime();
            while (ledger.written() < before + WRITES) {
                Thread.sleep(1);
            }
            long minute = (ledger.written() - before) * 60_000_000_000L / (System.nanoTime() - began);
            if (round % 2 == 0) {
                site.application().destroyForcibly();
                site.application().onExit().join();
                site.startAgain();
            } else {
                ProcessHandle database = site.database();
                database.destroyForcibly();
                database.onExit().join();
                waitForAnotherServer(database);
            }
            written.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.printf(
                    "round %d: %d writes a minute, %d in all, %d sent again%n",
                    round + 1, minute, ledger.written(), ledger.repeated.get());
            everyWriteIsThereOnce(ledger, cases);
        }
    }

    private void everyWriteIsThereOnce(Ledger ledger, long... cases) throws Exception {
        String list = Arrays.stream(cases).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        assertThat(numbers(
                        "select substring(given from 7)::int from people.name where surname = '" + Clerk.SURNAME + "'"))
                .containsExactlyInAnyOrderElementsOf(ledger.people);
        assertThat(numbers("select quantity::int from cases.service where dossier in (" + list + ")"))
                .containsExactlyInAnyOrderElementsOf(ledger.services);
    }

    private List<Integer> numbers(String sql) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
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
