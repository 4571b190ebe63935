package ml.taama.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.audit.AuditReader;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.platform.security.Role;
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

/** Where accounts are administered. */
@Controller
@Needs(Permission.MANAGE_ACCOUNTS)
public class AccountPages {

    private static final Set<String> ASKED = Set.of("q", "role", "organisation", "state", "sort", "page");

    /** All accounts that were asked for. */
    public record AccountsPage(Listing<Listed> listing, Map<String, String> organisations, LocalDate today) {

        /** All roles. */
        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }
    }

    /** What was typed for a new account. */
    public record Draft(
            String name, String email, String language, String role, String organisation, String from, String to) {}

    /** The form of a new account. */
    public record NewAccountPage(
            Draft draft, Map<String, String> organisations, Optional<Problem> fault, boolean byMail) {

        /** All roles. */
        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }
    }

    /**
     * One account.
     *
     * @param link to hand to the person, when no mail server carries it
     */
    public record AccountPage(
            Listed listed,
            Map<String, String> organisations,
            List<AuditReader.Entry> history,
            Map<Long, String> names,
            LocalDate today,
            Optional<String> link,
            Optional<Problem> fault,
            boolean byMail) {

        /** All roles. */
        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }
    }

    private final Pages pages;
    private final Accounts accounts;
    private final Directory directory;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final Connections connections;
    private final Notices notices;
    private final AuditReader audit;
    private final Words words;
    private final Clock clock;

    AccountPages(
            Pages pages,
            Accounts accounts,
            Directory directory,
            Invitations invitations,
            SecondFactors factors,
            Connections connections,
            Notices notices,
            AuditReader audit,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.directory = directory;
        this.invitations = invitations;
        this.factors = factors;
        this.connections = connections;
        this.notices = notices;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @Bean
    static WorkEntry accountsEntry() {
        return new WorkEntry(
                80, "accounts.title", "/accounts", "people", actor -> actor.may(Permission.MANAGE_ACCOUNTS));
    }

    @GetMapping("/{language}/accounts")
    Html accounts(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/accounts", parameters, ASKED);
        Listing<Listed> listing = Listing.of(query, asked(query));
        return pages.page("accounts/accounts", ui, new AccountsPage(listing, words.organisations(ui), today()));
    }

    @GetMapping("/{language}/accounts.csv")
    ResponseEntity<byte[]> table(@RequestParam Map<String, String> parameters) {
        Table table = new Table(
                "id",
                "name",
                "email",
                "language",
                "state",
                "role",
                "organisation",
                "from",
                "to",
                "second_factors",
                "created");
        for (Listed listed : asked(Query.of("/accounts", parameters, ASKED))) {
            Account account = listed.account();
            if (account.holdings().isEmpty()) {
                row(table, listed, "", "", "", "");
            }
            account.holdings()
                    .forEach(h -> row(
                            table,
                            listed,
                            h.role().word(),
                            h.organisation(),
                            h.from().toString(),
                            h.to().map(LocalDate::toString).orElse("")));
        }
        return table.download("accounts.csv");
    }

    private static void row(Table table, Listed listed, String role, String organisation, String from, String to) {
        Account account = listed.account();
        table.row(
                String.valueOf(account.id()),
                account.name(),
                listed.email(),
                account.language().getLanguage(),
                listed.state(),
                role,
                organisation,
                from,
                to,
                String.valueOf(listed.factors()),
                account.createdAt().toString());
    }

    private List<Listed> asked(Query query) {
        return new AccountList(query, today()).of(directory.all());
    }

    @GetMapping("/{language}/accounts/new")
    Html form(Ui ui) {
        String day = today().toString();
        return form(ui, new Draft("", "", ui.language().getLanguage(), "", "", day, ""), Optional.empty());
    }

    private Html form(Ui ui, Draft draft, Optional<Problem> fault) {
        Html page = pages.page(
                "accounts/account-new",
                ui,
                new NewAccountPage(draft, words.organisations(ui), fault, invitations.byMail()));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/accounts")
    View create(
            Ui ui,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "fr") String person,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Draft draft = new Draft(name.strip(), email.strip(), person, role, organisation, from, to);
        try {
            complete(draft.name(), draft.email());
            NewRole first = NewRole.of(role, organisation, from, to, words.organisations(ui));
            long id = accounts.create(draft.name(), draft.email(), Locale.of(person));
            accounts.give(id, first.role(), organisation, first.from(), first.to());
            return shown(ui, id, invitations.invite(id), Optional.empty());
        } catch (Problem problem) {
            return form(ui, draft, Optional.of(problem));
        }
    }

    private static void complete(String name, String email) {
        if (name.isBlank() || !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Problem.of(AccountProblem.INCOMPLETE);
        }
    }

    /** A role to give, read from a form. */
    private record NewRole(Role role, LocalDate from, Optional<LocalDate> to) {

        static NewRole of(String role, String organisation, String from, String to, Map<String, String> organisations) {
            try {
                LocalDate first = LocalDate.parse(from);
                Optional<LocalDate> last =
                        Optional.of(to).filter(t -> !t.isBlank()).map(LocalDate::parse);
                Optional<Role> known = Role.of(role);
                if (known.isEmpty()
                        || !organisations.containsKey(organisation)
                        || last.filter(l -> l.isBefore(first)).isPresent()) {
                    throw Problem.of(AccountProblem.WRONG_ROLE);
                }
                return new NewRole(known.get(), first, last);
            } catch (DateTimeParseException e) {
                throw Problem.of(AccountProblem.WRONG_ROLE).causedBy(e);
            }
        }
    }

    @GetMapping("/{language}/accounts/{id:[0-9]+}")
    Html account(Ui ui, @PathVariable long id) {
        return shown(ui, id, Optional.empty(), Optional.empty());
    }

    private Html shown(Ui ui, long id, Optional<String> link, Optional<Problem> fault) {
        Listed listed = directory.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Html page = pages.page(
                "accounts/account",
                ui,
                new AccountPage(
                        listed,
                        words.organisations(ui),
                        audit.about("account", String.valueOf(id)),
                        accounts.names(),
                        today(),
                        link,
                        fault,
                        invitations.byMail()));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}")
    View change(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "fr") String person) {
        return done(ui, id, () -> {
            complete(name, email);
            accounts.change(id, name.strip(), Locale.of(person));
            directory.address(id, email.strip());
        });
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/roles")
    View give(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return done(ui, id, () -> {
            NewRole added = NewRole.of(role, organisation, from, to, words.organisations(ui));
            accounts.give(id, added.role(), organisation, added.from(), added.to());
            notices.tell(List.of(id), "account.role", "/me", null);
        });
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/roles/{holding:[0-9]+}/end")
    View endRole(Ui ui, @PathVariable long id, @PathVariable long holding) {
        return done(ui, id, () -> {
            accounts.endRole(id, holding);
            notices.tell(List.of(id), "account.role", "/me", null);
        });
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/end")
    View end(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> {
            accounts.end(id, true);
            connections.endAll(id);
        });
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/reopen")
    View reopen(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> accounts.end(id, false));
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/invitation")
    View invite(Ui ui, @PathVariable long id) {
        return shown(ui, id, invitations.invite(id), Optional.empty());
    }

    @PostMapping("/{language}/accounts/{id:[0-9]+}/second-factor/reset")
    View resetFactor(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> {
            factors.reset(id);
            connections.endAll(id);
        });
    }

    private View done(Ui ui, long id, Runnable work) {
        try {
            work.run();
            return Redirect.within(ui, "/accounts/" + id);
        } catch (Problem problem) {
            return shown(ui, id, Optional.empty(), Optional.of(problem));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
