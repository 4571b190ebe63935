package ml.taama.portal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.Plain;
import ml.taama.reference.GoalId;
import ml.taama.reference.Source;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every figure that is known, and the indicators that wait for one. */
@Controller
@Open
public class FigurePages {

    private static final Set<String> ASKED =
            Set.of("q", "indicator", "goal", "place", "kind", "publisher", "sort", "page");

    /**
     * Figures that a reader asked for, and the choices of the filters.
     *
     * @param publishers names in the reader's language, by the name that stands in addresses whatever the language
     */
    public record FiguresPage(
            Show show,
            Listing<Observation> listing,
            List<Indicator> indicators,
            List<String> kinds,
            Map<String, String> publishers) {}

    /** Indicators that a reader asked for. */
    public record IndicatorsPage(Show show, Listing<Indicator> listing) {}

    private final Pages pages;
    private final Snapshots snapshots;

    FigurePages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/figures")
    Html figures(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Query query = Query.of("/figures", parameters, ASKED);
        FiguresPage page = new FiguresPage(
                show,
                Listing.of(query, asked(show, query)),
                show.site().data().indicators().values().stream()
                        .filter(i -> i.observations() > 0)
                        .sorted(Comparator.comparing(i -> Plain.text(ui.text(i.title()))))
                        .toList(),
                all(show).map(Observation::kind).distinct().sorted().toList(),
                publishers(show));
        return pages.page("portal/figures", ui, page);
    }

    private static Map<String, String> publishers(Show show) {
        Map<String, String> publishers = new LinkedHashMap<>();
        all(show)
                .map(Observation::sourceRef)
                .sorted(Comparator.comparing(ref -> Plain.text(show.publisher(ref))))
                .forEach(ref -> publishers.put(show.publisherNames(ref).getFirst(), show.publisher(ref)));
        return publishers;
    }

    @GetMapping("/{language}/figures.csv")
    ResponseEntity<byte[]> csv(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        return table(show, asked(show, Query.of("/figures", parameters, ASKED))).download("figures.csv");
    }

    @GetMapping("/{language}/indicators")
    Html indicators(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Query query = Query.of("/indicators", parameters, Set.of("q", "goal", "state", "sort", "page"));
        List<Indicator> asked = show.site().data().indicators().values().stream()
                .filter(i -> query.allows("state", i.observations() > 0 ? "with" : "without"))
                .filter(i -> serves(show, query, i))
                .filter(i -> Plain.has(
                        Plain.text(i.code() + " "
                                + String.join(" ", i.title().texts().values())),
                        query.get("q")))
                .sorted(order(show, query.get("sort")))
                .toList();
        return pages.page("portal/indicators", ui, new IndicatorsPage(show, Listing.of(query, asked)));
    }

    private static Comparator<Indicator> order(Show show, String sort) {
        Comparator<Indicator> byTitle =
                Comparator.comparing(i -> Plain.text(show.ui().text(i.title())));
        return switch (sort) {
            case "title" -> byTitle;
            case "-title" -> byTitle.reversed();
            case "figures" -> Comparator.comparingInt(Indicator::observations).thenComparing(byTitle);
            default ->
                Comparator.comparingInt(Indicator::observations).reversed().thenComparing(byTitle);
        };
    }

    /** The figures as a table, one row each. */
    static Table table(Show show, List<Observation> observations) {
        Table table = new Table(
                "code",
                "indicator",
                "title",
                "value",
                "unit",
                "qualifier",
                "kind",
                "status",
                "period",
                "place",
                "place_name",
                "dimensions",
                "scope",
                "organisation",
                "method",
                "quality",
                "source",
                "source_title",
                "address");
        for (Observation o : observations) {
            Indicator indicator = show.site().data().indicator(o);
            table.row(
                    o.code(),
                    o.indicator(),
                    show.ui().text(indicator.title()),
                    o.value().toPlainString(),
                    indicator.unit().code(),
                    o.qualifier(),
                    o.kind(),
                    o.progress().word(),
                    o.period().map(Object::toString).orElse(""),
                    o.place().orElse(""),
                    o.placeName().map(show.ui()::text).orElse(""),
                    String.join(
                            ";",
                            o.dimensions().entrySet().stream()
                                    .map(e -> e.getKey() + "=" + e.getValue())
                                    .toList()),
                    o.scope().map(show.ui()::text).orElse(""),
                    o.organisation().orElse(""),
                    o.method().map(show.ui()::text).orElse(""),
                    o.quality().map(show.ui()::text).orElse(""),
                    o.sourceRef(),
                    show.source(o.sourceRef())
                            .map(s -> show.ui().text(s.document().orElse(s.title())))
                            .orElse(""),
                    show.source(o.sourceRef()).flatMap(Source::address).orElse(""));
        }
        return table;
    }

    private static java.util.stream.Stream<Observation> all(Show show) {
        return show.site().data().observations().values().stream();
    }

    private static List<Observation> asked(Show show, Query query) {
        return all(show)
                .filter(o -> query.allows("indicator", o.indicator()))
                .filter(o -> query.allows("kind", o.kind()))
                .filter(o -> query.get("publisher").isEmpty()
                        || show.publisherNames(o.sourceRef()).contains(query.get("publisher")))
                .filter(o -> serves(show, query, show.site().data().indicator(o)))
                .filter(o -> Plain.has(Plain.text(words(show, o)), query.get("q")))
                .sorted(orderOfFigures(show, query.get("sort")))
                .toList();
    }

    private static boolean serves(Show show, Query query, Indicator indicator) {
        return query.get("goal").isEmpty()
                || indicator
                        .goals()
                        .contains(new GoalId(show.site().data().review().framework(), query.get("goal")));
    }

    private static String words(Show show, Observation observation) {
        return String.join(
                " ",
                String.join(
                        " ",
                        show.site()
                                .data()
                                .indicator(observation)
                                .title()
                                .texts()
                                .values()),
                show.part(observation),
                show.ui().period(observation.period()),
                show.publisher(observation.sourceRef()),
                observation.sourceRef(),
                observation.value().toPlainString());
    }

    private static Comparator<Observation> orderOfFigures(Show show, String sort) {
        Comparator<Observation> byTitle = Comparator.comparing((Observation o) -> Plain.text(
                        show.ui().text(show.site().data().indicator(o).title())))
                .thenComparing(o -> o.period().map(Object::toString).orElse("~"))
                .thenComparing(Observation::code);
        Comparator<Observation> order = switch (sort.replaceFirst("^-", "")) {
            case "period" ->
                Comparator.comparing((Observation o) ->
                                o.period().map(Object::toString).orElse("~"))
                        .thenComparing(byTitle);
            case "value" -> Comparator.comparing(Observation::value).thenComparing(byTitle);
            case "place" ->
                Comparator.comparing((Observation o) -> Plain.text(show.part(o)))
                        .thenComparing(byTitle);
            case "source" ->
                Comparator.comparing((Observation o) -> Plain.text(show.publisher(o.sourceRef())))
                        .thenComparing(byTitle);
            default -> byTitle;
        };
        return sort.startsWith("-") ? order.reversed() : order;
    }
}
