package ml.taama.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.observatory.Observations.Dataset;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Activity;
import ml.taama.reference.Progress;
import ml.taama.reporting.Review.Contribution;
import ml.taama.reporting.Review.Request;
import ml.taama.reporting.Review.Statement;
import ml.taama.reporting.narrative.Directive;

/** References that stand alone in a paragraph: lists, tables and charts made of data. */
final class BlockDirectives {

    /** Lists that a text may ask for. */
    static final List<String> LISTS = List.of(
            "actions", "trainings", "statements", "requests", "supports", "budget", "communications", "stakeholders");

    /** Tables that a text may ask for. */
    static final List<String> TABLES = List.of("contributions", "policies");

    /** Charts that a text may ask for. */
    static final List<String> CHARTS = List.of("goals", "policies", "results", "map");

    static final String POLICIES_TABLE = "table-policies";

    private static final String MAP_TABLE = "table-map";

    private final ReportData data;
    private final Printer print;
    private final FigureBinder figures;
    private final Charts charts;
    private final Function<LocalText, List<Inline>> accounts;

    /** With how the account of an activity, which is narrative itself, becomes runs. */
    BlockDirectives(
            ReportData data,
            Printer print,
            FigureBinder figures,
            Charts charts,
            Function<LocalText, List<Inline>> accounts) {
        this.data = data;
        this.print = print;
        this.figures = figures;
        this.charts = charts;
        this.accounts = accounts;
    }

    List<Block> make(Directive directive) {
        return switch (directive.name()) {
            case "list" -> list(directive);
            case "table" -> table(directive.argument(0));
            default -> chart(directive.argument(0));
        };
    }

    /** Activities as bullets, in their order; the bullet says what the pack says, with its period and its source. */
    Optional<Block> activities(List<Activity> activities) {
        return bullets(activities, this::activity);
    }

    private List<Block> list(Directive directive) {
        List<String> rest = directive.arguments().isEmpty()
                ? List.of()
                : directive.arguments().subList(1, directive.arguments().size());
        Optional<Block> block = switch (directive.argument(0)) {
            case "actions", "trainings" -> bullets(chosen(data.activities(), Activity::code, rest), this::activity);
            case "statements" -> bullets(statements(rest), this::statement);
            case "requests" -> bullets(data.review().requests(), this::request);
            case "supports" ->
                bullets(
                        data.supports().stream()
                                .filter(s -> rest.isEmpty()
                                        || s.provider().filter(rest::contains).isPresent())
                                .toList(),
                        s -> item(s.title(), s.period(), s.progress(), s.sourceRef()));
            case "budget" ->
                bullets(
                        chosen(data.budgetLines(), b -> b.code(), rest),
                        b -> item(b.title(), b.period(), b.progress(), b.sourceRef()));
            case "communications" ->
                bullets(
                        chosen(data.communications(), c -> c.code(), rest),
                        c -> item(c.title(), c.period(), c.progress(), c.sourceRef()));
            case "stakeholders" ->
                bullets(
                        data.stakeholders().getOrDefault(directive.argument(1), List.of()),
                        s -> item(s.name(), Optional.empty(), Progress.DONE, s.sourceRef()));
            default -> Optional.empty();
        };
        return block.stream().toList();
    }

    /** All when no code is named, else those named, in the order named. */
    private static <T> List<T> chosen(List<T> all, Function<T, String> code, List<String> codes) {
        return codes.isEmpty()
                ? all
                : codes.stream()
                        .flatMap(c -> all.stream().filter(t -> code.apply(t).equals(c)))
                        .toList();
    }

    /** {@code challenge}, {@code challenge except CODE…} or {@code challenge only CODE…}. */
    private List<Statement> statements(List<String> words) {
        Stream<Statement> ofKind = data.review().statements().stream()
                .filter(s -> !words.isEmpty() && s.kind().equals(words.getFirst()));
        List<String> codes = words.size() > 2 ? words.subList(2, words.size()) : List.of();
        boolean only = words.size() > 1 && words.get(1).equals("only");
        return ofKind.filter(s -> codes.isEmpty() || codes.contains(s.code()) == only)
                .toList();
    }

