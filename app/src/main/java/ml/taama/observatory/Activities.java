package ml.taama.observatory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ml.taama.cooperation.statistics.CooperationStatistics;
import ml.taama.library.statistics.LibraryStatistics;
import ml.taama.plan.statistics.PlanStatistics;
import ml.taama.reference.Activity;
import ml.taama.reference.GoalId;
import org.springframework.stereotype.Component;

/** What is done for goals, whichever module keeps it. */
@Component
public class Activities {

    private final PlanStatistics plan;
    private final CooperationStatistics cooperation;
    private final LibraryStatistics library;

    Activities(PlanStatistics plan, CooperationStatistics cooperation, LibraryStatistics library) {
        this.plan = plan;
        this.cooperation = cooperation;
        this.library = library;
    }

    /** All activities, in the order of the packs. */
    public List<Activity> all() {
        return Stream.of(plan.actions(), cooperation.activities(), library.documents())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Activity::position).thenComparing(Activity::code))
                .toList();
    }

    /** Activities among some that were reported for a goal: done or ongoing, for that goal itself, as a source states. */
    public static List<Activity> reported(List<Activity> activities, GoalId goal) {
        return activities.stream()
                .filter(a -> a.progress().reached() && a.serves(goal, true))
                .toList();
    }

    /** Activities among some that are only planned or intended for a goal. */
    public static List<Activity> announced(List<Activity> activities, GoalId goal) {
        return activities.stream()
                .filter(a -> !a.progress().reached() && a.serves(goal))
                .toList();
    }
}
