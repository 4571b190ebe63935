package ml.taama.cooperation.statistics;

import java.util.List;
import java.util.stream.Stream;
import ml.taama.platform.database.Row;
import ml.taama.reference.Activity;
import ml.taama.reference.ActivityRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings, trainings and agreements, for counting. */
@Component
public class CooperationStatistics {

    private static final String MEETINGS = "select a.*, a.organiser as lead, null as plan, " + ActivityRows.NO_PARTNERS
            + ", "
            + ActivityRows.NO_BENEFICIARIES + ", " + ActivityRows.goals("cooperation.meeting_goal", "meeting", "a")
            + " from cooperation.meeting a order by a.position, a.code";
    private static final String TRAININGS =
            "select a.*, a.organiser as lead, null as plan, " + ActivityRows.NO_PARTNERS + ", "
                    + "array_remove(array[a.beneficiary], null) as beneficiaries, "
                    + ActivityRows.goals("cooperation.training_goal", "training", "a")
                    + " from cooperation.training a order by a.position, a.code";
    private static final String AGREEMENTS = "select a.*, a.signatory as lead, null as plan, "
            + ActivityRows.NO_PARTNERS
            + ", "
            + ActivityRows.NO_BENEFICIARIES + ", " + ActivityRows.goals("cooperation.agreement_goal", "agreement", "a")
            + " from cooperation.agreement a order by a.position, a.code";

    private final JdbcClient jdbc;

    CooperationStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All meetings, trainings and agreements. */
    public List<Activity> activities() {
        return Stream.of(read(MEETINGS, "meeting"), read(TRAININGS, "training"), read(AGREEMENTS, "agreement"))
                .flatMap(List::stream)
                .toList();
    }

    private List<Activity> read(String sql, String kind) {
        return jdbc.sql(sql).query(Row.mapper(ActivityRows.of(kind))).list();
    }
}
