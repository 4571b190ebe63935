package ml.taama.plan.statistics;

import java.util.List;
import ml.taama.platform.database.Row;
import ml.taama.reference.Activity;
import ml.taama.reference.ActivityRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Actions, for counting. */
@Component
public class PlanStatistics {

    private static final String ACTIONS = "select a.*, " + organisations("partner", "partners") + ", "
            + organisations("beneficiary", "beneficiaries") + ", "
            + ActivityRows.goals("plan.action_goal", "action", "a") + " from plan.action a order by a.position, a.code";

    private final JdbcClient jdbc;

    PlanStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String organisations(String role, String alias) {
        return "array(select organisation from plan.action_" + role + " where action = a.code order by 1) as " + alias;
    }

    /** All actions. */
    public List<Activity> actions() {
        return jdbc.sql(ACTIONS).query(Row.mapper(ActivityRows.of("action"))).list();
    }
}
