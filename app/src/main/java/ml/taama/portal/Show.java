package ml.taama.portal;

import java.util.List;
import java.util.Optional;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Organisation;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Activity;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reference.Source;
import ml.taama.ui.Ui;

/** The data of the site in the words of a reader; every template of the portal has one. */
public record Show(Ui ui, Snapshot site) {

    /** Value with unit, preceded by how the source qualifies it. */
    public String value(Observation observation) {
        String value = site.data().indicator(observation).unit().print(observation.value(), ui.language());
        return observation.qualifier().equals("exact")
                ? value
                : ui.t("figure.qualifier." + observation.qualifier(), value);
    }

    /** The number alone. */
    public String number(Observation observation) {
        return site.data().indicator(observation).unit().number(observation.value(), ui.language());
    }

    /** The unit alone, in the number that goes with the value. */
    public String unit(Observation observation) {
        return site.data().indicator(observation).unit().word(observation.value(), ui.language());
    }

    /** What a figure is broken down by: place and dimensions, in words; empty for a whole. */
    public String part(Observation observation) {
        StringBuilder part =
                new StringBuilder(observation.placeName().map(ui::text).orElse(""));
        observation
                .dimensionNames()
                .forEach(
                        (name, value) -> part.append(part.isEmpty() ? "" : ", ").append(ui.text(value)));
        observation
                .scope()
                .map(ui::text)
                .ifPresent(s -> part.append(part.isEmpty() ? "" : " — ").append(s));
        return part.toString();
    }

    /** Address of a figure on the page of its indicator. */
    public String url(Observation observation) {
        return ui.url("/figures/" + observation.indicator() + "#" + observation.code());
    }

    /** Latest name of an organisation. */
    public LocalText organisation(String code) {
        Organisation organisation = site.data().organisations().get(code);
        return organisation == null
                ? LocalText.of(ui.language(), code)
                : organisation.name().name();
    }

    /** A source by its code. */
    public Optional<Source> source(String code) {
        return Optional.ofNullable(site.data().sources().get(code));
    }

    /** Who published a source, in few words. */
    public String publisher(String code) {
        return source(code).map(s -> ui.text(from(s))).orElse(code);
    }

    /** The names of who published a source, in every language; the first one stands in addresses. */
    public List<String> publisherNames(String code) {
        return source(code).map(s -> List.copyOf(from(s).texts().values())).orElse(List.of(code));
    }

    private static LocalText from(Source source) {
        return source.publisher().or(source::document).orElse(source.title());
    }

    /** A goal with the name of its framework, for links from elsewhere. */
    public String goal(GoalId id) {
        Goal goal = site.goals().get(id);
        String framework =
                site.framework(id.framework()).map(f -> ui.text(f.shortTitle())).orElse(id.framework());
        if (goal == null || id.whole()) {
            return framework;
        }
        return framework + "\u00a0" + id.code() + " — " + ui.text(goal.name());
    }

    /** Address of the page of a goal. */
    public String url(GoalId id) {
        if (id.whole()) {
            return ui.url("/frameworks/" + id.framework());
        }
        Goal goal = site.goals().get(id);
        boolean top = goal != null && goal.parent().filter(GoalId.WHOLE::equals).isPresent();
        return id.framework().equals(site.data().review().framework()) && top
                ? ui.url("/compact/" + id.code())
                : ui.url("/frameworks/" + id.framework() + "#" + id.code());
    }

    /** A chart for wide and narrow screens. */
    public String drawing(Chart chart) {
        return chart.draw(Width.WIDE).element(chart.description(), "chart wide")
                + chart.draw(Width.NARROW).element(chart.description(), "chart narrow");
    }

    /** Links of a goal to other frameworks, groupings left out. */
    public List<Crosswalk> linked(GoalId id) {
        return site.links().stream()
                .filter(l -> !l.relation().equals("groups") || l.from().equals(id))
                .filter(l -> l.from().equals(id) || l.to().equals(id))
                .toList();
    }

    /** The other end of a link. */
    public GoalId other(Crosswalk link, GoalId id) {
        return link.from().equals(id) ? link.to() : link.from();
    }

    /** Where something was done. */
    public String place(Activity activity) {
        return activity.place()
                .flatMap(p -> Optional.ofNullable(site.data().places().get(p)))
                .map(p -> ui.text(p.name()))
                .orElseGet(() -> ui.t("unknown"));
    }

    /** When a source was published, in words. */
    public String published(Source source) {
        return source.published().flatMap(Period::tryParse).map(ui::period).orElse("");
    }
}
