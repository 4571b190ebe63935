package ml.taama.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server that Taama did not start, whose owner is no superuser: roles, rights, migrations. */
class DatabaseStoreTest {

    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static JdbcClient admin;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.startUnkept(CACHE, folder, "of-the-server");
        admin = JdbcClient.create(new DriverManagerDataSource(server.address("postgres"), "taama", "of-the-server"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String owned(String name, String rights) {
        admin.sql("create role " + name + " login password 'secret' " + rights).update();
        admin.sql("create database " + name + " owner " + name).update();
        return server.address(name).replace("jdbc:postgresql://", "postgresql://" + name + ":secret@");
    }

    private static String code(Runnable action) {
        try {
            action.run();
        } catch (Problem problem) {
            return problem.code();
        }
        return "nothing was refused";
    }

    @Test
    void theApplicationOwnsNothingAndMayOnlyReadAndWriteRows() {
        try (Database database = Database.external(owned("ministry", "createrole"))) {
            JdbcClient owner = JdbcClient.create(database.ownerDataSource());
            JdbcClient application = JdbcClient.create(database.applicationDataSource());
            String role = database.applicationRole();
            assertThat(role).isEqualTo("ministry_app");
            assertThat(owner.sql("select count(*) from pg_class where relowner = ?::regrole")
                            .param(role)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(owner.sql(
                                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = ?")
                            .param(role)
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(application
                            .sql("select count(*) from reference.pack")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (String forbidden : List.of(
                    "create table reference.more (n int)",
                    "drop table reference.pack",
                    "truncate reference.pack",
                    "alter table reference.pack disable trigger all",
                    "select * from reference.flyway_schema_history",
                    "create schema more",
                    "create role more")) {
                assertThatExceptionOfType(DataAccessException.class)
                        .as(forbidden)
                        .isThrownBy(() -> application.sql(forbidden).update());
            }
        }
    }

    @Test
    void openingTwiceChangesNothing() {
        String address = owned("twice", "createrole");
        List<String> first = history(address);
        assertThat(history(address)).isEqualTo(first).isNotEmpty();
    }

    private static List<String> history(String address) {
        try (Database database = Database.external(address)) {
            JdbcClient owner = JdbcClient.create(database.ownerDataSource());
            return Migrations.SCHEMAS.stream()
                    .flatMap(schema -> owner
                            .sql("select '" + schema + " ' || installed_rank || ' ' || installed_on from " + schema
                                    + "." + Migrations.HISTORY + " order by installed_rank")
                            .query(String.class)
                            .list()
                            .stream())
                    .toList();
        }
    }

    @Test
    void saysThatTheOwnerMayNotMakeTheRole() {
        String address = owned("weak", "");
        assertThat(code(() -> Database.external(address))).isEqualTo(PlatformProblem.NO_ROLE.code());
    }

    @Test
    void refusesARoleThatIsAboveRowLevelSecurity() {
        String address = owned("strong", "createrole");
        admin.sql("create role strong_app bypassrls").update();
        assertThat(code(() -> Database.external(address))).isEqualTo(PlatformProblem.STRONG_ROLE.code());
    }

    @Test
    void refusesADatabaseOfALaterTaama() {
        String address = owned("later", "createrole");
        try (Database database = Database.external(address)) {
            JdbcClient owner = JdbcClient.create(database.ownerDataSource());
            owner.sql("insert into plan.flyway_schema_history select installed_rank + 100, '999', description, type,"
                            + " script, checksum, installed_by, installed_on, execution_time, success"
                            + " from plan.flyway_schema_history order by installed_rank desc limit 1")
                    .update();
            owner.sql("comment on database later is 'taama migrations of a later version'")
                    .update();
        }
        assertThat(code(() -> Database.external(address))).isEqualTo(PlatformProblem.NEWER_DATABASE.code());
    }

    @Test
    void saysThatTheServerDoesNotAnswerWithoutTellingThePassword() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Database.external("postgresql://owner:secret@127.0.0.1:1/taama"))
                .matches(p -> p.code().equals(PlatformProblem.NO_DATABASE.code()))
                .withMessageNotContaining("secret");
    }
}
