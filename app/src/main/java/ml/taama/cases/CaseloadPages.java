package ml.taama.cases;

import java.util.List;
import java.util.Optional;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.cases.Caseloads.Load;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who follows how much, and giving many cases to somebody else: chosen, shown once more, then done. */
@Controller
@Needs(Permission.SUPERVISE_CASES)
public class CaseloadPages {

    /**
     * Caseloads.
     *
     * @param whose whose cases are listed below; 0 for those that nobody follows
     * @param cases of that person
     * @param chosen cases that are about to be given, and to whom; empty before the confirmation
     */
    public record CaseloadPage(
            Shown shown,
            List<Load> loads,
            Optional<Long> whose,
            List<Case> cases,
            List<Account> colleagues,
            List<Case> chosen,
            long to,
            Optional<Problem> fault) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final Caseloads loads;
    private final Accounts accounts;

    CaseloadPages(Pages pages, Shown.Maker shown, Caseloads loads, Accounts accounts) {
        this.pages = pages;
        this.shown = shown;
        this.loads = loads;
        this.accounts = accounts;
    }

    @GetMapping("/{language}/work/caseload")
    Html show(Ui ui, @RequestParam(defaultValue = "-1") long whose) {
        return page(ui, whose, List.of(), 0, Optional.empty());
    }

    private Html page(Ui ui, long whose, List<Long> ids, long to, Optional<Problem> fault) {
        Optional<Long> account = whose < 0 ? Optional.empty() : Optional.of(whose);
        List<Case> cases = whose < 0 ? List.of() : loads.of(whose == 0 ? Optional.empty() : account);
        List<Account> colleagues = ui.visitor().actor().organisations(Permission.SUPERVISE_CASES).stream()
                .flatMap(o -> accounts.allowed(Permission.MANAGE_CASES, o).stream())
                .distinct()
                .toList();
        List<Case> chosen = cases.stream().filter(c -> ids.contains(c.id())).toList();
        List<Long> files = cases.stream().flatMap(c -> c.people().stream()).toList();
        Html page = pages.page(
                "cases/caseload",
                ui,
                new CaseloadPage(shown.of(ui, files), loads.all(), account, cases, colleagues, chosen, to, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    /** Shows once more what was chosen; given only when that is confirmed. */
    @PostMapping("/{language}/work/caseload")
    View give(
            Ui ui,
            @RequestParam(defaultValue = "-1") long whose,
            @RequestParam(defaultValue = "") List<Long> ids,
            @RequestParam(defaultValue = "0") long to,
            @RequestParam(defaultValue = "") String confirmed) {
        try {
            if (ids.isEmpty() || to == 0) {
                throw Problem.of(CaseProblem.COLLEAGUE);
            }
            if (confirmed.isEmpty()) {
                return page(ui, whose, ids, to, Optional.empty());
            }
            loads.give(ids, to);
            return Redirect.within(ui, "/work/caseload?whose=" + to);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return page(ui, whose, List.of(), to, Optional.of(problem));
        }
    }
}
