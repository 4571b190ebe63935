package ml.taama.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Accounts;
import ml.taama.linkage.Evaluation.Quality;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** Work on the whole register: asked for, watched, stopped; and the models, their training, comparison and promotion. */
@Controller
@Needs(Permission.REVIEW_DUPLICATES)
public class RunPages {

    private static final int RECENT = 50;

    /** All work, the latest first. */
    public record RunsPage(List<Run> runs, Map<Long, String> accounts, Optional<Problem> fault) {}

    /** One piece of work. */
    public record RunPage(
            Run run, List<Entry> lines, List<Rule> rules, List<Model> judged, Map<Long, String> accounts) {}

    /** A line of the log. */
    public record Entry(java.time.Instant at, String text) {}

    /** What a blocking rule produced. */
    public record Rule(String rule, long pairs, long fresh, long largest, long givenUp) {}

    /** A model judged by reviewed pairs. */
    public record Model(String code, List<Group> groups) {}

    /** Quality within a group; empty for all. */
    public record Group(String kind, String value, Quality quality, long pairs) {}

    /** Models, the one in use, and how it came to be. */
    public record ModelsPage(
            List<Models.Listed> models,
            String active,
            List<Models.Promotion> history,
            List<Weight> weights,
            Map<Long, String> accounts,
            Optional<Problem> fault) {}

    /** What a level of a comparison weighs in the model in use. */
    public record Weight(String comparison, String level, double m, double u, double weight) {}

    private final Pages pages;
    private final Runs runs;
    private final RunStore store;
    private final Models models;
    private final Accounts accounts;

    RunPages(Pages pages, Runs runs, RunStore store, Models models, Accounts accounts) {
        this.pages = pages;
        this.runs = runs;
        this.store = store;
        this.models = models;
        this.accounts = accounts;
    }

    @GetMapping("/{language}/work/duplicates/runs")
    Html list(Ui ui) {
        return list(ui, Optional.empty());
    }

    private Html list(Ui ui, Optional<Problem> fault) {
        Html page = pages.page("matching/runs", ui, new RunsPage(store.list("true", RECENT), accounts.names(), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/duplicates/runs")
    View start(Ui ui) {
        try {
            return Redirect.within(ui, "/work/duplicates/runs/" + runs.batch());
        } catch (Problem problem) {
            return list(ui, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/work/duplicates/runs/{id}")
    Html run(Ui ui, @PathVariable long id) {
        Run run = store.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<Entry> lines =
                store.lines(id).stream().map(l -> new Entry(l.at(), say(ui, l))).toList();
        return pages.page("matching/run", ui, new RunPage(run, lines, rules(run), judged(run), accounts.names()));
    }

    private static String say(Ui ui, RunStore.Line line) {
        String key = "run.line." + line.word();
        return ui.messages().knows(key)
                ? ui.t(key, line.arguments().toArray())
                : line.word() + " " + String.join(" ", line.arguments());
    }

    private static List<Rule> rules(Run run) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : run.report().path("rules")) {
            rules.add(new Rule(
                    rule.path("rule").asString(""),
                    rule.path("pairs").asLong(0),
                    rule.path("fresh").asLong(0),
                    rule.path("largest").asLong(0),
                    rule.path("givenUp").asLong(0)));
        }
        return rules;
    }

    private static List<Model> judged(Run run) {
        List<Model> judged = new ArrayList<>();
        List<String> codes = List.of(run.model(), run.other().orElse(run.model()));
        for (JsonNode model : run.report().path("judged")) {
            List<Group> groups = new ArrayList<>();
            for (JsonNode group : model) {
                String[] name = group.path("group").asString("").split("=", 2);
                long right = group.path("right").asLong(0);
                long wrong = group.path("wrong").asLong(0);
                long missed = group.path("missed").asLong(0);
                long all = right + wrong + missed + group.path("rejected").asLong(0);
                groups.add(
                        new Group(name[0], name.length > 1 ? name[1] : "", new Quality(0, right, wrong, missed), all));
            }
            judged.add(new Model(codes.get(Math.min(judged.size(), codes.size() - 1)), groups));
        }
        return judged;
    }

    @PostMapping("/{language}/work/duplicates/runs/{id}/cancel")
    View cancel(Ui ui, @PathVariable long id) {
        store.cancel(id);
        return Redirect.within(ui, "/work/duplicates/runs/" + id);
    }

    @GetMapping("/{language}/work/duplicates/models")
    Html models(Ui ui) {
        return models(ui, Optional.empty());
    }

    private Html models(Ui ui, Optional<Problem> fault) {
        Optional<Models.Named> active = models.active();
        Html page = pages.page(
                "matching/models",
                ui,
                new ModelsPage(
                        models.all(),
                        active.map(Models.Named::code).orElse(""),
                        models.history(),
                        active.map(a -> weights(a.model())).orElse(List.of()),
                        accounts.names(),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private static List<Weight> weights(ml.taama.linkage.Model model) {
        List<Weight> weights = new ArrayList<>();
        model.comparisons()
                .forEach(c -> c.levels().stream()
                        .filter(l -> !l.isNull())
                        .forEach(l -> weights.add(
                                new Weight(c.name(), l.label(), l.m(), l.u(), Math.log(l.m() / l.u()) / Math.log(2)))));
        return weights;
    }

    @PostMapping("/{language}/work/duplicates/models/training")
    View train(Ui ui) {
        try {
            return Redirect.within(ui, "/work/duplicates/runs/" + runs.train());
        } catch (Problem problem) {
            return models(ui, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/duplicates/models/comparison")
    View compare(Ui ui, @RequestParam String one, @RequestParam String other) {
        try {
            return Redirect.within(ui, "/work/duplicates/runs/" + runs.compare(one, other));
        } catch (Problem problem) {
            return models(ui, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/duplicates/models/promotion")
    View promote(Ui ui, @RequestParam(defaultValue = "") String model, @RequestParam(defaultValue = "") String reason) {
        try {
            models.promote(model, reason);
            return Redirect.within(ui, "/work/duplicates/models");
        } catch (Problem problem) {
            return models(ui, Optional.of(problem));
        }
    }
}
