package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Item;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Agreements on the sharing of data: concluded, ended, resumed. */
@Controller
@Needs(Permission.MANAGE_AGREEMENTS)
public class AgreementPages {

    /** All agreements, and what a new one can cover. */
    public record AgreementsPage(
            Shown shown,
            Listing<Agreement> listing,
            boolean none,
            List<Item> items,
            LocalDate today,
            Optional<Problem> fault) {

        /** How an agreement can stand. */
        public List<String> states() {
            return AgreementList.STATES;
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final Clock clock;

    AgreementPages(Pages pages, Shown.Maker shown, Agreements agreements, Catalogue catalogue, Clock clock) {
        this.pages = pages;
        this.shown = shown;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Bean
    static WorkEntry agreementsEntry() {
        return new WorkEntry(
                50,
                "agreements.title",
                "/work/agreements",
                "shield-check",
                a -> a.maySomewhere(Permission.MANAGE_AGREEMENTS));
    }

    @GetMapping("/{language}/work/agreements")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        return page(ui, query(parameters), Optional.empty());
    }

    private static Query query(Map<String, String> parameters) {
        return Query.of("/work/agreements", parameters, AgreementList.ASKED);
    }

    @GetMapping("/{language}/work/agreements.csv")
    ResponseEntity<byte[]> table(Ui ui, @RequestParam Map<String, String> parameters) {
        LocalDate today = LocalDate.now(clock);
        Table table = new Table("id", "organisation", "legal_basis", "scope", "from", "to", "state", "note");
        for (Agreement agreement : AgreementList.of(shown.of(ui), query(parameters), today, agreements.all())) {
            table.row(
                    String.valueOf(agreement.id()),
                    agreement.organisation(),
                    agreement.basis(),
                    agreement.everything() ? "*" : String.join(" ", agreement.scope()),
                    agreement.from().toString(),
                    agreement.to().map(LocalDate::toString).orElse(""),
                    agreement.state(today),
                    agreement.note());
        }
        return table.download("agreements.csv");
    }

    private Html page(Ui ui, Optional<Problem> fault) {
        return page(ui, query(Map.of()), fault);
    }

    private Html page(Ui ui, Query query, Optional<Problem> fault) {
        Shown words = shown.of(ui);
        LocalDate today = LocalDate.now(clock);
        List<Agreement> all = agreements.all();
        Listing<Agreement> listing = Listing.of(query, AgreementList.of(words, query, today, all));
        Html page = pages.page(
                "collection/agreements",
                ui,
                new AgreementsPage(words, listing, all.isEmpty(), catalogue.items(), today, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/agreements")
    View conclude(
            Ui ui,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "everything") String extent,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note) {
        try {
            boolean everything = extent.equals("everything");
            if (!everything && scope.isEmpty()) {
                throw Problem.of(
                        PlatformProblem.WRONG_FIELD, ui.t("agreement.scope"), "", ui.t("agreement.scope.expected"));
            }
            agreements.conclude(
                    organisation,
                    basis,
                    everything ? List.of() : scope,
                    day(ui, "agreement.from", from),
                    to.isBlank() ? Optional.empty() : Optional.of(day(ui, "agreement.to", to)),
                    note);
            return Redirect.within(ui, "/work/agreements");
        } catch (Problem problem) {
            return page(ui, Optional.of(problem));
        }
    }

    private static LocalDate day(Ui ui, String key, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.of(PlatformProblem.ofField(text), ui.t(key), text, ui.t("call.deadline.expected"))
                    .causedBy(e);
        }
    }

    @PostMapping("/{language}/work/agreements/{id}/end")
    View end(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        try {
            agreements.end(id, reason);
            return Redirect.within(ui, "/work/agreements");
        } catch (Problem problem) {
            return page(ui, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/agreements/{id}/resumption")
    View resume(Ui ui, @PathVariable long id) {
        agreements.resume(id);
        return Redirect.within(ui, "/work/agreements");
    }
}
