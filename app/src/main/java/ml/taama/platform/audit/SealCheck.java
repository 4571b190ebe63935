package ml.taama.platform.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import ml.taama.platform.audit.SealFile.Line;
import ml.taama.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** Goes through the whole trail and its seals, as the owner of the database, and names every row that is not as it was sealed. */
public final class SealCheck {

    /** What is wrong with a row. */
    public enum Wrong {
        /** The entry is not what was sealed. */
        CHANGED("changed"),
        /** A seal has no entry any more. */
        REMOVED("removed"),
        /** An entry without seal stands among older ones, which all have one; or it says that it is older than those before it. */
        INSERTED("inserted"),
        /** Seals are missing, or are not those of the file in the data folder. */
        SEAL("seal");

        private final String word;

        Wrong(String word) {
            this.word = word;
        }

        /** Key of its sentence. */
        public String word() {
            return word;
        }
    }

    /**
     * A row that is not as it should be.
     *
     * @param row number of the entry, or of the seal
     */
    public record Fault(Wrong wrong, long row) {}

    /**
     * What was found.
     *
     * @param sealed entries whose seal was read
     * @param waiting entries too young for a seal
     * @param file lines of the file that were compared
     */
    public record Result(long sealed, long waiting, int file, List<Fault> faults) {}

    private static final String SEALS = """
            select s.sequence, s.entry, s.hash, e.id, extract(epoch from e.at) as at, %s as content
            from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry order by s.sequence
            """.formatted(SealChain.CONTENT);

    private static final String UNSEALED = """
            select e.id, e.transaction < coalesce((select max(l.transaction::text::numeric) from platform.audit_seal s
                join platform.audit_entry l on l.id = s.entry), 0)::text::xid8
              or e.transaction > pg_snapshot_xmax(pg_current_snapshot()) as inserted
            from platform.audit_entry e where not exists (select from platform.audit_seal s where s.entry = e.id)
            order by e.id
            """;

    private static final int FETCH = 5000;

    /** No transaction lasts that long, so no entry can be older by more than the one sealed before it. */
    private static final double LONGEST_SECONDS = 3600;

    private final SealChain chain;
    private final List<Line> lines;
    private final List<Fault> faults = new ArrayList<>();
    private long sealed;
    private long waiting;

    private SealCheck(Database database, Path home) {
        this.chain = new SealChain(database);
        this.lines = new SealFile(home).lines();
    }

    /**
     * Checks everything.
     *
     * @param home data folder, with the file of seals
     */
    public static Result of(Database database, Path home) {
        SealCheck check = new SealCheck(database, home);
        try (Connection connection = database.ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            check.seals(connection);
            check.unsealed(connection);
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        }
        return new Result(check.sealed, check.waiting, check.lines.size(), List.copyOf(check.faults));
    }

    private void seals(Connection connection) throws SQLException {
        String before = SealChain.START;
        long expected = 1;
        int line = 0;
        double latest = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(SEALS)) {
                while (rows.next()) {
                    long sequence = rows.getLong("sequence");
                    String hash = rows.getString("hash");
                    boolean follows = sequence == expected;
                    if (!follows) {
                        faults.add(new Fault(Wrong.SEAL, expected));
                    }
                    row(
                            rows.getLong("entry"),
                            rows.getString("content"),
                            rows.getObject("id") == null,
                            hash,
                            before,
                            follows);
                    double at = rows.getDouble("at");
                    if (!rows.wasNull() && at < latest - LONGEST_SECONDS) {
                        faults.add(new Fault(Wrong.INSERTED, rows.getLong("entry")));
                    }
                    latest = Math.max(latest, at);
                    while (line < lines.size() && lines.get(line).sequence() <= sequence) {
                        compare(lines.get(line++), sequence, hash);
                    }
                    before = hash;
                    expected = sequence + 1;
                    sealed++;
                }
            }
        }
        lines.subList(line, lines.size()).forEach(l -> faults.add(new Fault(Wrong.SEAL, l.sequence())));
    }

    /** When a seal is missing before this one, its own hash cannot be judged. */
    private void row(long entry, @Nullable String content, boolean gone, String hash, String before, boolean follows) {
        if (gone || content == null) {
            faults.add(new Fault(Wrong.REMOVED, entry));
        } else if (follows && !chain.next(before, content).equals(hash)) {
            faults.add(new Fault(Wrong.CHANGED, entry));
        }
    }

    private void compare(Line line, long sequence, String hash) {
        if (line.sequence() != sequence || !line.hash().equals(hash)) {
            faults.add(new Fault(Wrong.SEAL, line.sequence()));
        }
    }

    private void unsealed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNSEALED)) {
            while (rows.next()) {
                if (rows.getBoolean("inserted")) {
                    faults.add(new Fault(Wrong.INSERTED, rows.getLong("id")));
                } else {
                    waiting++;
                }
            }
        }
    }
}
