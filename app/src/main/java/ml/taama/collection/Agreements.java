package ml.taama.collection;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Question;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements on the sharing of data; what none covers is not received. */
@Component
public class Agreements {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Agreements(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that the actor may see: by organisation, the latest first. */
    @Transactional(readOnly = true)
    public List<Agreement> all() {
        return jdbc.sql("""
                select a.* from collection.agreement a join organisations.organisation o on o.code = a.organisation
                order by o.position, o.code, a.ended_at is not null, a.valid_from desc, a.id desc
                """).query(Row.mapper(Agreements::agreement)).list();
    }

    /** Figures asked of an organisation that no agreement of today covers, by their codes. */
    @Transactional(readOnly = true)
    public List<String> uncovered(String organisation, Collection<Question> questions) {
        LocalDate today = LocalDate.now(clock);
        List<Agreement> holding = all().stream()
                .filter(a -> a.organisation().equals(organisation) && a.on(today))
                .toList();
        return questions.stream()
                .filter(Question::figure)
                .filter(q -> holding.stream().noneMatch(a -> a.covers(q)))
                .map(Question::code)
                .toList();
    }

    /**
     * Concludes an agreement.
     *
     * @param scope codes of datasets and indicators; none means everything
     */
    @Transactional
    public long conclude(
            String organisation,
            String basis,
            List<String> scope,
            LocalDate from,
            Optional<LocalDate> to,
            String note) {
        Actors.current().require(Permission.MANAGE_AGREEMENTS);
        if (basis.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        if (to.filter(from::isAfter).isPresent()) {
            throw Problem.of(CollectionProblem.FIELD, to.orElseThrow(), from);
        }
        long id = jdbc.sql("""
                insert into collection.agreement (organisation, basis, everything, scope, valid_from, valid_to, note)
                values (:organisation, :basis, :everything, string_to_array(:scope, ' '), :from, :to, :note) returning id
                """)
                .param("organisation", organisation)
                .param("basis", basis.strip())
                .param("everything", scope.isEmpty())
                .param("scope", String.join(" ", scope))
                .param("from", from)
                .param("to", to.orElse(null))
                .param("note", note.strip())
                .query(Long.class)
                .single();
        audit.note("agreement.conclude", "agreement", id, organisation, Map.of());
        return id;
    }

    /** Ends an agreement, with a reason. */
    @Transactional
    public void end(long id, String reason) {
        Actors.current().require(Permission.MANAGE_AGREEMENTS);
        if (reason.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        jdbc.sql("""
                update collection.agreement set ended_at = now(), ended_by = platform.account(), end_reason = ?
                where id = ? and ended_at is null
                """).params(reason.strip(), id).update();
        audit.note("agreement.end", "agreement", id);
    }

    /** Undoes the end of an agreement. */
    @Transactional
    public void resume(long id) {
        Actors.current().require(Permission.MANAGE_AGREEMENTS);
        jdbc.sql("update collection.agreement set ended_at = null, ended_by = null, end_reason = '' where id = ?")
                .param(id)
                .update();
        audit.note("agreement.resume", "agreement", id);
    }

    private static Agreement agreement(Row row) throws SQLException {
        return new Agreement(
                row.number("id").longValue(),
                row.text("organisation"),
                row.text("basis"),
                row.truth("everything"),
                row.list("scope"),
                row.day("valid_from").orElseThrow(),
                row.day("valid_to"),
                row.text("note"),
                row.instant("at").orElseThrow(),
                row.number("account").longValue(),
                row.instant("ended_at"),
                row.text("end_reason"));
    }
}
