package ml.taama.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.FigureReleases.Release;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where figures of assistance are made ready for the public, looked at, released and withdrawn. */
@Controller
@Needs(Permission.RELEASE_CASE_FIGURES)
public class FigureReleasePages {

    private static final String LIST = "/work/case-figures/releases";

    /** All releases. */
    public record ReleasesPage(Shown shown, Listing<Release> listing) {}

    /**
     * One release as it is, or would be, public.
     *
     * @param missing tables that have too many cells for their people
     */
    public record ReleasePage(
            Shown shown, Release release, List<PublicView> tables, List<PublicTable> missing, Optional<Problem> fault) {

        /** How many figures are shown. */
        public long figures() {
            return tables.stream()
                            .flatMap(t -> t.lines().stream())
                            .mapToLong(l -> l.cells().size())
                            .sum()
                    - held();
        }

        /** How many figures are held back, to protect people. */
        public long held() {
            return tables.stream().mapToLong(PublicView::held).sum();
        }

        /** Least figure shown. */
        public int threshold() {
            return PublicProtection.THRESHOLD;
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final FigureReleases releases;

    FigureReleasePages(Pages pages, Shown.Maker shown, FigureReleases releases) {
        this.pages = pages;
        this.shown = shown;
        this.releases = releases;
    }

    @GetMapping("/{language}/work/case-figures/releases")
    Html list(Ui ui, @RequestParam Map<String, String> asked) {
        Query query = Query.of(LIST, asked, java.util.Set.of("page"));
        return pages.page(
                "cases/releases", ui, new ReleasesPage(shown.of(ui, List.of()), Listing.of(query, releases.all())));
    }

    @PostMapping("/{language}/work/case-figures/releases")
    View prepare(Ui ui) {
        return Redirect.within(ui, LIST + "/" + releases.prepare());
    }

    @GetMapping("/{language}/work/case-figures/releases/{id:[0-9]+}")
    Html one(Ui ui, @PathVariable long id) {
        return one(ui, id, Optional.empty());
    }

    private Html one(Ui ui, long id, Optional<Problem> fault) {
        Release release = releases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<PublicView> tables = PublicView.of(releases.figures(id));
        List<PublicTable> missing = PublicTable.ALL.stream()
                .filter(t -> tables.stream().noneMatch(v -> v.table().equals(t)))
                .toList();
        Html page = pages.page(
                "cases/release", ui, new ReleasePage(shown.of(ui, List.of()), release, tables, missing, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/case-figures/releases/{id:[0-9]+}/publication")
    View release(Ui ui, @PathVariable long id) {
        releases.release(id);
        return Redirect.within(ui, LIST + "/" + id);
    }

    @PostMapping("/{language}/work/case-figures/releases/{id:[0-9]+}/discarding")
    View discard(Ui ui, @PathVariable long id) {
        releases.discard(id);
        return Redirect.within(ui, LIST);
    }

    @PostMapping("/{language}/work/case-figures/releases/{id:[0-9]+}/withdrawal")
    View withdraw(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        try {
            releases.withdraw(id, reason);
            return Redirect.within(ui, LIST + "/" + id);
        } catch (Problem problem) {
            return one(ui, id, Optional.of(problem));
        }
    }
}
