package ml.taama.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ml.taama.platform.database.Backup.Manifest;
import ml.taama.platform.database.Backup.Table;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a backup into an empty database of the same or a later version of the product, on any machine. The file is
 * checked before anything is written; its rows enter, in one transaction, schemas of its own time, which are then brought
 * up to date.
 */
public final class Restore {

    private Restore() {}

    /**
     * Restores a backup.
     *
     * @return number of rows
     * @throws Problem when the file is damaged or of a later version, or the database holds data
     */
    public static long read(Path file, Database database) {
        if (!Files.isReadable(file)) {
            throw Problem.of(PlatformProblem.FILE_NOT_FOUND, file);
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = database.ownerDataSource().getConnection()) {
            Manifest manifest = check(zip, file);
            refuseData(connection, database);
            Migrations.rebuild(database.ownerDataSource(), manifest.schemas());
            connection.setAutoCommit(false);
            checkEachTableWhenItIsFull(connection);
            long rows = 0;
            for (Table table : manifest.tables()) {
                rows += copy(connection, zip, table);
            }
            forgetTransactions(connection);
            connection.commit();
            Migrations.run(database.ownerDataSource(), database.applicationRole());
            return rows;
        } catch (ZipException e) {
            throw Problem.of(PlatformProblem.BAD_BACKUP, file, "ZIP").causedBy(e);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, file).causedBy(e);
        } catch (SQLException e) {
            throw Problem.of(PlatformProblem.BAD_BACKUP, file, String.valueOf(e.getMessage()))
                    .causedBy(e);
        }
    }

    private static Manifest check(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            throw Problem.of(PlatformProblem.BAD_BACKUP, file, Backup.MANIFEST);
        }
        Manifest manifest = manifest(zip, entry, file);
        if (manifest.format() > Backup.FORMAT) {
            throw Problem.of(PlatformProblem.NEWER_BACKUP, String.valueOf(manifest.format()));
        }
        for (Table table : manifest.tables()) {
            ZipEntry content = zip.getEntry(Backup.entry(table.name()));
            if (content == null) {
                throw Problem.of(PlatformProblem.BAD_BACKUP, file, table.name());
            }
            try (InputStream in = zip.getInputStream(content)) {
                if (!Backup.sha256(in).equals(table.sha256())) {
                    throw Problem.of(PlatformProblem.BAD_BACKUP, file, table.name());
                }
            } catch (ZipException e) {
                throw Problem.of(PlatformProblem.BAD_BACKUP, file, table.name()).causedBy(e);
            }
        }
        return manifest;
    }

    private static Manifest manifest(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.builder().build().readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw Problem.of(PlatformProblem.BAD_BACKUP, file, Backup.MANIFEST).causedBy(e);
        }
    }

    private static void refuseData(Connection connection, Database database) throws SQLException {
        for (String table : Tables.inOrder(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
                if (rows.next()) {
                    throw Problem.of(PlatformProblem.NOT_EMPTY, database.address());
                }
            }
        }
    }

    /** Otherwise checks that wait for the end would keep the triggers of a table from being switched on again. */
    private static void checkEachTableWhenItIsFull(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
    }

    /** Numbers of transactions mean nothing on another server: what was noted there is older than all that is noted here. */
    private static void forgetTransactions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String column : Tables.transactions(connection)) {
                String[] parts = column.split(" ", 2);
                statement.execute("update " + parts[0] + " set " + parts[1] + " = '0'");
            }
        }
    }

    private static long copy(Connection connection, ZipFile zip, Table table) throws SQLException, IOException {
        if (!Tables.inOrder(connection).contains(table.name())) {
            throw Problem.of(PlatformProblem.NEWER_BACKUP, table.name());
        }
        try (Statement statement = connection.createStatement();
                InputStream in = zip.getInputStream(zip.getEntry(Backup.entry(table.name())))) {
            boolean forced = Tables.forced(connection, table.name());
            if (forced) {
                // PostgreSQL refuses to copy into a table whose policies also bind its owner.
                statement.execute("alter table " + table.name() + " no force row level security");
            }
            statement.execute("alter table " + table.name() + " disable trigger user");
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + Tables.quoted(table.columns()) + ") from stdin", in);
            statement.execute("alter table " + table.name() + " enable trigger user");
            if (forced) {
                statement.execute("alter table " + table.name() + " force row level security");
            }
            for (String column : Tables.identities(connection, table.name())) {
                statement.execute("select setval(pg_get_serial_sequence('" + table.name() + "', '" + column + "'), max("
                        + column + ")) from " + table.name() + " having max(" + column + ") is not null");
            }
            return rows;
        }
    }
}
