package ml.taama.reporting.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reports in progress ask: sections to write and to sign, and what became of what was announced. */
@Component
class WritingTasks implements Tasks {

    private static final String ASSIGNED = """
            select a.cycle, a.section, s.title, c.content_date, a.assigned_at,
              (select max(v.written_at) from reporting.text_version v
                where v.cycle = a.cycle and v.section = a.section and v.number > 0) as written,
              (select max(g.at) from reporting.signature g where g.cycle = a.cycle and g.section = a.section
                and g.organisation = a.organisation and g.withdrawn_at is null) as signed
            from reporting.assignment a join reporting.cycle c on c.code = a.cycle and c.state = 'open'
            join reporting.section s on s.cycle = a.cycle and s.code = a.section
            where a.organisation = any (:organisations)
            order by c.content_date, s.position
            """;

    private static final String UNANSWERED = """
            select c.code, c.title, count(*) as many from reporting.cycle c
            join lateral (select b.code from reporting.cycle b where b.content_date < c.content_date
              order by b.content_date desc limit 1) before on true
            join reporting.statement s on s.cycle = before.code and s.kind = 'priority'
            where c.state = 'open' and not exists (select from reporting.promise_outcome o
              where o.cycle = c.code and o.statement = s.code)
            group by c.code, c.title
            """;

    private final JdbcClient jdbc;

    WritingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> of(Ui ui) {
        Actor actor = ui.visitor().actor();
        List<Task> tasks = new ArrayList<>();
        List<String> mine = List.copyOf(actor.organisations(Permission.SIGN_REPORTS));
        if (!mine.isEmpty()) {
            jdbc.sql(ASSIGNED)
                    .param("organisations", mine.toArray(String[]::new))
                    .query(Row.mapper(row -> task(ui, row)))
                    .list()
                    .forEach(task -> task.ifPresent(tasks::add));
        }
        if (actor.may(Permission.MANAGE_REPORTS)) {
            tasks.addAll(jdbc.sql(UNANSWERED)
                    .query(Row.mapper(row -> new Task(
                            ui.t("task.promises", row.whole("many"), ui.text(row.local("title"))),
                            "/work/reports/" + row.text("code") + "/promises",
                            Optional.empty())))
                    .list());
        }
        return tasks;
    }

    /** To write until somebody wrote, then to sign until it is signed as it was last written. */
    private static Optional<Task> task(Ui ui, Row row) throws java.sql.SQLException {
        LocalText title = row.local("title");
        Optional<Instant> written = row.instant("written");
        Optional<Instant> signed = row.instant("signed");
        String board = "/work/reports/" + row.text("cycle");
        String text =
                board + "/sections/" + row.text("section") + "/" + ui.language().getLanguage();
        if (signed.isPresent() && written.filter(w -> w.isAfter(signed.get())).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                written.isEmpty()
                        ? new Task(ui.t("task.section.write", ui.text(title)), text, row.day("content_date"))
                        : new Task(
                                ui.t("task.section.sign", ui.text(title)),
                                board + "#" + row.text("section"),
                                row.day("content_date")));
    }
}
