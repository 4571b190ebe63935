package ml.taama.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was deleted out of the files too. A deleted row stays in the pages of its table and indexes until something else
 * is written there, samples of it in the statistics of the planner, and its change in the write-ahead log; a sweep writes tables
 * and indexes anew without it, counts the statistics again and ends the log.
 *
 * <p>Each table is held for itself alone while it is written: an instant for thousands of rows, a minute for ten million.
 */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = any (?) order by 1
            """;

    private static final String FREE = "select not pg_is_in_recovery() and pg_try_advisory_lock(7233153)";

    /** What asks for more than an owner of tables may on a server of somebody else; there it is for its own administrators. */
    private static final List<String> WHOLE_SERVER =
            List.of("vacuum (full) pg_catalog.pg_statistic", "checkpoint", "select pg_switch_wal()", "checkpoint");

    private Sweep() {}

    /**
     * Sweeps the tables of some schemas; one sweep at a time, over all instances.
     *
     * @return whether everything was swept; a table that others hold is left for the next time
     */
    public static boolean of(Database database, Collection<String> schemas) {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!free(statement)) {
                return false;
            }
            statement.execute("set lock_timeout = '5s'");
            boolean all = true;
            for (String table : tables(connection, schemas)) {
                all &= swept(statement, "vacuum (full, analyze) " + table);
                swept(statement, forgotten(table));
            }
            for (String server : WHOLE_SERVER) {
                swept(statement, server);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be swept", e);
        }
    }

    /** Counting the statistics of an empty table again leaves what they were: so they are taken away. */
    private static String forgotten(String table) {
        return """
            select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats
            where schemaname || '.' || tablename = '%1$s' and not exists (select from %1$s)
            """.formatted(table);
    }

    private static boolean free(Statement statement) throws SQLException {
        try (ResultSet free = statement.executeQuery(FREE)) {
            return free.next() && free.getBoolean(1);
        }
    }

    private static List<String> tables(Connection connection, Collection<String> schemas) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static boolean swept(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            LOG.info("Not swept this time: {} ({})", sql, e.getSQLState());
            return false;
        }
    }
}
