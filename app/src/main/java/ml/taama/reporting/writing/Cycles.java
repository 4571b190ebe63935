package ml.taama.reporting.writing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.time.Period;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Opens a review from the one before: its outline and texts to begin with, and what it had announced, to be answered. */
@Component
class Cycles {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What became of something announced. */
    record Outcome(String outcome, String text) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Cycles(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Opens a review.
     *
     * @param title by language
     * @throws Problem when one of this code exists
     */
    @Transactional
    public void open(Review last, String code, Map<Locale, String> title, Period period, LocalDate contentDate) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        boolean taken = jdbc.sql("select 1 from reporting.cycle where code = ?")
                .param(code)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (taken) {
            throw Problem.of(WritingProblem.CYCLE_EXISTS, code);
        }
        Map<String, String> titles = new LinkedHashMap<>();
        title.forEach((language, text) -> titles.put(language.getLanguage(), text));
        String source = source(code, titles);
        jdbc.sql("""
                insert into reporting.cycle (code, title, subtitle, framework, coordinator, period, content_date, state,
                  position, source_ref)
                select :code, :title::jsonb, subtitle, framework, coordinator, :period, :date, 'open', position + 1, :source
                from reporting.cycle where code = :last
                """)
                .param("code", code)
                .param("title", MAPPER.writeValueAsString(titles))
                .param("period", period.toString())
                .param("date", contentDate)
                .param("source", source)
                .param("last", last.code())
                .update();
        for (String copy : COPIES) {
            jdbc.sql(copy)
                    .param("code", code)
                    .param("last", last.code())
                    .param("source", source)
                    .update();
        }
        carry(last, code);
        audit.note("review.open", "review", code, last.coordinator(), Map.of("from", last.code()));
    }

    private void carry(Review last, String code) {
        last.narrative()
                .forEach((section, texts) -> texts.forEach((language, markdown) -> jdbc.sql("""
                insert into reporting.narrative (cycle, section, language, markdown) values (?, ?, ?, ?)
                """)
                        .params(code, section, language, new Carried(last, Locale.of(language)).over(markdown))
                        .update()));
    }

    private static final List<String> COPIES = List.of("""
            insert into reporting.section (cycle, code, parent, number, title, kind, framework, goal, position)
            select :code, code, parent, number, title, kind, framework, goal, position
            from reporting.section where cycle = :last and :source <> ''
            """, """
            insert into reporting.priority (cycle, framework, goal, source_ref)
            select :code, framework, goal, :source from reporting.priority where cycle = :last
            """, """
            insert into reporting.contribution (cycle, organisation, task, text, status, position, source_ref)
            select :code, organisation, task, text, 'planned', position, :source
            from reporting.contribution where cycle = :last
            """, """
            insert into reporting.request (cycle, dataset, source_ref)
            select :code, dataset, :source from reporting.request where cycle = :last
            """);

    /** The review is the source of what people write in it. */
    private String source(String code, Map<String, String> titles) {
        String source = "REVIEW-" + code;
        jdbc.sql(
                        "insert into reference.source (code, kind, title) values (?, 'report', ?::jsonb) on conflict do nothing")
                .params(source, MAPPER.writeValueAsString(titles))
                .update();
        return source;
    }

    /** The review before another, by date of content. */
    @Transactional(readOnly = true)
    public java.util.Optional<String> before(String code) {
        return jdbc.sql("""
                select b.code from reporting.cycle c join reporting.cycle b
                  on b.framework = c.framework and b.content_date < c.content_date
                where c.code = ? order by b.content_date desc limit 1
                """).param(code).query(String.class).optional();
    }

    /** What a review announced: its priorities and intentions. */
    static List<Statement> promises(Review review) {
        return review.statements().stream()
                .filter(s -> s.kind().equals("priority") || s.kind().equals("intention"))
                .toList();
    }

    /** What became of it, by code of the statement. */
    @Transactional(readOnly = true)
    public Map<String, Outcome> outcomes(String cycle) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        jdbc.sql("select statement, outcome, text from reporting.promise_outcome where cycle = ?")
                .param(cycle)
                .query(Row.mapper(
                        row -> outcomes.put(row.text("statement"), new Outcome(row.text("outcome"), row.text("text")))))
                .list();
        return outcomes;
    }

    /** Says what became of something announced. */
    @Transactional
    public void answer(String cycle, String statement, String outcome, String text) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        jdbc.sql("""
                insert into reporting.promise_outcome (cycle, statement, outcome, text) values (?, ?, ?, ?)
                on conflict (cycle, statement) do update
                set outcome = excluded.outcome, text = excluded.text, account = platform.account(), at = now()
                """).params(cycle, statement, outcome, text.strip()).update();
        audit.note("promise.answer", "statement", cycle + "/" + statement, "", Map.of("outcome", outcome));
    }

    /** Answers a contradiction with a reason, to be printed as a limitation or not. */
    @Transactional
    public void answerContradiction(String cycle, String id, Map<String, String> reason, boolean printed) {
        Actors.current().require(Permission.WRITE_REPORTS);
        if (reason.isEmpty()) {
            jdbc.sql("delete from reporting.answer where cycle = ? and contradiction = ?")
                    .params(cycle, id)
                    .update();
        } else {
            jdbc.sql("""
                    insert into reporting.answer (cycle, contradiction, reason, printed) values (?, ?, ?::jsonb, ?)
                    on conflict (cycle, contradiction)
                    do update set reason = excluded.reason, printed = excluded.printed
                    """)
                    .params(cycle, id, MAPPER.writeValueAsString(reason), printed)
                    .update();
        }
        audit.note("contradiction.answer", "contradiction", cycle + "/" + id);
    }
}
