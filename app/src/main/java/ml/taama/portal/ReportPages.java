package ml.taama.portal;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import ml.taama.documents.Chapter;
import ml.taama.documents.HtmlWriter;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Finding;
import ml.taama.reporting.Layout;
import ml.taama.reporting.ReportFiles;
import ml.taama.reporting.Review;
import ml.taama.ui.Downloads;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The national reports: to read chapter by chapter, to take away, and where they do not hold. */
@Controller
@Open
public class ReportPages {

    /** Cover and contents. */
    public record ReportPage(Show show, Review review, Layout layout, Composition composition, String contents) {

        /** Contradictions that nobody answered. */
        public long open() {
            return composition.findings().stream()
                    .filter(f -> f.answer().isEmpty())
                    .count();
        }
    }

    /** One chapter, and its neighbours. */
    public record ChapterPage(Show show, Review review, Layout layout, List<Chapter> chapters, int at, String article) {

        /** The chapter. */
        public Chapter chapter() {
            return chapters.get(at);
        }
    }

    /** What does not hold. */
    public record ContradictionsPage(Show show, Review review, List<Chapter> chapters, List<Finding> findings) {

        /** Address of the chapter where a finding shows, after the report's. */
        public String chapter(Finding finding) {
            String anchor = "s-" + finding.section();
            return chapters.stream()
                    .filter(c -> c.holds(anchor))
                    .findFirst()
                    .map(c -> name(c) + (c.heading().id().equals(anchor) ? "" : "#" + anchor))
                    .orElseGet(() -> name(chapters.getFirst()));
        }

        /** Findings of a rule. */
        public List<Finding> of(String title) {
            return findings.stream().filter(f -> f.title().equals(title)).toList();
        }

        /** Titles of the rules that found something, in order. */
        public List<String> titles() {
            return findings.stream().map(Finding::title).distinct().toList();
        }
    }

    private final Pages pages;
    private final Snapshots snapshots;
    private final Publications publications;
    private final PublishedFiles editions;

    ReportPages(Pages pages, Snapshots snapshots, Publications publications, PublishedFiles editions) {
        this.editions = editions;
        this.pages = pages;
        this.snapshots = snapshots;
        this.publications = publications;
    }

    @GetMapping("/{language}/reports")
    Html reports(Ui ui) {
        return pages.page("portal/reports", ui, new Show(ui, snapshots.now()));
    }

    /** A file of a published edition. */
    @GetMapping("/{language}/reports/{code}/editions/{number}/{text}/{name}")
    ResponseEntity<byte[]> edition(
            @PathVariable String code, @PathVariable int number, @PathVariable String text, @PathVariable String name) {
        return editions.file(code, number, text, name);
    }

    @GetMapping("/{language}/reports/{code}")
    Html report(Ui ui, @PathVariable String code, @RequestParam(defaultValue = "") String by) {
        Show show = new Show(ui, snapshots.now());
        Review review = review(show, code);
        Composition composition = publications.composition(review, ui.language(), layout(by));
        String contents = HtmlWriter.contents(composition.report(), places(show, review, composition, layout(by)));
        return pages.page("portal/report", ui, new ReportPage(show, review, layout(by), composition, contents));
    }

    @GetMapping("/{language}/reports/{code}/chapters/{id}")
    Html chapter(
            Ui ui, @PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String by) {
        Show show = new Show(ui, snapshots.now());
        Review review = review(show, code);
        Composition composition = publications.composition(review, ui.language(), layout(by));
        List<Chapter> chapters = composition.report().chapters();
        int at = chapters.stream().map(ReportPages::name).toList().indexOf(id);
        if (at < 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        String article = HtmlWriter.chapter(
                composition.report(), chapters.get(at), places(show, review, composition, layout(by)));
        return pages.page("portal/chapter", ui, new ChapterPage(show, review, layout(by), chapters, at, article));
    }

    @GetMapping("/{language}/reports/{code}/contradictions")
    Html contradictions(Ui ui, @PathVariable String code) {
        Show show = new Show(ui, snapshots.now());
        Review review = review(show, code);
        Composition composition = publications.composition(review, ui.language(), Layout.BY_GOAL);
        return pages.page(
                "portal/contradictions",
                ui,
                new ContradictionsPage(show, review, composition.report().chapters(), composition.findings()));
    }

    @GetMapping("/{language}/reports/{code}/files/{file}")
    ResponseEntity<byte[]> file(
            Ui ui, @PathVariable String code, @PathVariable String file, @RequestParam(defaultValue = "") String by) {
        Review review = review(new Show(ui, snapshots.now()), code);
        ReportFiles format = Arrays.stream(ReportFiles.values())
                .filter(f -> f.file().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return Downloads.file(
                format.file(), format.type(), publications.file(review, ui.language(), layout(by), format));
    }

    /** The last part of the address of a chapter. */
    public static String name(Chapter chapter) {
        return chapter.heading().id().replaceFirst("^s-", "");
    }

    /** From a place in the report to its address on the site. */
    private static UnaryOperator<String> places(Show show, Review review, Composition composition, Layout layout) {
        String base = show.ui().url("/reports/" + review.code() + "/chapters/");
        return anchor -> composition.report().chapters().stream()
                .filter(c -> c.holds(anchor.substring(1)))
                .findFirst()
                .map(c -> base + name(c) + asked(layout) + (c.heading().id().equals(anchor.substring(1)) ? "" : anchor))
                .orElse(anchor);
    }

    /** The part of an address that asks for a layout. */
    public static String asked(Layout layout) {
        return layout == Layout.BY_ROUND_TABLE ? "?by=round-table" : "";
    }

    private static Layout layout(String by) {
        return by.equals("round-table") ? Layout.BY_ROUND_TABLE : Layout.BY_GOAL;
    }

    private static Review review(Show show, String code) {
        return show.site().review(code).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }
}
