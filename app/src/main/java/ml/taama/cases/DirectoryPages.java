package ml.taama.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.organisations.Facilities;
import ml.taama.organisations.Facility;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
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

/** The directory of services, and the places of the country pack where people are received. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class DirectoryPages {

    private static final Set<String> ASKED = Set.of("q", "kind", "country", "page");

    /**
     * The directory.
     *
     * @param facilities places of the country pack, as far as they work
     * @param changed the line whose form is open
     */
    public record DirectoryPage(
            Shown shown,
            Listing<Offer> listing,
            List<Facility> facilities,
            Optional<Offer> changed,
            Map<String, String> typed,
            Optional<Problem> fault) {

        /** Organisations for which the reader keeps lines. */
        public List<String> keeps() {
            return List.copyOf(shown.ui().visitor().actor().organisations(Permission.SUPERVISE_CASES));
        }

        /** What was typed, or what the line says. */
        public String typed(String name, String kept) {
            return typed.getOrDefault(name, kept);
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final ServiceDirectory directory;
    private final Facilities facilities;

    DirectoryPages(Pages pages, Shown.Maker shown, ServiceDirectory directory, Facilities facilities) {
        this.pages = pages;
        this.shown = shown;
        this.directory = directory;
        this.facilities = facilities;
    }

    @GetMapping("/{language}/work/directory")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        return page(ui, parameters, Optional.empty(), Map.of(), Optional.empty());
    }

    @Needs(Permission.SUPERVISE_CASES)
    @GetMapping("/{language}/work/directory/{id:[0-9]+}")
    Html change(Ui ui, @PathVariable long id) {
        return page(ui, Map.of(), Optional.of(offer(ui, id)), Map.of(), Optional.empty());
    }

    private Offer offer(Ui ui, long id) {
        return directory.all().stream()
                .filter(o -> o.id() == id && ui.visitor().actor().may(Permission.SUPERVISE_CASES, o.organisation()))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private Html page(
            Ui ui,
            Map<String, String> parameters,
            Optional<Offer> changed,
            Map<String, String> typed,
            Optional<Problem> fault) {
        Shown words = shown.of(ui, List.of());
        Query query = Query.of("/work/directory", parameters, ASKED);
        List<Offer> asked = directory.all().stream()
                .filter(o -> query.allows("kind", o.kind()) && query.allows("country", o.country()))
                .filter(o -> Plain.has(Plain.text(text(words, o)), query.get("q")))
                .toList();
        List<Facility> working = facilities.all().stream()
                .filter(f -> f.status().equals("working"))
                .toList();
        Html page = pages.page(
                "cases/directory",
                ui,
                new DirectoryPage(words, Listing.of(query, asked), working, changed, typed, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private static String text(Shown words, Offer offer) {
        return String.join(
                " ",
                words.organisation(offer.provider()),
                words.shortly(offer.provider()),
                words.ui().t("case.need." + offer.kind()),
                words.where(offer.country(), offer.area()),
                offer.address(),
                offer.note());
    }

    @Needs(Permission.SUPERVISE_CASES)
    @PostMapping("/{language}/work/directory")
    View put(Ui ui, @RequestParam Map<String, String> typed) {
        String number = CasePages.text(typed, "id");
        long id = number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
        Optional<Offer> changed = id == 0 ? Optional.empty() : Optional.of(offer(ui, id));
        try {
            directory.put(new Offer(
                    id,
                    changed.map(Offer::organisation).orElseGet(() -> own(ui, typed)),
                    Fields.choice(
                            ui,
                            "offer.provider",
                            CasePages.text(typed, "provider"),
                            shown.of(ui, List.of()).organisations().keySet()),
                    Fields.choice(ui, "case.service.kind", CasePages.text(typed, "kind"), Words.SERVICES),
                    Fields.country(ui, "case.country", CasePages.text(typed, "country")),
                    Fields.maybe(CasePages.text(typed, "area")),
                    CasePages.text(typed, "address"),
                    CasePages.text(typed, "hours"),
                    Fields.maybeNumber(ui, "offer.capacity", CasePages.text(typed, "capacity"))
                            .map(java.math.BigDecimal::intValue),
                    CasePages.text(typed, "contact"),
                    CasePages.text(typed, "note"),
                    Instant.EPOCH,
                    Optional.empty()));
            return Redirect.within(ui, "/work/directory");
        } catch (Problem problem) {
            return page(ui, Map.of(), changed, typed, Optional.of(problem));
        }
    }

    private static String own(Ui ui, Map<String, String> typed) {
        List<String> own = List.copyOf(ui.visitor().actor().organisations(Permission.SUPERVISE_CASES));
        String asked = CasePages.text(typed, "organisation");
        return own.contains(asked) ? asked : own.getFirst();
    }

    @Needs(Permission.SUPERVISE_CASES)
    @PostMapping("/{language}/work/directory/{id:[0-9]+}/end")
    View end(Ui ui, @PathVariable long id) {
        offer(ui, id);
        directory.end(id, true);
        return Redirect.within(ui, "/work/directory");
    }

    @Needs(Permission.SUPERVISE_CASES)
    @PostMapping("/{language}/work/directory/{id:[0-9]+}/resumption")
    View resume(Ui ui, @PathVariable long id) {
        offer(ui, id);
        directory.end(id, false);
        return Redirect.within(ui, "/work/directory");
    }
}
