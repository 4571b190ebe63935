package ml.taama.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers decide about pairs: facts that stand above every score, corrected by a later one, never changed. */
@Component
public class Decisions {

    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final ReviewStore reviews;
    private final Neighbours neighbours;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Decisions(
            JdbcClient jdbc,
            ReviewSettings settings,
            ReviewStore reviews,
            Neighbours neighbours,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.reviews = reviews;
        this.neighbours = neighbours;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Decides about a pair, or corrects what was decided.
     *
     * @param review number of the pair
     * @return number of the decision
     * @throws Problem without a reason, or when another decision keeps files apart that would become one person
     */
    @Transactional
    public long decide(long review, Verdict verdict, String reason) {
        Actors.current().require(Permission.REVIEW_DUPLICATES);
        if (reason.isBlank()) {
            throw Problem.of(MatchingProblem.NO_REASON);
        }
        reviews.alone();
        Review pair = jdbc.sql("select * from matching.review where id = ? for update")
                .param(review)
                .query(Row.mapper(Review::of))
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        long decision = jdbc.sql("""
                insert into matching.decision (one, other, verdict, reason) values (?, ?, ?, ?) returning id
                """)
                .params(pair.one(), pair.other(), verdict.word(), reason.strip())
                .query(Long.class)
                .single();
        String state = Ruling.of(of(pair.one(), pair.other()), settings.reviewers());
        jdbc.sql("update matching.review set state = ? where id = ?")
                .params(state, review)
                .update();
        if (neighbours.contradicts(pair.one())) {
            throw Problem.of(MatchingProblem.CONTRADICTION);
        }
        neighbours.look(pair.one(), pair.other());
        audit.note("match.decide", "match", review, "", Map.of("verdict", verdict.word()));
        tell(pair, state, decision);
        return decision;
    }

    private void tell(Review before, String state, long decision) {
        boolean was = before.state().equals(Ruling.SAME);
        boolean is = state.equals(Ruling.SAME);
        if (is && !was) {
            events.publishEvent(new MatchConfirmed(before.one(), before.other(), decision));
        } else if (was && !is) {
            events.publishEvent(new MatchWithdrawn(before.one(), before.other(), decision));
        }
    }

    /** What was decided about a pair, in order. */
    @Transactional(readOnly = true)
    public List<Decision> of(long one, long other) {
        return jdbc.sql("select * from matching.decision where one = ? and other = ? order by id")
                .params(Math.min(one, other), Math.max(one, other))
                .query(Row.mapper(Decisions::decision))
                .list();
    }

    /** A decision by its number, when the reader may see it. */
    @Transactional(readOnly = true)
    public Optional<Decision> find(long decision) {
        return jdbc.sql("select * from matching.decision where id = ?")
                .param(decision)
                .query(Row.mapper(Decisions::decision))
                .optional();
    }

    /** A pair by its number. */
    @Transactional(readOnly = true)
    public Optional<Review> review(long id) {
        return jdbc.sql("select * from matching.review where id = ?")
                .param(id)
                .query(Row.mapper(Review::of))
                .optional();
    }

    /** The pair of two records, when it was ever alike. */
    @Transactional(readOnly = true)
    public Optional<Review> pair(long one, long other) {
        return jdbc.sql("select * from matching.review where one = ? and other = ?")
                .params(Math.min(one, other), Math.max(one, other))
                .query(Row.mapper(Review::of))
                .optional();
    }

    /** How far reviewers agree. */
    @Transactional(readOnly = true)
    public Agreement agreement() {
        return Agreement.of(
                jdbc
                        .sql("select * from matching.decision order by id")
                        .query(Row.mapper(Decisions::decision))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(d -> d.one() + " " + d.other()))
                        .values());
    }

    private static Decision decision(Row row) throws java.sql.SQLException {
        return new Decision(
                row.number("id").longValue(),
                row.number("one").longValue(),
                row.number("other").longValue(),
                Verdict.of(row.text("verdict")).orElseThrow(),
                row.text("reason"),
                row.instant("at").orElseThrow(),
                row.number("by").longValue());
    }
}
