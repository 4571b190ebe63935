package ml.taama.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.Dispute.Settlement;
import ml.taama.collection.Dispute.Side;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Question;
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

/** Different values of several services for one thing: seen side by side, one chosen for publication, the others kept. */
@Component
public class Disputes {

    private static final String SIDES = """
            with sent as (
              select v.*, r.organisation from collection.value v
              join collection.return r on r.id = v.return and r.call = :call
                and v.from_version <= r.sent and (v.to_version is null or v.to_version > r.sent)
              where v.value is not null)
            select s.*, coalesce((select d.kind = 'accepted' from collection.decision d where d.value = s.id
                order by d.id desc limit 1), false) as accepted
            from sent s join (
              select question, period, place, cell from sent group by 1, 2, 3, 4 having count(distinct value) > 1) x
            using (question, period, place, cell)
            order by question, period, place, cell, organisation
            """;

    private record Given(Entry.Key key, Side side) {}

    private record Settled(Entry.Key key, Settlement settlement) {}

    private final JdbcClient jdbc;
    private final Calls calls;
    private final ReturnReviews reviews;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Disputes(JdbcClient jdbc, Calls calls, ReturnReviews reviews, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.reviews = reviews;
        this.audit = audit;
        this.events = events;
    }

    /** The disputes of a call, in the order of its questions. */
    @Transactional(readOnly = true)
    public List<Dispute> of(long call) {
        Actors.current().require(Permission.READ_RETURNS);
        Map<Entry.Key, List<Side>> sides = new LinkedHashMap<>();
        jdbc.sql(SIDES)
                .param("call", call)
                .query(Row.mapper(row -> new Given(
                        key(row),
                        new Side(
                                row.number("id").longValue(),
                                row.number("return").longValue(),
                                row.text("organisation"),
                                row.number("value"),
                                row.text("source"),
                                row.text("method"),
                                row.text("explanation"),
                                row.truth("accepted")))))
                .list()
                .forEach(g ->
                        sides.computeIfAbsent(g.key(), k -> new ArrayList<>()).add(g.side()));
        Map<Entry.Key, Settlement> settled = new LinkedHashMap<>();
        jdbc.sql("select * from collection.settlement where call = ? and undone_at is null")
                .param(call)
                .query(Row.mapper(row -> new Settled(
                        key(row),
                        new Settlement(
                                row.number("id").longValue(),
                                row.number("chosen").longValue(),
                                row.text("reason"),
                                row.instant("at").orElseThrow(),
                                row.number("account").longValue()))))
                .list()
                .forEach(s -> settled.put(s.key(), s.settlement()));
        List<Question> questions = calls.must(call).questions();
        return sides.entrySet().stream()
                .map(e -> new Dispute(
                        questions.stream()
                                .filter(q -> q.id() == e.getKey().question())
                                .findFirst()
                                .orElseThrow(),
                        e.getKey().period(),
                        e.getKey().place(),
                        e.getKey().cell(),
                        e.getValue(),
                        Optional.ofNullable(settled.get(e.getKey()))))
                .toList();
    }

    private static Entry.Key key(Row row) throws java.sql.SQLException {
        return new Entry.Key(
                row.number("question").longValue(),
                row.text("period"),
                row.text("place"),
                Cell.tryParse(row.text("cell")).orElse(Cell.TOTAL));
    }

    /** Chooses the value that is published; it is accepted by that, the others stay as they are, set aside with the reason. */
    @Transactional
    public void choose(long call, long value, String reason) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        if (reason.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        Dispute dispute = of(call).stream()
                .filter(d -> d.sides().stream().anyMatch(s -> s.value() == value))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Side chosen = dispute.sides().stream()
                .filter(s -> s.value() == value)
                .findFirst()
                .orElseThrow();
        dispute.settlement().ifPresent(s -> end(s.id()));
        jdbc.sql("""
                insert into collection.settlement (call, question, period, place, cell, chosen, reason)
                select :call, question, period, place, cell, id, :reason from collection.value where id = :value
                """)
                .param("call", call)
                .param("value", value)
                .param("reason", reason.strip())
                .update();
        if (!chosen.accepted()) {
            reviews.accept(chosen.document(), List.of(value), reason);
        }
        audit.note("dispute.settle", "value", value, chosen.organisation(), Map.of("call", call));
        events.publishEvent(new DisputeSettled(values(dispute), Optional.of(value), reason.strip()));
    }

    /** Undoes a choice: the values stand side by side again. */
    @Transactional
    public void undo(long call, long settlement) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        of(call).stream()
                .filter(d -> d.settlement().filter(s -> s.id() == settlement).isPresent())
                .findFirst()
                .ifPresent(dispute -> {
                    end(settlement);
                    audit.note("dispute.undo", "settlement", settlement);
                    events.publishEvent(new DisputeSettled(values(dispute), Optional.empty(), ""));
                });
    }

    private static List<Long> values(Dispute dispute) {
        return dispute.sides().stream().map(Side::value).toList();
    }

    private void end(long settlement) {
        jdbc.sql("""
                update collection.settlement set undone_at = now(), undone_by = platform.account()
                where id = ? and undone_at is null
                """).param(settlement).update();
    }
}
