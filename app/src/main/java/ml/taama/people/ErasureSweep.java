package ml.taama.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Row;
import ml.taama.platform.database.Sweep;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After people were erased, takes their bytes out of the files of the database too: in the following night, or where the site
 * does not work at night, a day later at the latest.
 */
@Component
class ErasureSweep {

    private static final Actor SYSTEM = Actor.system("sweep");
    private static final String MARK = "erasure.swept";
    private static final Duration LATEST = Duration.ofHours(20);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final int MORNING = 5;
    private static final int MINUTE = 60_000;

    private static final String WAITING = """
            select min(at) as at from people.erased
            where at > coalesce((select value::timestamptz from platform.setting where name = ?), '-infinity')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Database database;
    private final List<Erasing> modules;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;

    ErasureSweep(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Database database,
            List<Erasing> modules,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.database = database;
        this.modules = modules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sweeps when it is time to; not again for some hours when a table was held by others, for each waits while one is written. */
    @Scheduled(initialDelay = 5 * MINUTE, fixedDelay = 10 * MINUTE)
    void whenDue() {
        if (!clock.instant().isBefore(next)) {
            Actors.run(
                    SYSTEM,
                    () -> waiting().filter(this::due).ifPresent(since -> {
                        next = sweep() ? Instant.MIN : clock.instant().plus(PAUSE);
                    }));
        }
    }

    /** Since when something erased waits to be swept. */
    private Optional<Instant> waiting() {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(WAITING)
                .param(MARK)
                .query(Row.mapper(r -> r.instant("at")))
                .single()));
    }

    private boolean due(Instant since) {
        boolean night =
                LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault()).getHour() < MORNING;
        return night || since.plus(LATEST).isBefore(clock.instant());
    }

    /** Sweeps now; returns whether everything was. */
    boolean sweep() {
        Instant begun = Objects.requireNonNull(transaction.execute(status -> jdbc.sql("select now() as at")
                .query(Row.mapper(r -> r.instant("at").orElseThrow()))
                .single()));
        TreeSet<String> schemas = new TreeSet<>(List.of("people"));
        modules.forEach(m -> schemas.add(m.schema()));
        boolean all = Sweep.of(database, schemas);
        if (all) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(
                                "insert into platform.setting values (?, ?) on conflict (name) do update set value = excluded.value")
                        .params(MARK, begun.toString())
                        .update();
                audit.note("erasure.sweep", "people", "register");
            });
        }
        return all;
    }
}
