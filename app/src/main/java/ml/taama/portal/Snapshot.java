package ml.taama.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.library.Documents.Document;
import ml.taama.library.Policies.Policy;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Organisations.Mandate;
import ml.taama.plan.Plans.Plan;
import ml.taama.reference.Activity;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Framework;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reference.Succession;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.writing.Edition;

/**
 * Everything that the public site shows, read at one moment.
 *
 * @param data of the latest review
 * @param reviews all, the latest first
 * @param editions of reports, published, the latest first
 * @param goals of every framework, in order
 */
public record Snapshot(
        ReportData data,
        List<Review> reviews,
        List<Edition> editions,
        List<Framework> frameworks,
        Map<GoalId, Goal> goals,
        List<Crosswalk> links,
        List<Policy> policies,
        List<Document> documents,
        List<Plan> plans,
        Map<String, List<Mandate>> mandates,
        List<Succession> successions,
        List<Entry> entries) {

    /** The same, with everything in it that can be found. */
    Snapshot with(List<Entry> found) {
        return new Snapshot(
                data,
                reviews,
                editions,
                frameworks,
                goals,
                links,
                policies,
                documents,
                plans,
                mandates,
                successions,
                found);
    }

    /** The framework under review. */
    public Framework reviewed() {
        return framework(data.review().framework()).orElseThrow();
    }

    /** A framework by its code. */
    public Optional<Framework> framework(String code) {
        return frameworks.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** The goals right below a goal. */
    public List<Goal> children(GoalId parent) {
        return goals.values().stream()
                .filter(g -> g.id().framework().equals(parent.framework())
                        && g.parent().filter(parent.code()::equals).isPresent())
                .toList();
    }

    /** Observations of an indicator: the country's first, then the parts, by period. */
    public List<Observation> observations(String indicator) {
        return data.observations().values().stream()
                .filter(o -> o.indicator().equals(indicator))
                .sorted(Comparator.comparing((Observation o) -> !o.dimensions().isEmpty())
                        .thenComparing(o -> o.period().map(Object::toString).orElse(""))
                        .thenComparing(Observation::code))
                .toList();
    }

    /** Figures that an activity brought about. */
    public List<Observation> results(Activity activity) {
        return data.observations().values().stream()
                .filter(o -> o.action().filter(activity.code()::equals).isPresent())
                .sorted(Comparator.comparing(Observation::code))
                .toList();
    }

    /** An activity by its code. */
    public Optional<Activity> activity(String code) {
        return data.activities().stream().filter(a -> a.code().equals(code)).findFirst();
    }

    /** A review by its code. */
    public Optional<Review> review(String code) {
        return reviews.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** Key figures, as the country orders them. */
    public List<Observation> highlights() {
        return data.observations().values().stream()
                .filter(o -> o.highlight().isPresent())
                .sorted(Comparator.comparing(o -> o.highlight().orElseThrow()))
                .toList();
    }
}
