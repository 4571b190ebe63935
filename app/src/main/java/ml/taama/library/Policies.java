package ml.taama.library;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.GoalId;
import ml.taama.reference.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Policies and what happened to them. */
@Component
public class Policies {

    /** A policy, strategy, plan or law. */
    public record Policy(
            String code,
            LocalText title,
            String kind,
            Optional<String> framework,
            Optional<String> owner,
            Optional<LocalText> note,
            String sourceRef) {}

    /**
     * What happened to a policy and when.
     *
     * @param reported whether the dated table of the review lists it
     */
    public record Event(
            String code,
            String policy,
            LocalText title,
            String kind,
            Progress progress,
            Period period,
            boolean reported,
            List<GoalId> goals,
            String sourceRef) {}

    private static final String EVENTS = "select e.*, array(select g.framework || ':' || g.goal "
            + "from library.policy_event_goal g where g.policy_event = e.code order by g.framework, length(g.goal), g.goal) "
            + "as goals from library.policy_event e";
    private static final String ORDER = " order by e.period, e.position, e.code";

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All policies, in order. */
    public List<Policy> all() {
        return jdbc.sql("select * from library.policy order by position, code")
                .query(Row.mapper(row -> new Policy(
                        row.text("code"),
                        row.local("title"),
                        row.text("kind"),
                        row.maybe("framework"),
                        row.maybe("owner"),
                        row.maybeLocal("note"),
                        row.text("source_ref"))))
                .list();
    }

    /** All events, by date. */
    public List<Event> events() {
        return jdbc.sql(EVENTS + ORDER).query(Row.mapper(Policies::event)).list();
    }

    private static Event event(Row row) throws SQLException {
        return new Event(
                row.text("code"),
                row.text("policy"),
                row.local("title"),
                row.text("kind"),
                Progress.of(row.text("status")),
                row.period("period").orElseThrow(),
                row.truth("reported"),
                row.list("goals").stream().map(GoalId::parse).toList(),
                row.text("source_ref"));
    }
}
