package ml.taama.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an installation of an earlier version holds is still there after the migrations that followed. */
class MigrationsStoreTest {

    /** Modules that the first version did not have. */
    private static final List<String> LATER = List.of("accounts", "collection", "matching", "people", "cases");

    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();

    @Test
    void keepsWhatTheFirstVersionHeld(@TempDir Path folder) {
        try (EmbeddedPostgres server = EmbeddedPostgres.startUnkept(CACHE, folder, "of-the-server")) {
            DriverManagerDataSource owner =
                    new DriverManagerDataSource(server.address("postgres"), "taama", "of-the-server");
            Migrations.SCHEMAS.stream()
                    .filter(schema -> !LATER.contains(schema))
                    .forEach(schema -> Migrations.flyway(owner, schema, "1").migrate());
            JdbcClient client = JdbcClient.create(owner);
            client.sql("""
                    begin;
                    set local taama.pack = 'mali';
                    insert into reference.source (code, kind, title, publisher, origin)
                      values ('S1', 'web', '{"fr": "Une page"}', 'OIM', '');
                    insert into cooperation.stakeholder (code, role, name, position, source_ref, origin)
                      values ('one', 'consulted', '{"fr": "syndicats"}', 1, 'S1', '');
                    insert into observatory.unit (code, one, many, source_ref, origin)
                      values ('person', '{"fr": "personne"}', '{"fr": "personnes"}', 'S1', '');
                    insert into observatory.indicator (code, title, unit, certainty, position, source_ref, origin)
                      values ('I1', '{"fr": "Retours"}', 'person', 'national', 1, 'S1', '');
                    commit;
                    """).update();

            Migrations.SCHEMAS.forEach(
                    schema -> Migrations.flyway(owner, schema, "latest").migrate());

            assertThat(client.sql("select publisher->>'fr' || ' ' || origin from reference.source")
                            .query(String.class)
                            .single())
                    .isEqualTo("OIM mali");
            assertThat(client.sql("select role || ' ' || origin from cooperation.stakeholder")
                            .query(String.class)
                            .single())
                    .isEqualTo("involved mali");
            assertThat(client.sql("select measure || ' ' || origin from observatory.indicator")
                            .query(String.class)
                            .single())
                    .isEqualTo("flow mali");
        }
    }
}
