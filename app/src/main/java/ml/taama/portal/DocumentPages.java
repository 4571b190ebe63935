package ml.taama.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.library.Documents.Document;
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

/** Studies, guides, reports. */
@Controller
@Open
public class DocumentPages {

    /** Documents that a reader asked for. */
    public record DocumentsPage(Show show, Listing<Document> listing, List<String> kinds) {}

    private final Pages pages;
    private final Snapshots snapshots;

    DocumentPages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/documents")
    Html documents(Ui ui, @RequestParam Map<String, String> parameters) {
        Show show = new Show(ui, snapshots.now());
        Query query = Query.of("/documents", parameters, Set.of("q", "kind", "page"));
        List<Document> all = show.site().documents();
        List<Document> asked = all.stream()
                .filter(d -> query.allows("kind", d.kind()))
                .filter(d ->
                        Plain.has(Plain.text(String.join(" ", d.title().texts().values())), query.get("q")))
                .toList();
        List<String> kinds =
                all.stream().map(Document::kind).distinct().sorted().toList();
        return pages.page("portal/documents", ui, new DocumentsPage(show, Listing.of(query, asked), kinds));
    }
}
