package ml.taama.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of a database in one ZIP: a manifest, and each table as PostgreSQL copies it, with its number of rows and
 * its SHA-256. All tables are read in one snapshot, while people go on working.
 */
public final class Backup {

    static final String MANIFEST = "manifest.json";
    static final int FORMAT = 1;

    /** One table of a backup. */
    record Table(String name, List<String> columns, long rows, String sha256) {}

    /** What a backup holds: format, last migration of each schema, tables in an order in which they can be restored. */
    record Manifest(int format, Map<String, String> schemas, List<Table> tables) {}

    private Backup() {}

    /**
     * Writes a backup.
     *
     * @return number of rows
     * @throws Problem when the file cannot be written; nothing half-written is left
     */
    public static long write(Database database, Path file) {
        return write(database.ownerDataSource(), file.toAbsolutePath());
    }

    private static long write(DataSource owner, Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(draft);
                ZipOutputStream zip = new ZipOutputStream(out);
                Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Table> tables = new ArrayList<>();
            for (String name : Tables.inOrder(connection)) {
                tables.add(copy(connection, zip, name));
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Manifest(FORMAT, versions(connection), tables)));
            zip.closeEntry();
            zip.finish();
            connection.rollback();
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return tables.stream().mapToLong(Table::rows).sum();
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, file).causedBy(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        } finally {
            deleteQuietly(draft);
        }
    }

    private static Table copy(Connection connection, ZipOutputStream zip, String name)
            throws IOException, SQLException {
        List<String> columns = Tables.columns(connection, name);
        zip.putNextEntry(new ZipEntry(entry(name)));
        MessageDigest digest = sha256();
        DigestOutputStream hashed = new DigestOutputStream(zip, digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + Tables.quoted(columns) + " from " + name + " order by ctid) to stdout",
                        hashed);
        zip.closeEntry();
        return new Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String schema : Migrations.SCHEMAS) {
            String sql = "select version from " + schema + "." + Migrations.HISTORY
                    + " where success and version is not null order by installed_rank desc limit 1";
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                versions.put(schema, rows.getString(1));
            }
        }
        return versions;
    }

    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String sha256(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