    private <T> Optional<Block> bullets(List<T> rows, Function<T, List<Inline>> item) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Items(false, rows.stream().map(item).toList()));
    }

    private List<Inline> activity(Activity activity) {
        figures.subject("activity:" + activity.code());
        if (activity.account().isPresent()) {
            List<Inline> runs =
                    new ArrayList<>(accounts.apply(activity.account().get()));
            boolean figured = runs.stream().anyMatch(Inline.Figure.class::isInstance);
            if (!figured) {
                runs.add(figures.cite(activity.sourceRef()));
            }
            if (runs.stream().noneMatch(Inline.Tag.class::isInstance)) {
                runs.addAll(print.tag(activity.progress()));
            }
            return runs;
        }
        List<Inline> runs = new ArrayList<>(print.local(activity.title()));
        data.trainings().stream()
                .filter(t -> t.code().equals(activity.code()))
                .findFirst()
                .flatMap(t -> t.audience())
                .filter(a -> activity.goals().isEmpty())
                .ifPresent(a -> runs.add(new Inline.Text(print.text("report.for", a.text(print.reader())))));
        return finished(runs, activity.period(), activity.progress(), activity.sourceRef());
    }

    private List<Inline> request(Request request) {
        figures.subject("request:" + request.dataset());
        Dataset dataset = data.datasets().get(request.dataset());
        LocalText title = dataset == null ? LocalText.of(print.reader(), request.dataset()) : dataset.title();
        return item(title, Optional.empty(), Progress.ONGOING, request.sourceRef());
    }

    private List<Inline> statement(Statement statement) {
        return finished(
                new ArrayList<>(print.local(statement.text())),
                Optional.empty(),
                statement.progress().orElse(Progress.DONE),
                statement.sourceRef());
    }

    private List<Inline> item(LocalText text, Optional<Period> period, Progress progress, String source) {
        return finished(new ArrayList<>(print.local(text)), period, progress, source);
    }

    private List<Inline> finished(List<Inline> runs, Optional<Period> period, Progress progress, String source) {
        period.filter(p -> !p.toString().equals(Period.REVIEW))
                .ifPresent(p -> runs.add(new Inline.Text(" (" + print.period(p) + ")")));
        runs.add(figures.cite(source));
        runs.addAll(print.tag(progress));
        return runs;
    }

    private List<Block> table(String name) {
        return switch (name) {
            case "contributions" -> List.of(contributions());
            case "policies" -> List.of(policies());
            default -> List.of();
        };
    }

    private Block contributions() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Contribution contribution : data.review().contributions()) {
            if (contribution.task().equals("support")) {
                continue;
            }
            figures.subject("contributor:" + contribution.organisation());
            List<Inline> service = new ArrayList<>(print.local(print.organisation(contribution.organisation())));
            service.add(figures.cite(contribution.sourceRef()));
            rows.add(List.of(service, print.local(contribution.text())));
        }
        return new Block.Table(
                "table-contributions",
                print.text("report.table.contributions"),
                List.of(column("service", 55), column("task", 45)),
                rows);
    }

    private Block policies() {
        List<List<List<Inline>>> rows = data.policyEvents().stream()
                .filter(e -> e.reported())
                .map(e -> {
                    List<Inline> text = new ArrayList<>(print.local(e.title()));
                    text.add(figures.cite(e.sourceRef()));
                    text.addAll(print.tag(e.progress()));
                    List<Inline> date = Inline.text(print.period(e.period()));
                    return List.of(date, text);
                })
                .toList();
        return new Block.Table(
                POLICIES_TABLE,
                print.text("report.table.policies"),
                List.of(column("date", 25), column("policy", 75)),
                rows);
    }

    /** The map and, so that each place carries its source, its data as a table of the report. */
    private List<Block> map() {
        List<MapPlace> places = charts.places(Known.atReview(data), print.reader());
        Block table = new Block.Table(
                MAP_TABLE,
                print.text("report.table.map"),
                List.of(column("place", 42), column("kind", 20), column("detail", 38)),
                places.stream().map(this::place).toList());
        Block picture = new Block.Picture(
                charts.mapOfReport(data, places, print.reader()),
                print.text("chart.map.title"),
                places.isEmpty() ? "" : MAP_TABLE);
        return places.isEmpty() ? List.of(picture) : List.of(picture, table);
    }

    private List<List<Inline>> place(MapPlace place) {
        List<Inline> name = new ArrayList<>(Inline.text(place.name()));
        place.sources().forEach(source -> name.add(figures.cite(source)));
        return List.of(name, Inline.text(place.kind()), Inline.text(place.detail()));
    }

    private Block.Column column(String name, int share) {
        return new Block.Column(print.text("report.column." + name), false, share);
    }

    private List<Block> chart(String name) {
        return switch (name) {
            case "goals" ->
                List.of(new Block.Picture(
                        charts.goals(data, print.reader()), print.text("chart.goals.title"), "table-goals"));
            case "policies" ->
                List.of(new Block.Picture(
                        charts.reportedPolicies(data, print.reader()),
                        print.text("chart.policies.title"),
                        POLICIES_TABLE));
            case "results" ->
                List.of(new Block.Picture(charts.results(data, print.reader()), print.text("chart.results.title"), ""));
            case "map" -> map();
            default -> List.of();
        };
    }
}
