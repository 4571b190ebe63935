package ml.taama.matching;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ml.taama.linkage.Resident;
import ml.taama.linkage.Resident.Candidate;
import ml.taama.linkage.Settings;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register in memory under the model in use. It is read on a thread of its own when it is first needed, and follows the
 * records that are pending; each of them is also compared, and what it may be the same as goes to the reviewers.
 */
@Component
class MatchIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MatchIndex.class);
    private static final Actor SYSTEM = Actor.system("matching");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int CHUNK = 500;

    private final Models models;
    private final ObjectProvider<RecordSource> source;
    private final ReviewStore reviews;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("matching").factory());
    private volatile @Nullable Loaded loaded;
    private volatile boolean asked;
    private volatile boolean behind;

    private record Loaded(Models.Named model, Resident resident) {}

    MatchIndex(
            Models models,
            ObjectProvider<RecordSource> source,
            ReviewStore reviews,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.models = models;
        this.source = source;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whether the register stands in memory. */
    boolean ready() {
        return loaded != null;
    }

    /**
     * What may be the same as some values, strongest first; nothing while the register is still being read. Waits for what is
     * pending, but not for a whole import.
     */
    List<Found> find(Map<String, String> values, double least) {
        follow(behind ? MOMENT : PATIENCE);
        Loaded now = loaded;
        return now == null
                ? List.of()
                : now.resident.find(values, least).stream()
                        .map(c -> found(now.model, c))
                        .toList();
    }

    private static Found found(Models.Named model, Candidate candidate) {
        return new Found(
                Long.parseLong(candidate.id()),
                candidate.weight(),
                candidate.probability(),
                Reasons.of(model.model(), candidate.weight(), candidate.pattern()));
    }

    /** Reads what is pending and waits for it, within reason. */
    void follow(Duration patience) {
        asked = true;
        Future<?> done = worker.submit(this::act);
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.info("The register is still being read for matching");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Records cannot be compared", e.getCause());
        }
    }

    /** Reads what is pending, after the register itself. */
    void follow() {
        asked = true;
        worker.execute(this::act);
    }

    private void act() {
        Actors.run(SYSTEM, this::catchUp);
    }

    /** After a record changed: at once where the register stands in memory, else when the job comes round. */
    void changed() {
        if (asked) {
            follow();
        }
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 10_000)
    void keep() {
        follow();
    }

    private void catchUp() {
        try {
            Loaded known = loaded;
            Loaded now = known == null || stale(known) ? load() : known;
            if (now != null) {
                do {
                    behind = Boolean.TRUE.equals(transaction.execute(status -> chunk(now)));
                } while (behind);
            }
        } catch (RuntimeException e) {
            loaded = null;
            LOG.warn("Records could not be compared; the register will be read anew", e);
            throw e;
        }
    }

    /** Whether another model is in use now. */
    private boolean stale(Loaded known) {
        return models.active().filter(m -> m.equals(known.model)).isEmpty();
    }

    private @Nullable Loaded load() {
        RecordSource records = source.getIfAvailable();
        Optional<Models.Named> model = models.active();
        if (records == null || model.isEmpty()) {
            return null;
        }
        RecordTable table = new RecordTable(model.get().model());
        records.all(table::add);
        Settings settings = Settings.usual().withThreads(1);
        Loaded now =
                new Loaded(model.get(), new Resident(model.get().model(), table.table(), Optional.empty(), settings));
        loaded = now;
        return now;
    }

    /** Compares some of what is pending; whether more may be. */
    private boolean chunk(Loaded now) {
        record Pending(long id, long record) {}
        List<Pending> pending = jdbc.sql("select id, record from matching.pending order by id limit ?")
                .param(CHUNK)
                .query(Row.mapper(r -> new Pending(
                        r.number("id").longValue(), r.number("record").longValue())))
                .list();
        if (!pending.isEmpty()) {
            compare(now, pending.stream().map(Pending::record).distinct().toList());
            jdbc.sql("delete from matching.pending where id = any(?)")
                    .param(pending.stream().map(Pending::id).toArray(Long[]::new))
                    .update();
        }
        return pending.size() == CHUNK;
    }

    private void compare(Loaded now, List<Long> records) {
        Map<Long, Map<String, String>> values = source.getObject().records(records);
        Compared compared = new Compared();
        double least = reviews.least();
        for (long record : records) {
            String id = String.valueOf(record);
            if (now.resident.holds(id)) {
                now.resident.remove(id);
            }
            Map<String, String> own = values.getOrDefault(record, Map.of());
            if (own.isEmpty()) {
                compared.none(record);
                reviews.forget(record);
            } else {
                compared.found(record, now.resident.find(own, least));
                now.resident.add(id, own);
            }
        }
        reviews.put(now.model.code(), compared);
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
