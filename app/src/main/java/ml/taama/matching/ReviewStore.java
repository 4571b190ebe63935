package ml.taama.matching;

import java.util.List;
import ml.taama.linkage.Resident.Candidate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts pairs before the reviewers, and takes them away. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;
    private final ReviewSettings settings;

    ReviewStore(JdbcClient jdbc, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    double least() {
        return settings.least();
    }

    /** What a record may be the same as now; a pair that was open and is not like that any more goes. */
    @Transactional
    void put(String model, long record, List<Candidate> candidates) {
        jdbc.sql("""
                update matching.review set state = 'gone'
                where state = 'open' and ((one = :record and other <> all(:found)) or (other = :record and one <> all(:found)))
                """)
                .param("record", record)
                .param(
                        "found",
                        candidates.stream().map(c -> Long.valueOf(c.id())).toArray(Long[]::new))
                .update();
        for (Candidate candidate : candidates) {
            long other = Long.parseLong(candidate.id());
            put(model, Math.min(record, other), Math.max(record, other), candidate);
        }
    }

    private void put(String model, long one, long other, Candidate candidate) {
        jdbc.sql("""
                insert into matching.review (one, other, weight, probability, pattern, rule, model, priority)
                values (:one, :other, :weight, :probability, :pattern, :rule, :model, :priority)
                on conflict (one, other) do update set weight = excluded.weight, probability = excluded.probability,
                  pattern = excluded.pattern, rule = excluded.rule, model = excluded.model, seen_at = now(),
                  state = case review.state when 'gone' then 'open' else review.state end
                """)
                .param("one", one)
                .param("other", other)
                .param("weight", candidate.weight())
                .param("probability", candidate.probability())
                .param("pattern", candidate.pattern())
                .param("rule", candidate.rule())
                .param("model", model)
                .param("priority", Priority.of(candidate.probability(), 1, 1))
                .update();
    }

    /** A record is no more: nothing is kept of how it was compared. */
    @Transactional
    void forget(long record) {
        jdbc.sql("delete from matching.review where ? in (one, other)")
                .param(record)
                .update();
        jdbc.sql("delete from matching.decision where ? in (one, other)")
                .param(record)
                .update();
    }
}
