package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.cases.Referral.Proposal;
import ml.taama.cases.ReferralState.Move;
import ml.taama.people.Consents;
import ml.taama.people.Consents.Consent;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Referrals: proposed from a case, answered by the recipient, followed by both. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class ReferralPages {

    private static final Set<String> ASKED = Set.of("state", "side", "page");
    private static final int MONTHS = 3;

    /** Referrals that the reader takes part in. */
    public record ReferralsPage(Shown shown, Listing<Referral> listing, boolean none) {

        /** Words of the states. */
        public List<String> states() {
            return ReferralState.words();
        }
    }

    /**
     * One referral.
     *
     * @param moves what the reader may do with it
     * @param dossier the case, when the reader sees it
     * @param outside whether nobody of the recipient works with cases here
     */
    public record ReferralPage(
            Shown shown,
            Referral referral,
            Optional<Case> dossier,
            List<Journal.Entry> entries,
            List<Move> moves,
            boolean outside,
            LocalDate due,
            Optional<Problem> fault) {}

    /**
     * The form that proposes a case.
     *
     * @param agreed consents of each person that hold, by file
     * @param offers lines of the directory that help with what is needed
     */
    public record ProposalPage(
            Shown shown,
            Case dossier,
            NewCase typed,
            Map<Long, List<Consent>> agreed,
            List<Offer> offers,
            LocalDate until,
            String key,
            Optional<Problem> fault) {

        /** Whether a box is ticked. */
        public boolean ticked(String name, String value) {
            return Optional.ofNullable(typed.fields().get(name))
                    .orElse(List.of())
                    .contains(value);
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final Cases cases;
    private final Referrals referrals;
    private final Journal journal;
    private final Consents consents;
    private final ServiceDirectory directory;
    private final Once once;
    private final Clock clock;

    ReferralPages(
            Pages pages,
            Shown.Maker shown,
            Cases cases,
            Referrals referrals,
            Journal journal,
            Consents consents,
            ServiceDirectory directory,
            Once once,
            Clock clock) {
        this.pages = pages;
        this.shown = shown;
        this.cases = cases;
        this.referrals = referrals;
        this.journal = journal;
        this.consents = consents;
        this.directory = directory;
        this.once = once;
        this.clock = clock;
    }

    @Bean
    static WorkEntry referralsEntry() {
        return new WorkEntry(
                18,
                "referrals.title",
                "/work/referrals",
                "arrow-left-right",
                a -> a.maySomewhere(Permission.MANAGE_CASES));
    }

    @GetMapping("/{language}/work/referrals")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/work/referrals", parameters, ASKED);
        List<Referral> all = referrals.all();
        List<Referral> asked = all.stream()
                .filter(r -> query.allows("state", r.state().word()))
                .filter(r -> query.allows(
                        "side", ui.visitor().actor().may(Permission.MANAGE_CASES, r.recipient()) ? "received" : "sent"))
                .toList();
        return pages.page(
                "cases/referrals",
                ui,
                new ReferralsPage(shown.of(ui, List.of()), Listing.of(query, asked), all.isEmpty()));
    }

    @GetMapping("/{language}/work/referrals/{id:[0-9]+}")
    Html show(Ui ui, @PathVariable long id) {
        return page(ui, id, Optional.empty());
    }

    private Html page(Ui ui, long id, Optional<Problem> fault) {
        Referral referral = referrals.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<Journal.Entry> entries = journal.of(referral.dossier()).stream()
                .filter(e -> e.section().equals("referral")
                        && e.subject().filter(s -> s == id).isPresent())
                .toList();
        List<Move> moves = Arrays.stream(Move.values())
                .filter(m -> referral.state().allows(m) && referrals.may(referral, m))
                .toList();
        ReferralPage model = new ReferralPage(
                shown.of(ui, referral.people()),
                referral,
                cases.find(referral.dossier()),
                entries,
                moves,
                referrals.outside(referral.recipient()),
                ReferralReminders.due(LocalDate.ofInstant(referral.proposedAt(), ZoneId.systemDefault())),
                fault);
        Html page = pages.page("cases/referral", ui, model);
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/referrals/{id:[0-9]+}/{move}")
    View move(Ui ui, @PathVariable long id, @PathVariable String move, @RequestParam(defaultValue = "") String text) {
        try {
            referrals.move(id, Move.of(move), text.strip());
            return Redirect.within(ui, "/work/referrals/" + id);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return page(ui, id, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/referral")
    Html form(Ui ui, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        return proposal(ui, id, NewCase.of(sent), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/referral")
    View propose(Ui ui, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        NewCase typed = NewCase.of(sent);
        try {
            long made = once.of(typed.get("key"), typed.fields(), () -> referrals.propose(id, proposed(ui, typed)));
            return Redirect.within(ui, "/work/referrals/" + made);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return proposal(ui, id, typed, Optional.of(problem));
        }
    }

    private static Proposal proposed(Ui ui, NewCase typed) {
        return new Proposal(
                typed.get("kind").equals("transfer"),
                typed.get("recipient"),
                all(typed, "needs"),
                all(typed, "sections"),
                typed.people(),
                Fields.day(ui, "referral.until", typed.get("until")),
                typed.get("override"),
                typed.get("text"));
    }

    private static List<String> all(NewCase typed, String name) {
        return new ArrayList<>(Optional.ofNullable(typed.fields().get(name)).orElse(List.of()));
    }

    private Html proposal(Ui ui, long id, NewCase typed, Optional<Problem> fault) {
        Case dossier = cases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        ui.visitor().actor().require(Permission.MANAGE_CASES, dossier.organisation());
        LocalDate today = LocalDate.now(clock);
        Map<Long, List<Consent>> agreed = dossier.people().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        f -> consents.of(f).stream()
                                .filter(c -> c.purpose().equals("referral") && c.on(today))
                                .toList()));
        Html page = pages.page(
                "cases/proposal",
                ui,
                new ProposalPage(
                        shown.of(ui, dossier.people()),
                        dossier,
                        typed,
                        agreed,
                        directory.helping(List.of(), Optional.of(dossier.country())),
                        today.plusMonths(MONTHS),
                        Once.key(),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }
}
