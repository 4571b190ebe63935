package ml.taama.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases. What is searched is personal, so it is sent in the form and never stands in an address. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class CaseListPages {

    private static final int LONGEST = 200;

    /**
     * The list, or what a search found.
     *
     * @param question what was searched, if anything was
     */
    public record CasesPage(Shown shown, Listing<Case> listing, Optional<String> question) {

        /** Whose cases a list may show. */
        public List<String> whose() {
            return CaseSearch.WHOSE;
        }

        /** For what a table may be taken. */
        public List<String> purposes() {
            return CaseExport.PURPOSES;
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final CaseSearch search;

    CaseListPages(Pages pages, Shown.Maker shown, CaseSearch search) {
        this.pages = pages;
        this.shown = shown;
        this.search = search;
    }

    @Bean
    static WorkEntry casesEntry() {
        return new WorkEntry(
                17,
                "cases.title",
                "/work/cases",
                "life-preserver",
                a -> a.maySomewhere(Permission.MANAGE_CASES),
                List.of("/work/directory", "/work/caseload"));
    }

    @GetMapping("/{language}/work/cases")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/work/cases", parameters, CaseSearch.ASKED);
        return page(ui, search.list(query), Optional.empty());
    }

    @PostMapping("/{language}/work/cases")
    Html find(Ui ui, @RequestParam(defaultValue = "") String q) {
        String question = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        Query query = Query.of("/work/cases", Map.of(), CaseSearch.ASKED);
        if (question.isEmpty()) {
            return page(ui, search.list(query), Optional.empty());
        }
        List<Case> found = search.find(question);
        return page(ui, new Listing<>(query, found.size(), 1, 1, found), Optional.of(question));
    }

    private Html page(Ui ui, Listing<Case> listing, Optional<String> question) {
        List<Long> files =
                listing.rows().stream().flatMap(c -> c.people().stream()).toList();
        return pages.page("cases/cases", ui, new CasesPage(shown.of(ui, files), listing, question));
    }
}
