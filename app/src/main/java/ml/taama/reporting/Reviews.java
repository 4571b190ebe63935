package ml.taama.reporting;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.reference.GoalId;
import ml.taama.reference.Progress;
import ml.taama.reporting.Review.Answer;
import ml.taama.reporting.Review.Claim;
import ml.taama.reporting.Review.Contribution;
import ml.taama.reporting.Review.Priority;
import ml.taama.reporting.Review.Request;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Review.SectionKind;
import ml.taama.reporting.Review.State;
import ml.taama.reporting.Review.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of the country. */
@Component
public class Reviews {

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All reviews, the latest first; the text of one that goes on is for those who take part in it. */
    @Transactional(readOnly = true)
    public List<Review> all() {
        return jdbc.sql("select * from reporting.cycle order by content_date desc, code")
                .query(Row.mapper(this::review))
                .list();
    }

    /** Reviews that everybody sees, the latest first: not those that people opened and have not published. */
    @Transactional(readOnly = true)
    public List<Review> visible() {
        return jdbc.sql("""
                select * from reporting.cycle where state <> 'open' or origin <> 'people'
                order by content_date desc, code
                """).query(Row.mapper(this::review)).list();
    }

    /** A review by its code. */
    @Transactional(readOnly = true)
    public Optional<Review> find(String code) {
        return jdbc.sql("select * from reporting.cycle where code = ?")
                .param(code)
                .query(Row.mapper(this::review))
                .optional();
    }

    private Review review(Row row) throws SQLException {
        String code = row.text("code");
        return new Review(
                code,
                row.local("title"),
                row.local("subtitle"),
                row.text("framework"),
                row.text("coordinator"),
                row.period("period").orElseThrow(),
                row.maybeLocal("period_note"),
                row.day("content_date").orElseThrow(),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.text("source_ref"),
                list(
                        "select * from reporting.priority where cycle = ? order by framework, length(goal), goal",
                        code,
                        r -> new Priority(goal(r), r.text("source_ref"))),
                list(
                        "select * from reporting.contribution where cycle = ? order by task = 'support', position",
                        code,
                        Reviews::contribution),
                list(
                        "select r.* from reporting.request r join observatory.dataset d on d.code = r.dataset "
                                + "where cycle = ? order by d.position, d.code",
                        code,
                        r -> new Request(r.text("dataset"), r.text("source_ref"))),
                statements(code),
                list("select * from reporting.claim where cycle = ? order by position, code", code, Reviews::claim),
                list("select * from reporting.section where cycle = ? order by position, code", code, Reviews::section),
                narrative(code),
                answers(code),
                dissents(code));
    }

    private <T> List<T> list(String sql, String cycle, Row.Maker<T> maker) {
        return jdbc.sql(sql).param(cycle).query(Row.mapper(maker)).list();
    }

    private static Contribution contribution(Row row) throws SQLException {
        return new Contribution(
                row.text("organisation"),
                row.text("task"),
                row.local("text"),
                Progress.of(row.text("status")),
                row.text("source_ref"));
    }

    private List<Statement> statements(String cycle) {
        return list(
                """
                select s.*, array(select framework || ':' || goal from reporting.statement_goal
                  where statement = s.code order by framework, length(goal), goal) as goals
                from reporting.statement s where cycle = ? order by position, code
                """,
                cycle,
                row -> new Statement(
                        row.text("code"),
                        row.text("kind"),
                        row.local("text"),
                        row.maybe("status").filter(s -> !s.equals("statement")).map(Progress::of),
                        row.list("goals").stream().map(GoalId::parse).toList(),
                        row.text("source_ref")));
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(
                row.text("code"),
                row.text("section"),
                row.local("text"),
                row.text("test"),
                row.maybe("framework"),
                row.text("source_ref"));
    }

    private static Section section(Row row) throws SQLException {
        Optional<String> framework = row.maybe("framework");
        return new Section(
                row.text("code"),
                row.maybe("parent"),
                row.maybe("number").orElse(""),
                row.local("title"),
                SectionKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.maybe("goal").flatMap(goal -> framework.map(f -> new GoalId(f, goal))));
    }

    private Map<String, Map<String, String>> narrative(String cycle) {
        Map<String, Map<String, String>> narrative = new LinkedHashMap<>();
        jdbc.sql("select section, language, markdown from reporting.narrative where cycle = ?")
                .param(cycle)
                .query(result -> {
                    narrative
                            .computeIfAbsent(result.getString("section"), ignored -> new LinkedHashMap<>())
                            .put(result.getString("language"), result.getString("markdown"));
                });
        return narrative;
    }

    private List<Review.Dissent> dissents(String cycle) {
        return list(
                """
                select section, organisation, text from reporting.signature
                where cycle = ? and stance = 'dissent' and printed and withdrawn_at is null order by id
                """, cycle, row -> new Review.Dissent(row.text("section"), row.text("organisation"), row.text("text")));
    }

    private record Answered(String contradiction, Answer answer) {}

    private Map<String, Answer> answers(String cycle) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        list(
                        "select * from reporting.answer where cycle = ? order by position, contradiction",
                        cycle,
                        row -> new Answered(
                                row.text("contradiction"), new Answer(row.local("reason"), row.truth("printed"))))
                .forEach(a -> answers.put(a.contradiction(), a.answer()));
        return answers;
    }

    private static GoalId goal(Row row) throws SQLException {
        return new GoalId(row.text("framework"), row.text("goal"));
    }
}
