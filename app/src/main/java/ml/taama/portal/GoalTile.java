package ml.taama.portal;

import java.util.List;
import java.util.Locale;
import ml.taama.observatory.Activities;
import ml.taama.reference.Goal;
import ml.taama.reporting.Charts;

/**
 * A goal under review with what is known of it.
 *
 * @param state reported, planned or silent
 * @param reported number of activities reported for it
 * @param announced number of activities only announced
 */
public record GoalTile(Goal goal, String state, boolean priority, int reported, int announced) {

    static List<GoalTile> of(Snapshot site, Charts charts) {
        return site.data().reviewedGoals().stream()
                .map(g -> of(site, charts, g))
                .toList();
    }

    static GoalTile of(Snapshot site, Charts charts, Goal goal) {
        return new GoalTile(
                goal,
                charts.state(site.data(), goal).name().toLowerCase(Locale.ROOT),
                site.data().review().isPriority(goal.id()),
                Activities.reported(site.data().activities(), goal.id()).size(),
                Activities.announced(site.data().activities(), goal.id()).size());
    }
}
