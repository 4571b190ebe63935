package ml.taama.tabulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * Parquet or CSV seen through an in-memory DuckDB as the relation {@code data}. Parquet is read where it lies; CSV is
 * read once, every field as the text that it is.
 */
final class DataFile implements AutoCloseable {

    /** Column of {@code numbered}: the row, from 0. */
    static final String ROW = "\"row of the file\"";

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LINE = Pattern.compile("(?i)line:?\\s+(\\d+)");

    private final Path file;
    private final Connection connection;
    private final Map<String, String> types = new LinkedHashMap<>();

    private DataFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a file.
     *
     * @throws FaultsException when it is missing or damaged
     */
    static DataFile open(Path file, int threads) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
        try {
            Properties settings = new Properties();
            settings.setProperty("threads", String.valueOf(threads));
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            DataFile data = new DataFile(file, connection);
            data.prepare();
            return data;
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private void prepare() throws SQLException {
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            String name = text(file.toAbsolutePath().toString());
            if (isParquet(file)) {
                statement.execute("CREATE VIEW data AS SELECT * FROM read_parquet(" + name + ")");
                statement.execute("CREATE VIEW numbered AS SELECT *, file_row_number AS " + ROW + " FROM read_parquet("
                        + name + ", file_row_number = true)");
            } else {
                statement.execute("CREATE TABLE data AS SELECT * FROM read_csv(" + name
                        + ", all_varchar = true, header = true, null_padding = false)");
                statement.execute("CREATE VIEW numbered AS SELECT *, rowid AS " + ROW + " FROM data");
            }
            try (ResultSet columns = statement.executeQuery("DESCRIBE data")) {
                while (columns.next()) {
                    types.put(columns.getString(1), columns.getString(2));
                }
            }
            ready = true;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private static boolean isParquet(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        } catch (IOException e) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
    }

    /** The columns with their SQL types, in order. */
    Map<String, String> types() {
        return types;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** What a row of a result is turned into. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    synchronized void query(String sql, Reader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    synchronized void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    /** What a chunk of a result, which starts at a row, is turned into. */
    interface ChunkReader {
        void read(org.duckdb.DuckDBDataChunkReader chunk, int firstRow);
    }

    /** Reads a large result chunk by chunk, in the order of the file. Returns the number of rows. */
    synchronized int chunks(String sql, ChunkReader reader) {
        int row = 0;
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                reader.read(result.chunk(), row);
                row = Math.addExact(row, Math.toIntExact(result.chunk().rowCount()));
            }
        } catch (SQLException e) {
            throw damaged(file, e);
        }
        return row;
    }

    /** Makes a function of Java known to the database. */
    synchronized void register(String name, Class<?> parameter, DuckDBScalarFunction function) {
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name)
                    .withParameter(parameter)
                    .withReturnType(Integer.class)
                    .withVectorizedFunction(function)
                    .register(connection);
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    /** An identifier between quotes. */
    static String column(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text between quotes. */
    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /** Messages of the database may quote records: only the line is told. */
    private static FaultsException damaged(Path file, SQLException e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return FaultsException.of(Fault.Code.FILE_DAMAGED, file.toString(), line.find() ? line.group(1) : "–");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
