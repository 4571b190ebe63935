package ml.taama.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.cooperation.Cooperation;
import ml.taama.library.Policies;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Indicators;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Observations;
import ml.taama.organisations.Facilities;
import ml.taama.organisations.Organisations;
import ml.taama.plan.Means;
import ml.taama.reference.Framework;
import ml.taama.reference.Frameworks;
import ml.taama.reference.Goal;
import ml.taama.reference.Packs;
import ml.taama.reference.Places;
import ml.taama.reference.Sources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a report draws on from the modules, in one snapshot of the database. */
@Component
class ReportReader {

    /** The framework that groups the goals of the Compact for the forum. */
    private static final String GROUPING = "grouping";

    private final Packs packs;
    private final Sources sources;
    private final Frameworks frameworks;
    private final Places places;
    private final Organisations organisations;
    private final Facilities facilities;
    private final Means means;
    private final Cooperation cooperation;
    private final Policies policies;
    private final Indicators indicators;
    private final Observations observations;
    private final Activities activities;

    ReportReader(
            Packs packs,
            Sources sources,
            Frameworks frameworks,
            Places places,
            Organisations organisations,
            Facilities facilities,
            Means means,
            Cooperation cooperation,
            Policies policies,
            Indicators indicators,
            Observations observations,
            Activities activities) {
        this.packs = packs;
        this.sources = sources;
        this.frameworks = frameworks;
        this.places = places;
        this.organisations = organisations;
        this.facilities = facilities;
        this.means = means;
        this.cooperation = cooperation;
        this.policies = policies;
        this.indicators = indicators;
        this.observations = observations;
        this.activities = activities;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportData read(Review review) {
        List<Framework> all = frameworks.all();
        Map<String, List<Goal>> goals = new HashMap<>();
        all.forEach(f -> goals.put(f.code(), frameworks.goals(f.code())));
        String grouping = all.stream()
                .filter(f -> f.kind().equals(GROUPING))
                .map(Framework::code)
                .findFirst()
                .orElse("");
        return new ReportData(
                review,
                packs.country().orElseThrow(),
                sources.all(),
                organisations.all(),
                places.all(),
                goals,
                frameworks.groups(grouping, review.framework()),
                goals.getOrDefault(grouping, List.of()),
                indicators.units(),
                indicators.all().stream().collect(Collectors.toMap(Indicator::code, i -> i)),
                observations.all().stream().collect(Collectors.toMap(Observation::code, o -> o)),
                observations.datasets(),
                activities.all(),
                policies.events(),
                cooperation.trainings(),
                cooperation.communications(),
                Map.of(
                        "partner", cooperation.stakeholders("partner"),
                        "involved", cooperation.stakeholders("involved"),
                        "project-field", cooperation.stakeholders("project-field")),
                means.budgetLines(),
                means.supports(),
                facilities.all(),
                places.boundaries(),
                places.borderPoints());
    }
}
