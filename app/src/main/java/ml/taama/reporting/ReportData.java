package ml.taama.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.cooperation.Cooperation.Communication;
import ml.taama.cooperation.Cooperation.Stakeholder;
import ml.taama.cooperation.Cooperation.Training;
import ml.taama.library.Policies;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Observations.Dataset;
import ml.taama.observatory.Unit;
import ml.taama.organisations.Facility;
import ml.taama.organisations.Organisation;
import ml.taama.plan.Means.BudgetLine;
import ml.taama.plan.Means.Support;
import ml.taama.reference.Activity;
import ml.taama.reference.BorderPoint;
import ml.taama.reference.Boundary;
import ml.taama.reference.Country;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reference.Place;
import ml.taama.reference.Source;

/**
 * Everything that a report draws on, read once; from here on a report is a pure function.
 *
 * @param goals right below each framework, by framework
 * @param groups goals of the framework under review by group, for the layout by round table
 * @param groupNames the groups, in order
 */
public record ReportData(
        Review review,
        Country country,
        Map<String, Source> sources,
        Map<String, Organisation> organisations,
        Map<String, Place> places,
        Map<String, List<Goal>> goals,
        List<Crosswalk> groups,
        List<Goal> groupNames,
        Map<String, Unit> units,
        Map<String, Indicator> indicators,
        Map<String, Observation> observations,
        Map<String, Dataset> datasets,
        List<Activity> activities,
        List<Policies.Event> policyEvents,
        List<Training> trainings,
        List<Communication> communications,
        Map<String, List<Stakeholder>> stakeholders,
        List<BudgetLine> budgetLines,
        List<Support> supports,
        List<Facility> facilities,
        List<Boundary> boundaries,
        List<BorderPoint> borderPoints) {

    /** The goals of the framework under review. */
    public List<Goal> reviewedGoals() {
        return goals.getOrDefault(review.framework(), List.of());
    }

    /** A goal of the framework under review. */
    public Optional<Goal> goal(GoalId id) {
        return goals.getOrDefault(id.framework(), List.of()).stream()
                .filter(g -> g.id().equals(id))
                .findFirst();
    }

    /** With some observations more, and the sources of those, taken from what somebody else read. */
    public ReportData withObservations(ReportData other, Set<String> codes) {
        Map<String, Observation> quoted = new HashMap<>(observations);
        Map<String, Source> cited = new HashMap<>(sources);
        for (String code : codes) {
            Observation observation = other.observations.get(code);
            if (observation != null) {
                quoted.put(code, observation);
                cited.computeIfAbsent(observation.sourceRef(), other.sources::get);
            }
        }
        return with(review, cited, quoted);
    }

    /** The same for another text of the review. */
    public ReportData of(Review changed) {
        return with(changed, sources, observations);
    }

    private ReportData with(Review other, Map<String, Source> cited, Map<String, Observation> quoted) {
        return new ReportData(
                other,
                country,
                cited,
                organisations,
                places,
                goals,
                groups,
                groupNames,
                units,
                indicators,
                quoted,
                datasets,
                activities,
                policyEvents,
                trainings,
                communications,
                stakeholders,
                budgetLines,
                supports,
                facilities,
                boundaries,
                borderPoints);
    }

    /** The indicator of an observation. */
    public Indicator indicator(Observation observation) {
        Indicator found = indicators.get(observation.indicator());
        if (found == null) {
            throw new IllegalStateException("No indicator " + observation.indicator());
        }
        return found;
    }
}
