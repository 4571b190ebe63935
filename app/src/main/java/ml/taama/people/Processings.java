package ml.taama.people;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of processings of personal data, with the authorisation of each. */
@Component
public class Processings {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Processings(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A processing.
     *
     * @param basis in law
     * @param recipients who receives the data
     * @param retention how long they are kept
     * @param authorisation its number, or empty while there is none
     */
    public record Processing(
            long id,
            String code,
            String title,
            String purpose,
            String basis,
            String recipients,
            String retention,
            String authorisation,
            Optional<LocalDate> authorisedOn,
            Optional<LocalDate> endedOn) {}

    /** All, those that are under way first. */
    @Transactional(readOnly = true)
    public List<Processing> all() {
        return jdbc.sql("select * from people.processing order by ended_on nulls first, code")
                .query(Row.mapper(Processings::processing))
                .list();
    }

    /**
     * Adds a processing, or writes it anew when its code is known.
     *
     * @throws Problem when code, title, purpose or basis is missing
     */
    @Transactional
    public void put(Processing processing) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        if (processing.code().isBlank()
                || processing.title().isBlank()
                || processing.purpose().isBlank()
                || processing.basis().isBlank()) {
            throw Problem.of(PeopleProblem.WRONG_PROCESSING);
        }
        long id = jdbc.sql("""
                insert into people.processing (code, title, purpose, basis, recipients, retention, authorisation, authorised_on)
                values (:code, :title, :purpose, :basis, :recipients, :retention, :authorisation, :on)
                on conflict (code) do update set title = excluded.title, purpose = excluded.purpose, basis = excluded.basis,
                  recipients = excluded.recipients, retention = excluded.retention, authorisation = excluded.authorisation,
                  authorised_on = excluded.authorised_on
                returning id
                """)
                .param("code", processing.code().strip())
                .param("title", processing.title().strip())
                .param("purpose", processing.purpose().strip())
                .param("basis", processing.basis().strip())
                .param("recipients", processing.recipients().strip())
                .param("retention", processing.retention().strip())
                .param("authorisation", processing.authorisation().strip())
                .param("on", processing.authorisedOn().orElse(null))
                .query(Long.class)
                .single();
        audit.note("processing.put", "processing", id);
    }

    /** Ends a processing today, or takes it up again. */
    @Transactional
    public void end(long id, boolean ended) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        int changed = jdbc.sql("update people.processing set ended_on = :on where id = :id")
                .param("on", ended ? LocalDate.now(clock) : null)
                .param("id", id)
                .update();
        if (changed == 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        audit.note(ended ? "processing.end" : "processing.resume", "processing", id, "", Map.of());
    }

    private static Processing processing(Row row) throws SQLException {
        return new Processing(
                row.number("id").longValue(),
                row.text("code"),
                row.text("title"),
                row.text("purpose"),
                row.text("basis"),
                row.text("recipients"),
                row.text("retention"),
                row.text("authorisation"),
                row.day("authorised_on"),
                row.day("ended_on"));
    }
}
