package ml.taama.linkage.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/** A Parquet file, read by DuckDB; every value becomes its text, as DuckDB casts it. */
final class ParquetFile {

    private static final int TELL_EVERY = 1 << 16;

    private ParquetFile() {}

    static Table read(Path file, TableReader reader) {
        String source = "read_parquet('" + file.toString().replace("'", "''") + "')";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            List<Column.Builder> columns = columns(statement, source, file, reader);
            if (columns.isEmpty()) {
                throw new LinkageException(Fault.EMPTY_FILE, file);
            }
            List<String> casts = columns.stream()
                    .map(c -> "trim(CAST(\"" + c.name().replace("\"", "\"\"") + "\" AS VARCHAR))")
                    .toList();
            int records = 0;
            try (ResultSet rows = statement.executeQuery("SELECT " + String.join(", ", casts) + " FROM " + source)) {
                while (rows.next()) {
                    records++;
                    add(rows, columns, file, records, reader);
                    if (records % TELL_EVERY == 0) {
                        reader.progress().accept(records);
                    }
                }
            }
            reader.progress().accept(records);
            return new Table(
                    String.valueOf(file.getFileName()),
                    records,
                    columns.stream().map(Column.Builder::build).toList(),
                    List.of("parquet"));
        } catch (SQLException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, "Parquet: error " + e.getErrorCode());
        }
    }

    private static List<Column.Builder> columns(Statement statement, String source, Path file, TableReader reader)
            throws SQLException {
        List<Column.Builder> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet none = statement.executeQuery("SELECT * FROM " + source + " LIMIT 0")) {
            ResultSetMetaData header = none.getMetaData();
            for (int i = 1; i <= header.getColumnCount(); i++) {
                names.add(header.getColumnName(i));
                if (reader.wants(header.getColumnName(i))) {
                    columns.add(new Column.Builder(header.getColumnName(i), new Dictionary()));
                }
            }
        }
        reader.wanted().stream()
                .filter(w -> !names.contains(w))
                .sorted()
                .findFirst()
                .ifPresent(w -> {
                    throw new LinkageException(Fault.NO_COLUMN, file, w, String.join(", ", names));
                });
        return columns;
    }

    private static void add(ResultSet rows, List<Column.Builder> columns, Path file, int record, TableReader reader)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column.Builder column = columns.get(i);
            String value = rows.getString(i + 1);
            if (value == null || value.isEmpty()) {
                column.add(0);
                continue;
            }
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > reader.longest()) {
                throw new LinkageException(
                        Fault.LONG_VALUE, file, record, column.name(), utf8.length, reader.longest());
            }
            column.add(column.values().add(utf8, 0, utf8.length));
        }
    }
}
