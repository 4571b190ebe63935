package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ml.taama.platform.database.Backup;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.EmbeddedPostgres;
import ml.taama.platform.database.Restore;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.platform.home.DataFolder;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup gives the same report on another machine and on another server; a bad one changes nothing. */
class BackupStoreTest {

    @TempDir
    static Path folder;

    private static Path backup;
    private static long rows;
    private static String hash;

    @BeforeAll
    static void write() {
        backup = folder.resolve("taama.zip");
        try (PackReports reports = new PackReports()) {
            reports.load(PackReports.PACKS.resolve("mali"));
            hash = reports.compose(Locale.FRENCH, Layout.BY_GOAL).hash();
            rows = Backup.write(reports.database(), backup);
        }
    }

    private static void givesTheSameReport(Database database) {
        assertThat(Restore.read(backup, database)).isEqualTo(rows).isGreaterThan(1000);
        try (PackReports reports = new PackReports(database)) {
            assertThat(reports.compose(Locale.FRENCH, Layout.BY_GOAL).hash()).isEqualTo(hash);
            reports.load(PackReports.PACKS.resolve("mali"));
            assertThat(reports.compose(Locale.FRENCH, Layout.BY_GOAL).hash()).isEqualTo(hash);
        }
    }

    @Test
    void restoresOntoAnotherMachine() {
        try (DataFolder home = DataFolder.open(folder.resolve("home"))) {
            givesTheSameReport(Database.embedded(home, PackReports.CACHE));
        }
    }

    @Test
    void restoresOntoAnExternalServerWhoseOwnerIsNoSuperuser() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(PackReports.CACHE, folder.resolve("server"), "admin")) {
            JdbcClient admin =
                    JdbcClient.create(new DriverManagerDataSource(server.address("postgres"), "taama", "admin"));
            admin.sql("create role ministry login createrole password 'secret'").update();
            admin.sql("create database ministry owner ministry").update();
            givesTheSameReport(Database.external(server.address("ministry") + "?user=ministry&password=secret"));
        }
    }

    @Test
    void refusesADatabaseThatHoldsData() {
        try (PackReports reports = new PackReports()) {
            reports.load(PackReports.PACKS.resolve("example"));
            String before = reports.compose(Locale.of("pt"), Layout.BY_GOAL).hash();
            refuses(backup, reports.database(), PlatformProblem.NOT_EMPTY);
            assertThat(reports.compose(Locale.of("pt"), Layout.BY_GOAL).hash()).isEqualTo(before);
        }
    }

    @Test
    void refusesWhatIsDamagedAndChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path flipped = folder.resolve("flipped.zip");
        byte[] bytes = whole.clone();
        bytes[bytes.length / 2] ^= 0x20;
        Files.write(flipped, bytes);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.zip"), "no backup");
        Path swapped =
                rewritten("swapped.zip", "tables/observatory.observation.copy", t -> t.replace("10000", "10001"));
        Path empty = rewritten("empty.zip", "manifest.json", t -> "");
        try (Database database = TemporaryDatabase.open(PackReports.CACHE)) {
            for (Path bad : new Path[] {flipped, cut, text, swapped, empty}) {
                refuses(bad, database, PlatformProblem.BAD_BACKUP);
            }
            refuses(folder.resolve("absent.zip"), database, PlatformProblem.FILE_NOT_FOUND);
            assertThat(JdbcClient.create(database.applicationDataSource())
                            .sql("select count(*) from reference.pack")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(Restore.read(backup, database)).isEqualTo(rows);
        }
    }

    @Test
    void refusesABackupOfALaterTaama() throws IOException {
        Path format = rewritten("format.zip", "manifest.json", t -> t.replace("\"format\" : 1", "\"format\" : 2"));
        Path schema = rewritten(
                "schema.zip", "manifest.json", t -> t.replaceFirst("\"plan\" : \"[^\"]+\"", "\"plan\" : \"999\""));
        try (Database database = TemporaryDatabase.open(PackReports.CACHE)) {
            refuses(format, database, PlatformProblem.NEWER_BACKUP);
            refuses(schema, database, PlatformProblem.NEWER_BACKUP);
        }
    }

    @Test
    void leavesNothingHalfWritten() {
        try (Database database = TemporaryDatabase.open(PackReports.CACHE)) {
            Path file = folder.resolve("no-such-folder/backup.zip");
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> Backup.write(database, file))
                    .matches(p -> p.code().equals(PlatformProblem.FILE_NOT_WRITTEN.code()));
            assertThat(file.getParent()).doesNotExist();
        }
    }

    private static void refuses(Path file, Database database, PlatformProblem expected) {
        assertThatExceptionOfType(Problem.class)
                .as(file.toString())
                .isThrownBy(() -> Restore.read(file, database))
                .matches(p -> p.code().equals(expected.code()), expected.code());
    }

    /** The backup with one part changed and everything else, checksums included, as it was. */
    private static Path rewritten(String name, String part, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve(name);
        try (ZipFile zip = new ZipFile(backup.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = in.readAllBytes();
                    out.write(
                            entry.getName().equals(part)
                                    ? change.apply(new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                }
            }
        }
        return file;
    }
}
