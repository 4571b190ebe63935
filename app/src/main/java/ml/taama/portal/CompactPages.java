package ml.taama.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Framework;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reporting.Charts;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The goals under review, and the other frameworks. */
@Controller
@Open
public class CompactPages {

    /** Goals under a heading; without one where they are not grouped. */
    public record Group(Optional<LocalText> title, List<GoalTile> goals) {}

    /** All goals under review. */
    public record CompactPage(Show show, Framework framework, boolean grouped, List<Group> groups) {}

    /** A framework as a tree. */
    public record FrameworkPage(Show show, Framework framework, Goal root, List<Goal> goals) {}

    private final Pages pages;
    private final Snapshots snapshots;
    private final Charts charts;

    CompactPages(Pages pages, Snapshots snapshots, Charts charts) {
        this.pages = pages;
        this.snapshots = snapshots;
        this.charts = charts;
    }

    @GetMapping("/{language}/compact")
    Html goals(Ui ui, @RequestParam(defaultValue = "") String by) {
        Snapshot site = snapshots.now();
        boolean grouped = by.equals("round-table");
        List<GoalTile> tiles = GoalTile.of(site, charts);
        List<Group> groups = grouped ? groups(site, tiles) : List.of(new Group(Optional.empty(), tiles));
        return pages.page("portal/compact", ui, new CompactPage(new Show(ui, site), site.reviewed(), grouped, groups));
    }

    private static List<Group> groups(Snapshot site, List<GoalTile> tiles) {
        List<Group> groups = new ArrayList<>();
        for (Goal table : site.data().groupNames()) {
            List<GoalId> members = site.data().groups().stream()
                    .filter(l -> l.from().equals(table.id()))
                    .map(Crosswalk::to)
                    .toList();
            groups.add(new Group(
                    Optional.of(table.title()),
                    tiles.stream().filter(t -> members.contains(t.goal().id())).toList()));
        }
        return groups;
    }

    @GetMapping("/{language}/compact/{code}")
    Html goal(Ui ui, @PathVariable String code) {
        Snapshot site = snapshots.now();
        GoalId id = new GoalId(site.data().review().framework(), code);
        Goal goal = site.data().goal(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return pages.page("portal/goal", ui, GoalPage.of(new Show(ui, site), goal, charts));
    }

    @GetMapping("/{language}/frameworks")
    Html frameworks(Ui ui) {
        return pages.page("portal/frameworks", ui, new Show(ui, snapshots.now()));
    }

    @GetMapping("/{language}/frameworks/{code}")
    Html framework(Ui ui, @PathVariable String code) {
        Snapshot site = snapshots.now();
        Framework framework = site.framework(code).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        GoalId whole = new GoalId(code, GoalId.WHOLE);
        Goal root = Optional.ofNullable(site.goals().get(whole))
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return pages.page(
                "portal/framework", ui, new FrameworkPage(new Show(ui, site), framework, root, site.children(whole)));
    }
}
