package ml.taama.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.observatory.Observation;
import ml.taama.plan.Plans.Plan;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Activity;
import ml.taama.reference.GoalId;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done, by whom, for which goal. */
@Controller
@Open
public class ActionPages {

    private static final Set<String> ASKED = Set.of("q", "goal", "kind", "status", "actor", "sort", "page");

    /** Activities that a reader asked for, and the choices of the filters. */
    public record ActionsPage(
            Show show, Listing<Activity> listing, List<String> kinds, List<String> statuses, List<String> actors) {}

    /** One activity, the plan that it belongs to, and its figures. */
    public record ActionPage(Show show, Activity activity, Optional<Plan> plan, List<Observation> results) {}

    private final Pages pages;
    private final Snapshots snapshots;

    ActionPages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/actions")
    Html actions(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        List<Activity> all = show.site().data().activities();
        ActionsPage page = new ActionsPage(
                show,
                Listing.of(query(parameters), asked(show, query(parameters))),
                all.stream().map(Activity::kind).distinct().sorted().toList(),
                all.stream()
                        .map(Activity::progress)
                        .distinct()
                        .sorted()
                        .map(p -> p.word())
                        .toList(),
                all.stream()
                        .flatMap(a -> a.organisations().values().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .sorted(Comparator.comparing(c -> ui.text(show.organisation(c))))
                        .toList());
        return pages.page("portal/actions", ui, page);
    }

    @GetMapping("/{language}/actions.csv")
    ResponseEntity<byte[]> csv(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Table table = new Table(
                "code",
                "kind",
                "title",
                "status",
                "period",
                "place",
                "lead",
                "lead_name",
                "partners",
                "beneficiaries",
                "plan",
                "goals",
                "source",
                "source_title");
        for (Activity a : asked(show, query(parameters))) {
            table.row(
                    a.code(),
                    a.kind(),
                    ui.text(a.title()),
                    a.progress().word(),
                    a.period().map(Object::toString).orElse(""),
                    a.place().orElse(""),
                    a.lead().orElse(""),
                    a.lead().map(l -> ui.text(show.organisation(l))).orElse(""),
                    String.join(" ", a.partners()),
                    String.join(" ", a.beneficiaries()),
                    a.plan().orElse(""),
                    String.join(
                            " ",
                            a.goals().stream().map(s -> s.goal().toString()).toList()),
                    a.sourceRef(),
                    show.source(a.sourceRef()).map(s -> ui.text(s.title())).orElse(""));
        }
        return table.download("actions.csv");
    }

    @GetMapping("/{language}/actions/{code}")
    Html action(Ui ui, @PathVariable String code) {
        Snapshot site = snapshots.now();
        Activity activity = site.activity(code).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Optional<Plan> plan = site.plans().stream()
                .filter(p -> activity.plan().filter(p.code()::equals).isPresent())
                .findFirst();
        return pages.page(
                "portal/action", ui, new ActionPage(new Show(ui, site), activity, plan, site.results(activity)));
    }

    private static Query query(Map<String, String> parameters) {
        return Query.of("/actions", parameters, ASKED);
    }

    private static List<Activity> asked(Show show, Query query) {
        return show.site().data().activities().stream()
                .filter(a -> query.allows("kind", a.kind()))
                .filter(a -> query.allows("status", a.progress().word()))
                .filter(a -> query.get("actor").isEmpty()
                        || !a.roles(query.get("actor")).isEmpty())
                .filter(a -> query.get("goal").isEmpty()
                        || a.serves(new GoalId(show.site().data().review().framework(), query.get("goal"))))
                .filter(a -> Plain.has(Plain.text(words(show, a)), query.get("q")))
                .sorted(order(show, query.get("sort")))
                .toList();
    }

    private static String words(Show show, Activity activity) {
        return String.join(" ", activity.title().texts().values()) + " "
                + activity.organisations().values().stream()
                        .flatMap(List::stream)
                        .map(o -> show.ui().text(show.organisation(o)))
                        .collect(Collectors.joining(" ", "", " "))
                + activity.period().map(show.ui()::period).orElse("") + " " + activity.sourceRef();
    }

    private static Comparator<Activity> order(Show show, String sort) {
        Comparator<Activity> order = switch (sort.replaceFirst("^-", "")) {
            case "title" -> Comparator.comparing(a -> Plain.text(show.ui().text(a.title())));
            case "status" -> Comparator.comparing(Activity::progress);
            case "period" ->
                Comparator.comparing(a -> a.period().map(Object::toString).orElse("~"));
            case "actor" ->
                Comparator.comparing(a -> a.lead()
                        .map(l -> Plain.text(show.ui().text(show.organisation(l))))
                        .orElse("~"));
            default -> Comparator.comparingInt(Activity::position);
        };
        return sort.startsWith("-") ? order.reversed() : order;
    }
}
