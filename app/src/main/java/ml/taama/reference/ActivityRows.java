package ml.taama.reference;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import ml.taama.platform.database.Row;
import ml.taama.reference.Activity.Serves;

/**
 * Reads activities from a query that names its columns as they are: code, title, account, status, plan, period, place,
 * lead, partners and beneficiaries (arrays of codes), goals (an array of {@code framework:goal=basis}), position, source_ref.
 */
public final class ActivityRows {

    /** SQL for the column {@code partners} of what has none. */
    public static final String NO_PARTNERS = "'{}'::text[] as partners";

    /** SQL for the column {@code beneficiaries} of what has none. */
    public static final String NO_BENEFICIARIES = "'{}'::text[] as beneficiaries";

    /** SQL for the column {@code goals}, from a table of links. */
    public static String goals(String links, String parent, String alias) {
        return "array(select framework || ':' || goal || '=' || basis from " + links + " where " + parent + " = "
                + alias + ".code order by 1) as goals";
    }

    private ActivityRows() {}

    /** Reads one row as an activity of a kind. */
    public static Row.Maker<Activity> of(String kind) {
        return row -> read(kind, row);
    }

    private static Activity read(String kind, Row row) throws SQLException {
        return new Activity(
                kind,
                row.text("code"),
                row.local("title"),
                row.maybeLocal("account"),
                Progress.of(row.text("status")),
                row.period("period"),
                row.maybe("place"),
                row.maybe("lead"),
                row.list("partners"),
                row.list("beneficiaries"),
                row.maybe("plan"),
                serves(row.list("goals")),
                row.whole("position"),
                row.text("source_ref"));
    }

    private static List<Serves> serves(List<String> links) {
        return links.stream()
                .map(link -> {
                    List<String> parts = Arrays.asList(link.split("[:=]"));
                    return new Serves(
                            new GoalId(parts.get(0), parts.get(1)), parts.get(2).equals("stated"));
                })
                .toList();
    }
}
