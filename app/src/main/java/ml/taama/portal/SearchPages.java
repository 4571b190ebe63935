package ml.taama.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public record SearchPage(Show show, Listing<Entry> listing, Map<String, Long> kinds) {

        /** What tells one figure of an indicator from the others: its value and its period. */
        public String note(Entry entry) {
            String code = entry.path().substring(entry.path().indexOf('#') + 1);
            return Optional.ofNullable(show.site().data().observations().get(code))
                    .filter(o -> entry.kind().equals("observation"))
                    .map(o -> show.value(o) + ", " + show.ui().period(o.period()))
                    .orElse("");
        }
    }

    /** What people look for first stands first among entries that fit equally well. */
    private static final List<String> ORDER = List.of(
            "goal",
            "organisation",
            "facility",
            "indicator",
            "observation",
            "activity",
            "policy",
            "plan",
            "document",
            "report",
            "place",
            "framework");

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
                .filter(e -> Plain.has(Plain.text(words(show, e)), question))
                .sorted(Comparator.comparingInt((Entry e) -> rank(show, e, plain))
                        .thenComparingInt(e -> weight(e.kind()))
                        .thenComparing(e -> Plain.text(show.ui().text(e.title()))))
                .toList();
    }

    /** "objectif 16" is the goal before anything else that has these words. */
    private static int rank(Show show, Entry entry, String question) {
        boolean named = entry.path().startsWith("/compact/")
                && Plain.text(kind(show, entry) + " " + entry.path().substring("/compact/".length()))
                        .equals(question);
        return named ? -1 : rank(Plain.text(show.ui().text(entry.title())), question);
    }

    private static int weight(String kind) {
        int at = ORDER.indexOf(kind);
        return at < 0 ? ORDER.size() : at;
    }

    private static String kind(Show show, Entry entry) {
        return show.ui().t("entry." + entry.kind());
    }

    private static int rank(String title, String question) {
        if (title.startsWith(question)) {
            return 0;
        }
        int at = (" " + title).indexOf(" " + question);
        return at >= 0 ? 1 : Plain.has(title, question) ? 2 : 3;
    }

    private static String words(Show show, Entry entry) {
        return String.join(
                " ",
                Stream.concat(
                                entry.title().texts().values().stream(),
                                Stream.of(kind(show, entry), entry.detail(), entry.sourceRef()))
                        .toList());
    }
}
