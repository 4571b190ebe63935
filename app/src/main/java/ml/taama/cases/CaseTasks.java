package ml.taama.cases;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ml.taama.cases.Journal.Line;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for cases: visits, calls, papers, until a day. */
@Component
public class CaseTasks {

    private static final String SELECT = "select * from cases.task";

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Journal journal;
    private final Vault vault;
    private final AuditTrail audit;

    CaseTasks(JdbcClient jdbc, CaseRows rows, Journal journal, Vault vault, AuditTrail audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.vault = vault;
        this.audit = audit;
    }

    /** Tasks of a case, those to do first. */
    @Transactional(readOnly = true)
    public List<CaseTask> of(long dossier) {
        return jdbc.sql(SELECT + " where dossier = ? order by done_at is not null, due_on, id")
                .param(dossier)
                .query(Row.mapper(this::task))
                .list();
    }

    /** What somebody has to do until a day. */
    @Transactional(readOnly = true)
    public List<CaseTask> due(long account, LocalDate until) {
        return jdbc.sql(SELECT + " where account = ? and done_at is null and due_on <= ? order by due_on, id")
                .params(account, until)
                .query(Row.mapper(this::task))
                .list();
    }

    /** Adds a task for whoever follows the case. */
    @Transactional
    public long add(long dossier, String kind, LocalDate dueOn, String text) {
        Case held = rows.hold(dossier, CaseMove.PLAN);
        Actors.current().require(Permission.MANAGE_CASES, held.organisation());
        Cases.known(Words.TASKS, kind);
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('cases.task', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into cases.task (id, dossier, organisation, account, kind, due_on, content) overriding system value
                values (:id, :dossier, :organisation, :account, :kind, :due, :content)
                """)
                .param("id", id)
                .param("dossier", dossier)
                .param("organisation", held.organisation())
                .param("account", held.account().orElse(null))
                .param("kind", kind)
                .param("due", dueOn)
                .param("content", text.isBlank() ? null : vault.seal(place(id), text.strip()))
                .update();
        journal.write(
                dossier, held.organisation(), Line.of("task", "tasks", kind, id, text), java.util.Optional.of(dueOn));
        audit.note("task.add", "case", dossier, held.organisation(), Map.of("task", id));
        return id;
    }

    /** Says that a task is done; once. */
    @Transactional
    public void done(long dossier, long task, String text) {
        Case held = rows.hold(dossier);
        Actors.current().require(Permission.MANAGE_CASES, held.organisation());
        CaseTask now = of(dossier).stream()
                .filter(t -> t.id() == task)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (now.doneAt().isPresent()) {
            return;
        }
        jdbc.sql("update cases.task set done_at = now(), done_by = platform.account() where id = ?")
                .param(task)
                .update();
        journal.write(dossier, held.organisation(), Line.of("task-done", "tasks", now.kind(), task, text));
        audit.note("task.done", "case", dossier, held.organisation(), Map.of("task", task));
    }

    private CaseTask task(Row row) throws SQLException {
        long id = row.number("id").longValue();
        return new CaseTask(
                id,
                row.number("dossier").longValue(),
                row.text("organisation"),
                row.maybeNumber("account").map(Number::longValue),
                row.text("kind"),
                row.day("due_on").orElseThrow(),
                row.bytes("content").map(c -> vault.open(place(id), c)).orElse(""),
                row.instant("done_at"));
    }

    private static String place(long id) {
        return "cases.task " + id;
    }
}
