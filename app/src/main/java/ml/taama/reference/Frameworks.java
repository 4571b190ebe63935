package ml.taama.reference;

import java.sql.SQLException;
import java.util.List;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frameworks, their goals, and the links between goals. */
@Component
public class Frameworks {

    private static final String GOALS = """
            select framework, code, parent, level, title, short_title, summary, certainty, unofficial, note, source_ref
            from reference.goal
            """;

    private final JdbcClient jdbc;

    Frameworks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All frameworks, global ones first. */
    public List<Framework> all() {
        return jdbc.sql("""
                select * from reference.framework
                order by array_position(array['global', 'continental', 'national'], scope), position, code
                """).query(Row.mapper(Frameworks::framework)).list();
    }

    /** The goals right below a framework: its objectives, axes, principles. */
    public List<Goal> goals(String framework) {
        return jdbc.sql(GOALS + " where framework = ? and parent = ? order by position, code")
                .params(framework, GoalId.WHOLE)
                .query(Row.mapper(Frameworks::goal))
                .list();
    }

    /** All goals, at every level, by framework and order. */
    public List<Goal> allGoals() {
        return jdbc.sql(GOALS + " order by framework, position, code")
                .query(Row.mapper(Frameworks::goal))
                .list();
    }

    /** All links between frameworks. */
    public List<Crosswalk> allLinks() {
        return jdbc.sql("""
                select * from reference.crosswalk order by from_framework, from_goal, to_framework, to_goal
                """).query(Row.mapper(Frameworks::link)).list();
    }

    /** How a grouping framework groups the goals of another. */
    public List<Crosswalk> groups(String grouping, String framework) {
        return jdbc.sql("""
                select * from reference.crosswalk
                where relation = 'groups' and from_framework = ? and to_framework = ?
                order by from_goal, to_goal
                """)
                .params(grouping, framework)
                .query(Row.mapper(Frameworks::link))
                .list();
    }

    private static Framework framework(Row row) throws SQLException {
        return new Framework(
                row.text("code"),
                row.text("kind"),
                row.text("scope"),
                row.local("title"),
                row.local("short_title"),
                row.period("valid_from"),
                row.period("valid_to"),
                row.text("status"),
                row.maybe("successor"),
                row.maybeLocal("note"),
                row.text("source_ref"));
    }

    private static Goal goal(Row row) throws SQLException {
        return new Goal(
                new GoalId(row.text("framework"), row.text("code")),
                row.maybe("parent"),
                row.local("level"),
                row.local("title"),
                row.maybeLocal("short_title"),
                row.maybeLocal("summary"),
                row.text("certainty"),
                row.list("unofficial"),
                row.maybeLocal("note"),
                row.text("source_ref"));
    }

    private static Crosswalk link(Row row) throws SQLException {
        return new Crosswalk(
                new GoalId(row.text("from_framework"), row.text("from_goal")),
                new GoalId(row.text("to_framework"), row.text("to_goal")),
                row.text("relation"),
                row.text("basis").equals("stated"),
                row.text("source_ref"));
    }
}
