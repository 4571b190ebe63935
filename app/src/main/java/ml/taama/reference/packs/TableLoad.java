package ml.taama.reference.packs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Brings the rows of one file into its table, by sets: the rows are copied beside, then joined. A row belongs to the pack
 * or to people; only the pack's rows are changed or removed.
 */
final class TableLoad {

    private static final String FOREIGN_KEY = "23503";

    private final Connection connection;
    private final String pack;
    private final PackTable table;
    private final List<PackRow> rows;
    private final List<String> columns;
    private final List<String> keys;
    private final List<String> kept = new ArrayList<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> updated = new HashSet<>();
    private int removed;

    TableLoad(Connection connection, String pack, PackTable table, List<PackRow> rows) {
        this.connection = connection;
        this.pack = pack;
        this.table = table;
        this.rows = rows;
        this.columns = CopyText.columns(table);
        this.keys = table.keys().stream()
                .flatMap(k -> k.type().columns(k.name()).stream())
                .toList();
    }

    private String beside() {
        return "pg_temp.\"stage_" + table.table() + "\"";
    }

    /** Copies the rows beside the table. */
    void copyBeside() throws SQLException {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(CopyText.line(table, row)));
        copy(beside(), table.table(), columns, lines.toString());
    }

    private void copy(String stage, String of, List<String> names, String lines) throws SQLException {
        execute("drop table if exists " + stage);
        execute("create temporary table " + stage.substring("pg_temp.".length()) + " on commit drop as select "
                + list(names) + " from " + of + " with no data");
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + stage + " (" + list(names) + ") from stdin", new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds and updates; a row that people own stays as it is. */
    void write() throws SQLException {
        String others = columns.stream()
                .filter(c -> !keys.contains(c))
                .map(c -> "\"" + c + "\" = excluded.\"" + c + "\"")
                .collect(Collectors.joining(", "));
        String update = others.isEmpty()
                ? "do nothing"
                : "do update set " + others + " where t.origin = ? and (" + all("t") + ") is distinct from ("
                        + all("excluded") + ")";
        String sql = "insert into " + table.table() + " as t (" + list(columns) + ", origin) select " + list(columns)
                + ", ? from " + beside() + " on conflict (" + list(keys) + ") " + update
                + " returning " + keyText("t") + ", (xmax = 0) as added";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, pack);
            if (!others.isEmpty()) {
                insert.setString(2, pack);
            }
            try (ResultSet written = insert.executeQuery()) {
                while (written.next()) {
                    (written.getBoolean(2) ? added : updated).add(written.getString(1));
                }
            }
        }
        keep("select " + keyText("t") + " from " + table.table() + " t join " + beside() + " s on " + same("t", "s")
                + " where t.origin <> ?");
    }

    /** Links of rows that belong to the pack; a row whose links change is an updated row. */
    void writeLinks() throws SQLException {
        for (PackLink link : table.links()) {
            List<String> item = link.item().columns(link.itemColumn());
            List<String> names = new ArrayList<>(List.of(link.parent()));
            names.addAll(item);
            if (link.basis()) {
                names.add("basis");
            }
            String stage = "pg_temp.\"stage_" + link.table() + "\"";
            copy(stage, link.table(), names, links(link));
            String keyed = link.parent() + ", " + list(item);
            touch("insert into " + link.table() + " as l (" + list(names) + ", origin) select " + list(names) + ", '"
                    + pack + "' from " + stage + " s where " + owned(link, "s") + " on conflict (" + keyed + ") "
                    + (link.basis()
                            ? "do update set basis = excluded.basis where l.origin = '" + pack
                                    + "' and l.basis <> excluded.basis"
                            : "do nothing")
                    + " returning l." + link.parent());
            touch("delete from " + link.table() + " l where l.origin = '" + pack + "' and " + owned(link, "l")
                    + " and not exists (select from " + stage + " s where (" + prefixed("s", names(link)) + ") = ("
                    + prefixed("l", names(link)) + ")) returning l." + link.parent());
        }
    }

    /** That the row of a link belongs to the pack: links of a row that people changed are theirs too. */
    private String owned(PackLink link, String alias) {
        return "exists (select from " + table.table() + " p where p.\"" + keys.getFirst() + "\" = " + alias + ".\""
                + link.parent() + "\" and p.origin = '" + pack + "')";
    }

    private void touch(String sql) throws SQLException {
        Set<String> present = rows.stream().map(r -> References.key(table, r)).collect(Collectors.toSet());
        try (Statement statement = connection.createStatement();
                ResultSet touched = statement.executeQuery(sql)) {
            while (touched.next()) {
                String key = touched.getString(1);
                if (present.contains(key) && !added.contains(key)) {
                    updated.add(key);
                }
            }
        }
    }

    private static List<String> names(PackLink link) {
        List<String> names = new ArrayList<>(List.of(link.parent()));
        names.addAll(link.item().columns(link.itemColumn()));
        return names;
    }

    private String links(PackLink link) {
        StringBuilder lines = new StringBuilder();
        for (PackRow row : rows) {
            PackLink.Value value = row.links().get(link.name());
            if (value == null) {
                continue;
            }
            for (Object item : value.items()) {
                List<String> line = new ArrayList<>();
                line.add(References.key(table, row));
                line.addAll(link.item().literals(item));
                if (link.basis()) {
                    line.add(value.basis());
                }
                lines.append(CopyText.line(line));
            }
        }
        return lines.toString();
    }

    /** Removes what left the pack, one by one where people built upon it. */
    void remove() throws SQLException {
        String left = " from " + table.table() + " t where t.origin = ? and not exists (select from " + beside()
                + " s where " + same("t", "s") + ")";
        removeAll(left + table.links().stream().map(this::untouched).collect(Collectors.joining()));
        keep("select " + keyText("t") + left);
    }

    /** That people linked nothing to the row: deleting it would delete their links. */
    private String untouched(PackLink link) {
        return " and not exists (select from " + link.table() + " l where l.\"" + link.parent() + "\" = t.\""
                + keys.getFirst() + "\" and l.origin <> t.origin)";
    }

    private void removeAll(String gone) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement delete = connection.prepareStatement("delete" + gone)) {
            delete.setString(1, pack);
            removed += delete.executeUpdate();
        } catch (SQLException e) {
            if (!FOREIGN_KEY.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            int start;
            do {
                start = removed;
                removeOneByOne(gone);
            } while (removed > start);
        }
    }

    /** In any order: a row under another that goes too is gone at the next call. */
    private void removeOneByOne(String gone) throws SQLException {
        List<String> places = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select t.ctid::text" + gone)) {
            select.setString(1, pack);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    places.add(found.getString(1));
                }
            }
        }
        for (String place : places) {
            Savepoint before = connection.setSavepoint();
            try {
                execute("delete from " + table.table() + " where ctid = '" + place + "'");
                removed++;
            } catch (SQLException e) {
                if (!FOREIGN_KEY.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    private void keep(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, pack);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    kept.add(table.table() + ": " + found.getString(1));
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String all(String alias) {
        return prefixed(alias, columns);
    }

    private String keyText(String alias) {
        return keys.stream().map(k -> alias + ".\"" + k + "\"").collect(Collectors.joining(" || ':' || "));
    }

    private String same(String one, String other) {
        return "(" + prefixed(one, keys) + ") = (" + prefixed(other, keys) + ")";
    }

    private static String prefixed(String alias, List<String> names) {
        return names.stream().map(n -> alias + ".\"" + n + "\"").collect(Collectors.joining(", "));
    }

    private static String list(List<String> names) {
        return names.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
    }

    int added() {
        return added.size();
    }

    int updated() {
        return updated.size();
    }

    int removed() {
        return removed;
    }

    List<String> kept() {
        return kept;
    }
}
