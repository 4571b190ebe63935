package ml.taama.cases;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Notices;
import ml.taama.cases.Journal.Line;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Children alone, pregnancy, violence, trafficking: whoever works on a case raises the alert, those who may read what is protected follow it. */
@Component
public class Alerts {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Journal journal;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Alerts(JdbcClient jdbc, CaseRows rows, Journal journal, Notices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Alerts of a case that the reader may see, the latest first. */
    @Transactional(readOnly = true)
    public List<Alert> of(long dossier) {
        return jdbc.sql("select * from cases.alert where dossier = ? order by resolved_at is not null, id desc")
                .param(dossier)
                .query(Row.mapper(Alerts::alert))
                .list();
    }

    /** Alerts that hold in the cases of the organisations of who asks, the oldest first. */
    @Transactional(readOnly = true)
    public List<Alert> holding() {
        return jdbc.sql("""
                select * from cases.alert
                where resolved_at is null and organisation = any (platform.organisations('cases.manage')) order by raised_on, id
                """).query(Row.mapper(Alerts::alert)).list();
    }

    /** Raises an alert; those who may follow it are told, without any detail. */
    @Transactional
    public long raise(long dossier, long file, String kind, String text) {
        Case held = rows.hold(dossier, CaseMove.ALERT);
        Actors.current().require(Permission.MANAGE_CASES, held.organisation());
        Cases.known(Words.ALERTS, kind);
        if (!held.people().contains(file)) {
            throw Problem.of(CaseProblem.NOT_IN_CASE);
        }
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('cases.alert', 'id'))")
                .query(Long.class)
                .single();
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("""
                insert into cases.alert (id, dossier, file, kind, raised_on, organisation) overriding system value
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(id, dossier, file, kind, today, held.organisation())
                .update();
        journal.write(
                dossier,
                held.organisation(),
                Line.of("alert", "alerts", kind, id, text).secretly(true),
                Optional.of(today));
        if (Actors.current().signedIn()) {
            notices.tell(
                    Permission.READ_PROTECTED,
                    held.organisation(),
                    "case.alert",
                    "/work/cases/" + dossier,
                    null,
                    held.spaced());
        }
        audit.note("alert.raise", "case", dossier, held.organisation(), Map.of());
        return id;
    }

    /** Writes down a step: when, which, what came of it. */
    @Transactional
    public void step(long dossier, long alert, String step, LocalDate on, String text) {
        Case held = rows.hold(dossier, CaseMove.ALERT);
        Alert now = holding(held, alert);
        Cases.known(Words.steps(now.kind()), step);
        if (on.isAfter(LocalDate.now(clock))) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", "", "");
        }
        journal.write(
                dossier,
                held.organisation(),
                Line.of("alert-step", "alerts", step, alert, text).secretly(true),
                Optional.of(on));
        audit.note("alert.step", "case", dossier, held.organisation(), Map.of("alert", alert));
    }

    /** Says that an alert does not hold any more, and why. */
    @Transactional
    public void resolve(long dossier, long alert, String reason) {
        Case held = rows.hold(dossier);
        holding(held, alert);
        if (reason.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        jdbc.sql("update cases.alert set resolved_at = now(), resolved_by = platform.account() where id = ?")
                .param(alert)
                .update();
        journal.write(
                dossier,
                held.organisation(),
                Line.of("alert-resolved", "alerts", "", alert, reason).secretly(true));
        audit.note("alert.resolve", "case", dossier, held.organisation(), Map.of("alert", alert));
    }

    private Alert holding(Case held, long alert) {
        Actors.current().require(Permission.READ_PROTECTED, held.organisation());
        Alert now = of(held.id()).stream()
                .filter(a -> a.id() == alert)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (!now.holds()) {
            throw Problem.of(CaseProblem.ALERT_OVER);
        }
        return now;
    }

    static Alert alert(Row row) throws SQLException {
        return new Alert(
                row.number("id").longValue(),
                row.number("dossier").longValue(),
                row.number("file").longValue(),
                row.text("kind"),
                row.day("raised_on").orElseThrow(),
                row.text("organisation"),
                row.instant("resolved_at"));
    }
}
