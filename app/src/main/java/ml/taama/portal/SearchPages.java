package ml.taama.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over everything that the site shows, without regard to case and accents. */
@Controller
@Open
public class SearchPages {

    /** What was found, and of which kinds. */
    public record SearchPage(Show show, Listing<Entry> listing, Map<String, Long> kinds) {}

    private final Pages pages;
    private final Snapshots snapshots;

    SearchPages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/search")
    Html search(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Query query = Query.of("/search", parameters, Set.of("q", "kind", "page"));
        List<Entry> found = query.get("q").isEmpty() ? List.of() : found(show, query.get("q"));
        Map<String, Long> kinds = new java.util.TreeMap<>();
        found.forEach(e -> kinds.merge(e.kind(), 1L, Long::sum));
        List<Entry> asked =
                found.stream().filter(e -> query.allows("kind", e.kind())).toList();
        return pages.page("portal/search", ui, new SearchPage(show, Listing.of(query, asked), kinds));
    }

    /** Best first: the question in the title, in the reader's language, early. */
    static List<Entry> found(Show show, String question) {
        String plain = Plain.text(question);
        return show.site().entries().stream()
                .filter(e -> Plain.has(Plain.text(words(e)), question))
                .sorted(Comparator.comparingInt(
                                (Entry e) -> rank(Plain.text(show.ui().text(e.title())), plain))
                        .thenComparing(e -> Plain.text(show.ui().text(e.title()))))
                .toList();
    }

    private static int rank(String title, String question) {
        if (title.startsWith(question)) {
            return 0;
        }
        int at = (" " + title).indexOf(" " + question);
        return at >= 0 ? 1 : Plain.has(title, question) ? 2 : 3;
    }

    private static String words(Entry entry) {
        return String.join(
                " ",
                Stream.concat(entry.title().texts().values().stream(), Stream.of(entry.detail(), entry.sourceRef()))
                        .toList());
    }
}
