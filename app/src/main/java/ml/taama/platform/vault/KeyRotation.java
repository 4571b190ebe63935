package ml.taama.platform.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Sweep;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rotates the keys of the vault while the site is stopped: puts new ones in front, seals everything anew that older ones
 * sealed, makes the tokens anew from what it opened, and takes the old keys away once nothing needs them. What is done says so
 * itself, by the number of its key; a rotation that was cut short is gone on with.
 */
@Component
public class KeyRotation {

    private static final Actor SYSTEM = Actor.system("keys");

    /** Any number that nothing else locks. */
    private static final long LOCK = 7_233_151;

    private final Database database;
    private final VaultKeys keys;
    private final Vault vault;
    private final List<SealedColumn> columns;
    private final AuditTrail audit;

    KeyRotation(Database database, VaultKeys keys, Vault vault, List<SealedColumn> columns, AuditTrail audit) {
        this.database = database;
        this.keys = keys;
        this.vault = vault;
        this.columns = columns;
        this.audit = audit;
    }

    /** Is told how far a table is. */
    public interface Watch {
        void sealed(String table, long done, long all);
    }

    /**
     * What a rotation did.
     *
     * @param sealed values that were sealed anew
     * @param lost values that do not open, or stand in a column of which no module tells: they are left, and the old keys with them
     */
    public record Result(long sealed, long lost) {}

    /**
     * Refuses while another Taama works on a database, since it would go on with the old keys.
     *
     * @throws Problem that says to stop it
     */
    public static void refuseAtWork(Database database) {
        int connections = JdbcClient.create(database.ownerDataSource())
                .sql("select count(*) from pg_stat_activity where usename = ? and datname = current_database()")
                .param(database.applicationRole())
                .query(Integer.class)
                .single();
        if (connections > 0) {
            throw Problem.of(PlatformProblem.DATABASE_IN_USE, connections);
        }
    }

    /** Rotates the keys, or ends a rotation that was cut short. */
    public Result run(Watch watch) {
        try (Connection connection = database.ownerDataSource().getConnection()) {
            lock(connection);
            return Actors.as(SYSTEM, () -> run(new Resealing(connection, vault, keys::mark), watch));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private static void lock(Connection connection) {
        boolean free = Resealing.client(connection)
                .sql("select pg_try_advisory_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!free) {
            throw Problem.of(PlatformProblem.DATABASE_IN_USE, 1);
        }
    }

    private Result run(Resealing resealing, Watch watch) {
        if (keys.renew()) {
            audit.note("keys.renew", "vault", "keys");
        }
        long sealed = 0;
        for (SealedColumn column : columns) {
            sealed += resealing.seal(column, watch);
        }
        long lost = columns.stream().mapToLong(resealing::remaining).sum()
                + resealing.elsewhere(columns, keys.olderMarks());
        if (lost == 0) {
            keys.retire();
            audit.note("keys.retire", "vault", "keys", "", Map.of("sealed", sealed));
            Sweep.of(database, schemas());
        }
        return new Result(sealed, lost);
    }

    /** What the old keys sealed leaves the files of the database too. */
    private Set<String> schemas() {
        return columns.stream()
                .map(c -> c.table().substring(0, c.table().indexOf('.')))
                .collect(Collectors.toSet());
    }
}
