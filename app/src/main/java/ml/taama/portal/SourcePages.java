package ml.taama.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Source;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everything is known from, and what rests on it. */
@Controller
@Open
public class SourcePages {

    /** Sources that a reader asked for. */
    public record SourcesPage(Show show, Listing<Source> listing, List<String> kinds) {}

    /** One source, its passages, and what rests on it. */
    public record SourcePage(Show show, Source source, List<Source> passages, List<Entry> rests) {}

    private final Pages pages;
    private final Snapshots snapshots;

    SourcePages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/sources")
    Html sources(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Query query = Query.of("/sources", parameters, Set.of("q", "kind", "page"));
        List<Source> all = sorted(show);
        List<Source> asked = all.stream()
                .filter(s -> query.allows("kind", s.kind()))
                .filter(s -> Plain.has(Plain.text(words(s)), query.get("q")))
                .toList();
        List<String> kinds = all.stream().map(Source::kind).distinct().sorted().toList();
        return pages.page("portal/sources", ui, new SourcesPage(show, Listing.of(query, asked), kinds));
    }

    @GetMapping("/{language}/sources/{code}")
    Html source(Ui ui, @PathVariable String code) {
        Show show = new Show(ui, snapshots.now());
        Source source = show.source(code).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<Source> passages = sorted(show).stream()
                .filter(s -> s.partOf().filter(code::equals).isPresent())
                .toList();
        List<Entry> rests = show.site().entries().stream()
                .filter(e -> e.sourceRef().equals(code) && !e.kind().equals("source"))
                .toList();
        return pages.page("portal/source", ui, new SourcePage(show, source, passages, rests));
    }

    private static List<Source> sorted(Show show) {
        return show.site().data().sources().values().stream()
                .sorted(Comparator.comparing(Source::code))
                .toList();
    }

    private static String words(Source source) {
        return source.code() + " " + String.join(" ", source.title().texts().values()) + " "
                + source.publisher()
                        .map(p -> String.join(" ", p.texts().values()))
                        .orElse("")
                + " "
                + source.document()
                        .map(d -> String.join(" ", d.texts().values()))
                        .orElse("");
    }
}
