package ml.taama.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Facility;
import ml.taama.organisations.Organisation;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.Activity;
import ml.taama.reference.Goal;
import ml.taama.reference.Source;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;

/** Lists everything that can be found and everything that rests on a source. */
final class Entries {

    private final Snapshot site;
    private final ReportData data;
    private final List<Entry> entries = new ArrayList<>();

    Entries(Snapshot site) {
        this.site = site;
        this.data = site.data();
    }

    List<Entry> all() {
        site.frameworks()
                .forEach(f ->
                        add("framework", f.title(), words(f.shortTitle()), "/frameworks/" + f.code(), f.sourceRef()));
        site.goals().values().stream().filter(g -> !g.id().whole()).forEach(this::goal);
        data.activities().forEach(this::activity);
        site.plans().forEach(p -> add("plan", p.title(), "", "/policies#" + p.code(), p.sourceRef()));
        site.policies().forEach(p -> add("policy", p.title(), "", "/policies#" + p.code(), p.sourceRef()));
        data.policyEvents().forEach(e -> add("policy-event", e.title(), "", "/policies#" + e.code(), e.sourceRef()));
        data.organisations().values().forEach(this::organisation);
        site.mandates()
                .values()
                .forEach(all -> all.forEach(
                        m -> add("mandate", m.text(), "", "/organisations/" + m.organisation(), m.sourceRef())));
        data.facilities().forEach(this::facility);
        data.borderPoints().forEach(b -> add("border-point", b.name(), "", "/help#" + b.code(), b.sourceRef()));
        data.places().values().stream()
                .filter(p -> PlacePages.listed(site, p))
                .forEach(p -> add("place", p.name(), "", "/places#" + p.code(), p.sourceRef()));
        site.documents().forEach(d -> add("document", d.title(), "", "/documents#" + d.code(), d.sourceRef()));
        data.indicators().values().forEach(this::indicator);
        data.observations().values().forEach(this::observation);
        means();
        review(data.review());
        data.sources().values().forEach(this::source);
        return List.copyOf(entries);
    }

    private void goal(Goal goal) {
        boolean reviewed = goal.id().framework().equals(data.review().framework());
        boolean top = goal.parent().filter("*"::equals).isPresent();
        String path = reviewed && top
                ? "/compact/" + goal.id().code()
                : "/frameworks/" + goal.id().framework() + "#" + goal.id().code();
        String detail = goal.id() + " " + goal.id().code()
                + goal.shortTitle().map(Entries::words).orElse("");
        add("goal", goal.title(), detail + goal.summary().map(Entries::words).orElse(""), path, goal.sourceRef());
    }

    private void activity(Activity activity) {
        add("activity", activity.title(), "", "/actions/" + activity.code(), activity.sourceRef());
    }

    private void organisation(Organisation organisation) {
        StringBuilder names = new StringBuilder();
        organisation
                .names()
                .forEach(n -> names.append(words(n.name()))
                        .append(n.acronym().map(a -> " " + a).orElse("")));
        String path = "/organisations/" + organisation.code();
        add("organisation", organisation.name().name(), names.toString(), path, organisation.sourceRef());
        organisation.names().stream()
                .filter(n -> !n.sourceRef().equals(organisation.sourceRef()))
                .forEach(n -> add("organisation-name", n.name(), "", path, n.sourceRef()));
    }

    private void facility(Facility facility) {
        String path = "/help#" + facility.code();
        String detail = facility.address().map(Entries::words).orElse("")
                + facility.services().map(Entries::words).orElse("");
        add("facility", facility.name(), detail, path, facility.sourceRef());
        Stream.concat(
                        facility.events().stream().map(Facility.Event::sourceRef),
                        facility.capacities().stream().map(Facility.Capacity::sourceRef))
                .filter(ref -> !ref.equals(facility.sourceRef()))
                .distinct()
                .forEach(ref -> add("facility-detail", facility.name(), "", path, ref));
    }

    private void indicator(Indicator indicator) {
        String detail =
                indicator.code() + indicator.definition().map(Entries::words).orElse("");
        add("indicator", indicator.title(), detail, "/figures/" + indicator.code(), indicator.sourceRef());
    }

    private void observation(Observation observation) {
        String path = "/figures/" + observation.indicator() + "#" + observation.code();
        String detail = observation.value().toPlainString()
                + observation.placeName().map(Entries::words).orElse("")
                + observation.period().map(p -> " " + p).orElse("");
        add("observation", data.indicator(observation).title(), detail, path, observation.sourceRef());
    }

    private void means() {
        String path = "/reports/" + data.review().code();
        data.budgetLines().forEach(b -> add("budget-line", b.title(), "", path, b.sourceRef()));
        data.supports().forEach(s -> add("support", s.title(), "", path, s.sourceRef()));
        data.communications().forEach(c -> add("communication", c.title(), "", path, c.sourceRef()));
        data.stakeholders()
                .values()
                .forEach(all -> all.forEach(s -> add("stakeholder", s.name(), "", path, s.sourceRef())));
        data.datasets().values().forEach(d -> add("dataset", d.title(), "", path + "/contradictions", d.sourceRef()));
    }

    private void review(Review review) {
        String path = "/reports/" + review.code();
        add("report", review.title(), words(review.subtitle()), path, review.sourceRef());
        review.statements().forEach(s -> add("statement", s.text(), "", "/sources/" + s.sourceRef(), s.sourceRef()));
        review.claims().forEach(c -> add("claim", c.text(), "", path + "/contradictions", c.sourceRef()));
        review.contributions()
                .forEach(c -> add("contribution", c.text(), "", "/organisations/" + c.organisation(), c.sourceRef()));
        review.priorities()
                .forEach(p -> Optional.ofNullable(site.goals().get(p.goal()))
                        .ifPresent(g -> add("priority", g.title(), "", "/compact/" + g.id().code(), p.sourceRef())));
    }

    private void source(Source source) {
        add(
                "source",
                source.title(),
                source.code()
                        + source.publisher().map(Entries::words).orElse("")
                        + source.passage().map(Entries::words).orElse(""),
                "/sources/" + source.code(),
                source.code());
    }

    private void add(String kind, LocalText title, String detail, String path, String sourceRef) {
        entries.add(new Entry(kind, title, detail, path, sourceRef));
    }

    private static String words(LocalText text) {
        return " " + String.join(" ", text.texts().values());
    }
}
