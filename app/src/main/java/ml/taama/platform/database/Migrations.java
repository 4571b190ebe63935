package ml.taama.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** One schema and one folder of migrations for each module, run in the order in which modules may refer to each other. */
public final class Migrations {

    /** Schemas in the order of the arrows between modules; a test holds this list against the modules themselves. */
    public static final List<String> SCHEMAS = List.of(
            "platform",
            "reference",
            "organisations",
            "accounts",
            "collection",
            "matching",
            "people",
            "cases",
            "plan",
            "cooperation",
            "library",
            "observatory",
            "reporting");

    static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /**
     * Brings every schema up to date and gives the application its rights.
     *
     * @throws Problem when the database was made by a later version
     */
    static void run(DataSource owner, String applicationRole) {
        MigrationState state = new MigrationState(owner);
        String known = MigrationState.ofProduct() + " " + applicationRole;
        if (state.read().filter(known::equals).isPresent()) {
            return;
        }
        try (HikariDataSource pool = pool(owner)) {
            for (String schema : SCHEMAS) {
                Flyway flyway = flyway(pool, schema, "latest");
                refuseLater(flyway, schema);
                flyway.migrate();
            }
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : SCHEMAS) {
                statement.execute(rights(schema, applicationRole));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Rights cannot be given", e);
        }
        state.write(known);
    }

    /**
     * Makes the schemas of an empty database anew, each at a given version, to receive a backup of that time.
     *
     * @param versions last migration of each schema that the backup knows
     * @throws Problem when a version is later than this product
     */
    static void rebuild(DataSource owner, Map<String, String> versions) throws SQLException {
        for (Map.Entry<String, String> schema : versions.entrySet()) {
            if (!SCHEMAS.contains(schema.getKey()) || isLater(owner, schema.getKey(), schema.getValue())) {
                throw Problem.of(PlatformProblem.NEWER_BACKUP, schema.getKey() + " " + schema.getValue());
            }
        }
        new MigrationState(owner).write("being rebuilt");
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : SCHEMAS.reversed()) {
                statement.execute("drop schema if exists " + schema + " cascade");
            }
        }
        for (String schema : SCHEMAS) {
            String version = versions.get(schema);
            if (version != null) {
                flyway(owner, schema, version).migrate();
            }
        }
    }

    /** Opening a connection costs more than most migrations. */
    private static HikariDataSource pool(DataSource owner) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(owner);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static boolean isLater(DataSource owner, String schema, String version) {
        return Arrays.stream(flyway(owner, schema, "latest").info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .noneMatch(known -> known.compareTo(MigrationVersion.fromVersion(version)) >= 0);
    }

    static Flyway flyway(DataSource owner, String schema, String target) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table(HISTORY)
                .locations("classpath:db/migration/" + schema)
                .target(target)
                .ignoreMigrationPatterns("*:future")
                .load();
    }

    private static void refuseLater(Flyway flyway, String schema) {
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState() == org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS) {
                throw Problem.of(PlatformProblem.NEWER_DATABASE, schema, String.valueOf(migration.getVersion()));
            }
        }
    }

    private static String rights(String schema, String role) {
        return """
                grant usage on schema %1$s to "%2$s";
                grant select, insert, update, delete on all tables in schema %1$s to "%2$s";
                grant usage on all sequences in schema %1$s to "%2$s";
                revoke all on %1$s.%3$s from "%2$s";
                """.formatted(schema, role, HISTORY);
    }
}
