package ml.taama.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the modules, as the database knows them. */
final class Tables {

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = any (?) and c.relname <> '%s'
            order by 1
            """.formatted(Migrations.HISTORY);

    private static final String REFERENCES = """
            select fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
            join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
            where k.contype = 'f' and k.conrelid <> k.confrelid
            """;

    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """;

    private static final String IDENTITIES = """
            select attname from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity <> ''
            """;

    private static final String FORCED = "select relname from pg_class where oid = ?::regclass and relforcerowsecurity";

    private static final String TRANSACTIONS = """
            select n.nspname || '.' || c.relname || ' ' || a.attname
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = any (?) and a.attnum > 0 and not a.attisdropped
              and a.atttypid = 'xid8'::regtype
            """;

    private Tables() {}

    /** Columns that number rows by themselves. */
    static List<String> identities(Connection connection, String table) throws SQLException {
        return texts(connection, IDENTITIES, table);
    }

    /** Whether policies also bind the owner of a table. */
    static boolean forced(Connection connection, String table) throws SQLException {
        return !texts(connection, FORCED, table).isEmpty();
    }

    /** Columns that hold numbers of transactions, each as table and column. */
    static List<String> transactions(Connection connection) throws SQLException {
        return texts(connection, TRANSACTIONS, connection.createArrayOf("text", Migrations.SCHEMAS.toArray()));
    }

    private static List<String> texts(Connection connection, String sql, Object value) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    /** Every table, those that are referred to before those that refer. */
    static List<String> inOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.SCHEMAS.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    needs.put(rows.getString(1), new LinkedHashSet<>());
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(REFERENCES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                needs.getOrDefault(rows.getString(1), new LinkedHashSet<>()).add(rows.getString(2));
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        needs.keySet().forEach(table -> place(table, needs, ordered));
        return List.copyOf(ordered);
    }

    private static void place(String table, Map<String, Set<String>> needs, Set<String> ordered) {
        if (!ordered.contains(table)) {
            needs.getOrDefault(table, Set.of()).forEach(needed -> place(needed, needs, ordered));
            ordered.add(table);
        }
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(connection, COLUMNS, table);
    }

    static String quoted(List<String> columns) {
        return "\"" + String.join("\", \"", columns) + "\"";
    }
}
