package ml.taama.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ml.taama.cases.FigureReleases.Release;
import ml.taama.cases.statistics.ReportedAssistance;
import ml.taama.cases.statistics.ReportedAssistance.Reported;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Figures of assistance for everybody, as they were released; beside them what the report says. */
@Controller
@Open
public class PublicFigurePages {

    /**
     * A release as everybody sees it.
     *
     * @param release nothing while there is none
     * @param all every release, the latest first
     */
    public record AssistancePage(
            Shown shown,
            Optional<Release> release,
            List<PublicFigure> figures,
            List<PublicView> tables,
            List<Release> all,
            List<Reported> reported) {

        /** How many there were in all, of people or of services. */
        public Optional<BigDecimal> whole(String measure) {
            return FigureReleases.whole(figures, measure);
        }

        /** People of a generation or all, of a sex or all. */
        public Optional<BigDecimal> people(String generation, String sex) {
            return figures.stream()
                    .filter(f ->
                            f.table().equals("generation") && f.categories().equals(List.of(generation, sex)))
                    .findFirst()
                    .flatMap(PublicFigure::value);
        }

        /** What is told of the protection: least figure shown and largest noise. */
        public int threshold() {
            return PublicProtection.THRESHOLD;
        }

        /** Largest noise. */
        public int noise() {
            return PublicProtection.NOISE;
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final FigureReleases releases;
    private final List<ReportedAssistance> reported;

    PublicFigurePages(Pages pages, Shown.Maker shown, FigureReleases releases, List<ReportedAssistance> reported) {
        this.pages = pages;
        this.shown = shown;
        this.releases = releases;
        this.reported = reported;
    }

    @GetMapping("/{language}/assistance")
    Html latest(Ui ui) {
        return page(ui, releases.current());
    }

    @GetMapping("/{language}/assistance/releases/{id:[0-9]+}")
    Html one(Ui ui, @PathVariable long id) {
        return page(ui, Optional.of(find(id)));
    }

    @GetMapping("/{language}/assistance/releases/{id:[0-9]+}/figures.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id) {
        Release release = find(id);
        if (!release.shown()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        return table(releases.figures(id)).download("assistance-" + release.countedOn() + ".csv");
    }

    /** The figures of a release, one on each line. */
    static Table table(List<PublicFigure> figures) {
        Table table = new Table("table", "variable", "category", "by", "subcategory", "measure", "value", "status");
        for (PublicTable of : PublicTable.ALL) {
            figures.stream()
                    .filter(f -> f.table().equals(of.name()))
                    .forEach(f -> table.row(
                            of.name(),
                            of.rows(),
                            f.categories().getFirst(),
                            of.columns(),
                            of.columns().isEmpty() ? "" : f.categories().getLast(),
                            f.measure(),
                            f.value().map(BigDecimal::toPlainString).orElse(""),
                            f.value().isPresent() ? "perturbed" : "suppressed"));
        }
        return table;
    }

    private Release find(long id) {
        return releases.find(id)
                .filter(r -> !r.state().equals("draft"))
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private Html page(Ui ui, Optional<Release> release) {
        List<PublicFigure> figures = release.filter(Release::shown)
                .map(r -> releases.figures(r.id()))
                .orElse(List.of());
        return pages.page(
                "cases/assistance",
                ui,
                new AssistancePage(
                        shown.of(ui, List.of()),
                        release,
                        figures,
                        PublicView.of(figures),
                        releases.all().stream()
                                .filter(r -> !r.state().equals("draft"))
                                .toList(),
                        reported.stream().flatMap(r -> r.all().stream()).toList()));
    }
}
