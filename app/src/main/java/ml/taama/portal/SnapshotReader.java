package ml.taama.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.library.Documents;
import ml.taama.library.Policies;
import ml.taama.organisations.Organisations;
import ml.taama.plan.Plans;
import ml.taama.platform.problem.Problem;
import ml.taama.reference.Frameworks;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reference.Packs;
import ml.taama.reference.Places;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import ml.taama.reporting.writing.Edition;
import ml.taama.reporting.writing.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the site shows, in one transaction, so that no page mixes two states. */
@Component
class SnapshotReader {

    private final Reviews reviews;
    private final NationalReports reports;
    private final Frameworks frameworks;
    private final Policies policies;
    private final Documents documents;
    private final Plans plans;
    private final Organisations organisations;
    private final Places places;
    private final Editions editions;
    private final Packs packs;

    SnapshotReader(
            Reviews reviews,
            NationalReports reports,
            Frameworks frameworks,
            Policies policies,
            Documents documents,
            Plans plans,
            Organisations organisations,
            Places places,
            Editions editions,
            Packs packs) {
        this.editions = editions;
        this.packs = packs;
        this.reviews = reviews;
        this.reports = reports;
        this.frameworks = frameworks;
        this.policies = policies;
        this.documents = documents;
        this.plans = plans;
        this.organisations = organisations;
        this.places = places;
    }

    /** Changes when what everybody sees changes: with a pack, and with an edition that is published. */
    String state() {
        return packs.state() + " " + editions.published();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Snapshot read() {
        List<Review> all = reviews.visible();
        List<Edition> published = reviews.all().stream()
                .flatMap(r -> editions.of(r.code()).stream())
                .filter(e -> e.publishedAt().isPresent())
                .toList();
        if (all.isEmpty()) {
            throw Problem.of(PortalProblem.NO_REVIEW);
        }
        ReportData data = reports.data(all.getFirst());
        Map<GoalId, Goal> goals = new LinkedHashMap<>();
        frameworks.allGoals().forEach(g -> goals.put(g.id(), g));
        Snapshot bare = new Snapshot(
                data,
                all,
                published,
                frameworks.all(),
                goals,
                frameworks.allLinks(),
                policies.all(),
                documents.all(),
                plans.all(),
                organisations.mandates(),
                places.successions(),
                List.of());
        return bare.with(new Entries(bare).all());
    }
}
