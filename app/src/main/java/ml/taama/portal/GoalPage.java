package ml.taama.portal;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ml.taama.library.Policies;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Indicator;
import ml.taama.reference.Activity;
import ml.taama.reference.Activity.Role;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reporting.Charts;

/**
 * What is known of a goal, and what is not.
 *
 * @param reported done or ongoing for the goal itself, as a source states
 * @param related done or ongoing, where only we infer that it serves the goal
 * @param announced planned or intended
 * @param documents studies, guides and reports among what serves the goal
 * @param actors codes of the organisations that lead, take part, benefit or gave figures, with their roles
 * @param asks what the goal asks for, point by point
 * @param measured indicators with at least one figure
 * @param unmeasured indicators without any
 * @param links to and from other frameworks, groupings left out
 */
public record GoalPage(
        Show show,
        GoalTile tile,
        List<Activity> reported,
        List<Activity> related,
        List<Activity> announced,
        List<Activity> documents,
        Map<String, Set<Role>> actors,
        List<Policies.Event> policies,
        List<Goal> asks,
        List<Indicator> measured,
        List<Indicator> unmeasured,
        List<Crosswalk> links,
        Optional<Goal> previous,
        Optional<Goal> next) {

    /** The goal. */
    public Goal goal() {
        return tile.goal();
    }

    static GoalPage of(Show show, Goal goal, Charts charts) {
        Snapshot site = show.site();
        GoalId id = goal.id();
        List<Activity> activities = site.data().activities();
        List<Activity> reported = Activities.reported(activities, id);
        List<Activity> related = activities.stream()
                .filter(a -> a.progress().reached() && a.serves(id, false))
                .toList();
        List<Activity> announced = Activities.announced(activities, id);
        List<Indicator> indicators = site.data().indicators().values().stream()
                .filter(i -> i.goals().contains(id))
                .sorted(Comparator.comparing(Indicator::code))
                .toList();
        List<Goal> goals = site.data().reviewedGoals();
        int at = goals.indexOf(goal);
        return new GoalPage(
                show,
                GoalTile.of(site, charts, goal),
                reported,
                related,
                announced,
                Stream.of(reported, related, announced)
                        .flatMap(List::stream)
                        .filter(a -> a.kind().equals("document"))
                        .toList(),
                actors(site, List.of(reported, related, announced)),
                site.data().policyEvents().stream()
                        .filter(e -> e.goals().contains(id))
                        .toList(),
                site.children(id),
                indicators.stream().filter(i -> i.observations() > 0).toList(),
                indicators.stream().filter(i -> i.observations() == 0).toList(),
                site.links().stream()
                        .filter(l -> !l.relation().equals("groups"))
                        .filter(l -> l.from().equals(id) || l.to().equals(id))
                        .toList(),
                at > 0 ? Optional.of(goals.get(at - 1)) : Optional.empty(),
                at + 1 < goals.size() ? Optional.of(goals.get(at + 1)) : Optional.empty());
    }

    private static Map<String, Set<Role>> actors(Snapshot site, List<List<Activity>> activities) {
        Map<String, Set<Role>> actors = new LinkedHashMap<>();
        activities.stream().flatMap(List::stream).forEach(a -> {
            a.organisations()
                    .forEach((role, codes) ->
                            codes.forEach(code -> roles(actors, code).add(role)));
            site.results(a)
                    .forEach(o -> o.organisation()
                            .ifPresent(code -> roles(actors, code).add(Role.LEAD)));
        });
        return actors;
    }

    private static Set<Role> roles(Map<String, Set<Role>> actors, String code) {
        return actors.computeIfAbsent(code, c -> EnumSet.noneOf(Role.class));
    }
}
