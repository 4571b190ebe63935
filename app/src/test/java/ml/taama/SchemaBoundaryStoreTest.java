package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Migrations;
import ml.taama.platform.database.TemporaryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each module keeps its tables in its own schema, and refers only to schemas of modules that it may depend on. */
class SchemaBoundaryStoreTest {

    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String FOREIGN_KEYS = """
            select k.conname as name, n.nspname as schema, m.nspname as target
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
            where k.contype = 'f' and n.nspname <> m.nspname
            """;
    private static final String SCHEMAS = """
            select nspname from pg_namespace
            where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
            """;

    record ForeignKey(String name, String schema, String target) {}

    @Test
    void foreignKeysFollowTheArrows() {
        try (Database database = TemporaryDatabase.open(CACHE)) {
            JdbcClient jdbc = JdbcClient.create(database.ownerDataSource());
            List<ForeignKey> keys = jdbc.sql(FOREIGN_KEYS)
                    .query((row, number) ->
                            new ForeignKey(row.getString("name"), row.getString("schema"), row.getString("target")))
                    .list();
            assertThat(keys)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(Modules.arrows().getOrDefault(key.schema, Set.of()))
                            .as("%s.%s", key.schema, key.name)
                            .contains(key.target));
            assertThat(jdbc.sql(SCHEMAS).query(String.class).list())
                    .containsExactlyInAnyOrderElementsOf(Migrations.SCHEMAS);
            assertThat(jdbc.sql("select count(*) from pg_tables where schemaname = 'public'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void everyTableStandsInTheDataDictionary() throws IOException {
        String dictionary = Files.readString(Path.of("../docs/data-dictionary.md"));
        try (Database database = TemporaryDatabase.open(CACHE)) {
            assertThat(JdbcClient.create(database.ownerDataSource())
                            .sql(
                                    "select schemaname || '.' || tablename from pg_tables where schemaname <> 'information_schema' "
                                            + "and schemaname !~ '^pg_' and tablename not like 'flyway%'")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(dictionary).contains("`" + table + "`"));
        }
    }

    @Test
    void everyFolderOfMigrationsBelongsToAModule() throws IOException {
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            Set<String> names = folders.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
            assertThat(names).containsExactlyInAnyOrderElementsOf(Migrations.SCHEMAS);
            assertThat(Modules.arrows().keySet()).containsAll(names);
        }
    }

    @Test
    void schemasAreMadeInTheOrderOfTheArrows() {
        for (int i = 0; i < Migrations.SCHEMAS.size(); i++) {
            String schema = Migrations.SCHEMAS.get(i);
            Set<String> arrows = Modules.arrows().getOrDefault(schema, Set.of());
            assertThat(Migrations.SCHEMAS.subList(i, Migrations.SCHEMAS.size()))
                    .as(schema)
                    .noneMatch(arrows::contains);
        }
    }
}
