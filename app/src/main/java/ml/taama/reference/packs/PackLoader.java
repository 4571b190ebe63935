package ml.taama.reference.packs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.ActorTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings packs into the database: what is new is added, what changed is updated, what left the pack is removed, and what
 * people wrote is never touched. One transaction, so never half a pack; loading the same pack again does nothing.
 */
@Component
public class PackLoader {

    private final DataSource dataSource;
    private final ApplicationEventPublisher events;

    PackLoader(DataSource dataSource, ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.events = events;
    }

    /** Loads a faultless pack after those that it requires. */
    public List<LoadSummary> load(PackContent content) {
        List<LoadSummary> summaries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ActorTransactions.tell(connection, Actor.system("packs"));
                for (PackContent pack : content.inOrder()) {
                    summaries.add(load(connection, pack));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The pack " + content.manifest().code() + " cannot be loaded", e);
        }
        events.publishEvent(new PackLoaded(content.manifest().code()));
        return summaries;
    }

    private static LoadSummary load(Connection connection, PackContent pack) throws SQLException {
        String hash = hash(pack);
        PackRegister register = new PackRegister(connection);
        if (hash.equals(register.hash(pack.manifest().code()))) {
            return new LoadSummary(pack.manifest().code(), true, 0, 0, 0, pack.size(), List.of());
        }
        register.enter(pack.manifest(), hash);
        constraints(connection, "deferred");
        List<TableLoad> loads = new ArrayList<>();
        for (var entry : pack.rows().entrySet()) {
            TableLoad load = new TableLoad(connection, pack.manifest().code(), entry.getKey(), entry.getValue());
            load.copyBeside();
            load.write();
            loads.add(load);
        }
        for (TableLoad load : loads) {
            load.writeLinks();
        }
        // What people built upon must be found row by row, not at the end of the transaction.
        constraints(connection, "immediate");
        for (TableLoad load : loads.reversed()) {
            load.remove();
        }
        return new LoadSummary(
                pack.manifest().code(),
                false,
                loads.stream().mapToInt(TableLoad::added).sum(),
                loads.stream().mapToInt(TableLoad::updated).sum(),
                loads.stream().mapToInt(TableLoad::removed).sum(),
                pack.size(),
                loads.stream().flatMap(l -> l.kept().stream()).toList());
    }

    private static void constraints(Connection connection, String when) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all " + when);
        }
    }

    /** Of everything that goes into the database, so that a change of a translation counts and a comment does not. */
    private static String hash(PackContent pack) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pack.manifest().toString().getBytes(StandardCharsets.UTF_8));
            pack.rows().forEach((table, rows) -> {
                digest.update(table.table().getBytes(StandardCharsets.UTF_8));
                rows.forEach(row ->
                        digest.update((CopyText.line(table, row) + links(row)).getBytes(StandardCharsets.UTF_8)));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String links(PackRow row) {
        return String.format(Locale.ROOT, "%s", new java.util.TreeMap<>(row.links()));
    }
}
