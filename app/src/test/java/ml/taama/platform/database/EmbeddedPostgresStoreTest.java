package ml.taama.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded server: kept on disk, closed to others, started again when it dies. */
class EmbeddedPostgresStoreTest {

    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();
    private static final String PASSWORD = "of-this-test";

    @TempDir
    Path folder;

    private static Connection open(EmbeddedPostgres postgres, String password) throws SQLException {
        return DriverManager.getConnection(postgres.address("postgres"), EmbeddedPostgres.OWNER, password);
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void waitsForTheDiskListensOnLoopbackAndAsksForThePassword() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(CACHE, folder, PASSWORD);
                Connection connection = open(postgres, PASSWORD)) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "show unix_socket_directories")).isEmpty();
            assertThat(ask(connection, "select rolpassword from pg_authid where rolname = 'taama'"))
                    .startsWith("SCRAM-SHA-256");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> open(postgres, "wrong"))
                    .withMessageContaining("password authentication failed");
            assertThat(Files.readString(folder.resolve("data/pg_hba.conf"))).doesNotContainPattern("(?m)^[^#].*trust$");
        }
    }

    @Test
    void aKilledServerIsStartedAgainWithEveryCommittedRow() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(CACHE, folder, PASSWORD)) {
            try (Connection connection = open(postgres, PASSWORD)) {
                execute(connection, "create table kept (n int)");
                execute(connection, "insert into kept select generate_series(1, 1000)");
            }
            ProcessHandle first = postgres.process();
            first.destroyForcibly();
            first.onExit().get();
            try (Connection connection = patiently(postgres)) {
                assertThat(ask(connection, "select count(*) from kept")).isEqualTo("1000");
            }
            assertThat(postgres.process().pid()).isNotEqualTo(first.pid());
        }
    }

    private static Connection patiently(EmbeddedPostgres postgres) throws InterruptedException {
        while (true) {
            try {
                return open(postgres, PASSWORD);
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void anotherProcessOfTheInstallationFindsTheServerAtWork() throws SQLException {
        assertThat(EmbeddedPostgres.running(folder, "postgres")).isEmpty();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(CACHE, folder, PASSWORD)) {
            assertThat(EmbeddedPostgres.running(folder, "postgres")).contains(postgres.address("postgres"));
        }
        assertThat(EmbeddedPostgres.running(folder, "postgres")).isEmpty();
    }

    @Test
    void refusesADataFolderOfAnotherVersionAndLeavesItAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path version = Files.writeString(folder.resolve("data/PG_VERSION"), "14\n");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EmbeddedPostgres.start(CACHE, folder, PASSWORD))
                .matches(p -> p.code().equals(PlatformProblem.OTHER_POSTGRES.code()));
        assertThat(version).hasContent("14\n");
        assertThat(folder.resolve("data")).isDirectoryContaining(version::equals);
    }

    @Test
    void removesWhatAKilledFirstStartLeftHalfMade() throws IOException {
        Path half = Files.createDirectories(folder.resolve("draft-1/data"));
        Files.writeString(half.resolve("PG_VERSION"), "18");
        EmbeddedPostgres.start(CACHE, folder, PASSWORD).close();
        assertThat(folder.resolve("draft-1")).doesNotExist();
        assertThat(folder.resolve("data/PG_VERSION")).exists();
    }

    @Test
    void thePoolNeverGivesAConnectionThatDied() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(CACHE, folder, PASSWORD);
                HikariDataSource pool = DatabaseConfiguration.pool(source(postgres));
                Connection admin = open(postgres, PASSWORD)) {
            for (int round = 0; round < 20; round++) {
                String pid;
                try (Connection connection = pool.getConnection()) {
                    pid = ask(connection, "select pg_backend_pid()");
                }
                assertThat(ask(admin, "select pg_terminate_backend(" + pid + ", 5000)"))
                        .isEqualTo("t");
                try (Connection connection = pool.getConnection()) {
                    assertThat(ask(connection, "select pg_backend_pid()")).isNotEqualTo(pid);
                }
            }
        }
    }

    private static DataSource source(EmbeddedPostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(postgres.address("postgres"));
        source.setUser(EmbeddedPostgres.OWNER);
        source.setPassword(PASSWORD);
        return source;
    }
}
