package ml.taama.platform.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.KeyRotation.Watch;
import ml.taama.platform.vault.SealedColumn.Token;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals columns anew, chunk by chunk, each in a transaction of its own; works as the owner, whom no policy keeps from a row. */
final class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private static final String OTHERS = """
            select format('%I.%I', n.nspname, c.relname) as named, format('%I', a.attname) as kept
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.atttypid = 'bytea'::regtype and a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
              and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Supplier<byte[]> mark;

    Resealing(Connection connection, Vault vault, Supplier<byte[]> mark) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.vault = vault;
        this.mark = mark;
    }

    static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * A row as it is kept.
     *
     * @param row its key
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed anew, never compared
    private record Kept(String row, String place, byte[] content, Optional<String> purpose) {}

    /** How many values of a column are sealed with an older key. */
    long remaining(SealedColumn column) {
        return jdbc.sql("select count(*) from " + column.table() + where(column))
                .param(mark.get())
                .query(Long.class)
                .single();
    }

    /**
     * How many values of other columns begin as what some older keys sealed: of a module that does not say what it keeps
     * sealed.
     */
    long elsewhere(Collection<SealedColumn> known, List<byte[]> older) {
        Set<String> said = known.stream().map(c -> c.table() + " " + c.column()).collect(Collectors.toSet());
        long found = 0;
        for (Other other : jdbc.sql(OTHERS).query(Row.mapper(Resealing::other)).list()) {
            for (byte[] mark : said.contains(other.table() + " " + other.column()) ? List.<byte[]>of() : older) {
                found += jdbc.sql("select count(*) from " + other.table() + " where substring(" + other.column()
                                + " from 1 for 5) = ?")
                        .param(mark)
                        .query(Long.class)
                        .single();
            }
        }
        return found;
    }

    private record Other(String table, String column) {}

    private static Other other(Row row) throws SQLException {
        return new Other(row.text("named"), row.text("kept"));
    }

    private static String where(SealedColumn column) {
        return " where " + column.column() + " is not null and substring(" + column.column() + " from 1 for 5) <> ?";
    }

    /** Seals everything anew that an older key sealed; what does not open is left, and named in the log by its number. */
    long seal(SealedColumn column, Watch watch) {
        long all = remaining(column);
        long done = 0;
        String last = column.key().before();
        while (true) {
            String from = last;
            List<Kept> chunk = Objects.requireNonNull(transaction.execute(status -> chunk(column, from)));
            if (chunk.isEmpty()) {
                return done;
            }
            done += sealed(column, chunk);
            last = chunk.getLast().row();
            watch.sealed(column.table(), done, all);
        }
    }

    private List<Kept> chunk(SealedColumn column, String from) {
        String purpose = column.token()
                .map(t -> "case when " + t.column() + " is not null then " + t.purpose() + " end")
                .orElse("null::text");
        String key = column.key().column();
        return jdbc.sql("select " + key + "::text as at, " + column.place() + " as place, " + column.column()
                        + " as content, " + purpose + " as purpose from " + column.table() + where(column) + " and "
                        + key + " > ?::" + column.key().type() + " order by " + key + " limit ?")
                .params(mark.get(), from, column.chunk())
                .query(Row.mapper(r -> new Kept(
                        r.text("at"), r.text("place"), r.bytes("content").orElseThrow(), r.maybe("purpose"))))
                .list();
    }

    private long sealed(SealedColumn column, List<Kept> chunk) {
        String token = column.token().map(t -> ", " + t.column() + " = ?").orElse("");
        String sql = "update " + column.table() + " set " + column.column() + " = ?" + token + " where "
                + column.key().column() + " = ?::" + column.key().type();
        List<@Nullable Object[]> anew = new ArrayList<>();
        for (Kept kept : chunk) {
            anew(column, kept).ifPresent(anew::add);
        }
        transaction.executeWithoutResult(status -> template.batchUpdate(sql, anew));
        return anew.size();
    }

    private Optional<@Nullable Object[]> anew(SealedColumn column, Kept kept) {
        try {
            byte[] plain = vault.bytes(kept.place(), kept.content());
            byte[] sealed = vault.seal(kept.place(), plain);
            return Optional.of(column.token()
                    .map(t -> new @Nullable Object[] {sealed, token(t, kept, plain), kept.row()})
                    .orElseGet(() -> new @Nullable Object[] {sealed, kept.row()}));
        } catch (IllegalStateException e) {
            LOG.warn("Row {} of {} does not open and is left as it is", kept.row(), column.table());
            return Optional.empty();
        }
    }

    private byte @Nullable [] token(Token token, Kept kept, byte[] plain) {
        return kept.purpose()
                .map(p -> vault.token(
                        p, token.plain().apply(p, new String(plain, java.nio.charset.StandardCharsets.UTF_8))))
                .orElse(null);
    }
}
