package ml.taama.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how far work on the whole register is. Each step stands at once, so that who watches sees it. */
@Component
class RunStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long ONE_AT_A_TIME = 6_006_006;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    RunStore(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A line of the log. */
    record Line(Instant at, String word, List<String> arguments) {}

    /** @throws Problem when other work is under way */
    @Transactional
    long ask(String kind, String model, Optional<String> other) {
        Actors.current().require(Permission.REVIEW_DUPLICATES);
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ONE_AT_A_TIME)
                .query((row, number) -> number)
                .list();
        if (!list("state in ('waiting', 'running')", 1).isEmpty()) {
            throw Problem.of(MatchingProblem.AT_WORK);
        }
        long id = jdbc.sql("insert into matching.run (kind, model, other) values (:kind, :model, :other) returning id")
                .param("kind", kind)
                .param("model", model)
                .param("other", other.orElse(null))
                .query(Long.class)
                .single();
        audit.note("matching.run", "matching", id, "", Map.of("kind", kind));
        return id;
    }

    @Transactional(readOnly = true)
    List<Run> list(String where, int most) {
        return jdbc.sql("select * from matching.run where " + where + " order by id desc limit ?")
                .param(most)
                .query(Row.mapper(Run::of))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Run> find(long id) {
        return list("id = " + id, 1).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<Line> lines(long run) {
        return jdbc.sql("select * from matching.run_line where run = ? order by id")
                .param(run)
                .query(Row.mapper(r -> new Line(r.instant("at").orElseThrow(), r.text("word"), r.list("arguments"))))
                .list();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void line(long run, String word, Object... arguments) {
        List<String> words =
                java.util.Arrays.stream(arguments).map(String::valueOf).toList();
        jdbc.sql("insert into matching.run_line (run, word, arguments) values (?, ?, ?)")
                .params(run, word, words.toArray(String[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(long run) {
        jdbc.sql("update matching.run set state = 'running', started_at = now(), moved_at = now() where id = ?")
                .param(run)
                .update();
    }

    /** Says how far it is; returns whether somebody asked to stop. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean move(long run, String stage, long done, long total) {
        return jdbc.sql("""
                update matching.run set stage = ?, done = ?, total = ?, moved_at = now() where id = ? returning cancel
                """)
                .params(stage, done, total, run)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void end(long run, String state, int records, long pairs, Map<String, ?> report) {
        jdbc.sql("""
                update matching.run set state = ?, records = ?, pairs = ?, report = ?::jsonb, moved_at = now(), ended_at = now()
                where id = ?
                """)
                .params(state, records, pairs, JSON.writeValueAsString(report), run)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void trained(long run, String model) {
        jdbc.sql("update matching.run set other = ? where id = ?")
                .params(model, run)
                .update();
    }

    @Transactional
    void cancel(long run) {
        Actors.current().require(Permission.REVIEW_DUPLICATES);
        jdbc.sql("update matching.run set cancel = true where id = ? and state in ('waiting', 'running')")
                .param(run)
                .update();
        audit.note("matching.cancel", "matching", run);
    }

    /** Work that a stop of the product broke off. */
    @Transactional
    public int brokenOff() {
        return jdbc.sql("update matching.run set state = 'failed', ended_at = now() where state = 'running'")
                .update();
    }
}
