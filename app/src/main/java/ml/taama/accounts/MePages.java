package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own account. */
@Controller
@SignedIn
public class MePages {

    /** Everything about oneself. */
    public record MePage(
            Account account,
            Digest digest,
            SecondFactors.State factors,
            List<Passkey> passkeys,
            List<Connection> connections,
            Map<String, String> organisations,
            boolean needed,
            Optional<Problem> fault,
            String done) {

        /** All choices of a digest. */
        public List<Digest> digests() {
            return List.of(Digest.values());
        }
    }

    private final Pages pages;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Digests digests;
    private final SecondFactors factors;
    private final PasskeyStore keys;
    private final Passkeys passkeys;
    private final Connections connections;
    private final Words words;

    MePages(
            Pages pages,
            Accounts accounts,
            Passwords passwords,
            Digests digests,
            SecondFactors factors,
            PasskeyStore keys,
            Passkeys passkeys,
            Connections connections,
            Words words) {
        this.words = words;
        this.pages = pages;
        this.accounts = accounts;
        this.passwords = passwords;
        this.digests = digests;
        this.factors = factors;
        this.keys = keys;
        this.passkeys = passkeys;
        this.connections = connections;
    }

    @Bean
    static WorkEntry meEntry() {
        return new WorkEntry(95, "me.title", "/me", "person-gear", actor -> true);
    }

    @GetMapping("/{language}/me")
    Html me(Ui ui, HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        return page(ui, request, Optional.empty(), done.matches("profile|password|connections") ? done : "");
    }

    private Html page(Ui ui, HttpServletRequest request, Optional<Problem> fault, String done) {
        long id = ui.visitor().actor().account();
        Account account = accounts.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Html page = pages.page(
                "accounts/me",
                ui,
                new MePage(
                        account,
                        digests.choice(id),
                        factors.of(id),
                        keys.of(id),
                        connections.of(id, request),
                        words.organisations(ui),
                        needed(account),
                        fault,
                        done));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private static boolean needed(Account account) {
        return !account.demonstration()
                && account.holdings().stream().anyMatch(h -> h.role().needsSecondFactor());
    }

    @PostMapping("/{language}/me")
    View change(
            Ui ui,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "fr") String person,
            @RequestParam(defaultValue = "") String digest) {
        return done(ui, request, "?done=profile", id -> {
            if (name.isBlank()) {
                throw Problem.of(AccountProblem.INCOMPLETE);
            }
            accounts.change(id, name.strip(), Locale.of(person));
            Digest.of(digest).ifPresent(d -> digests.choose(id, d));
        });
    }

    @PostMapping("/{language}/me/password")
    View password(
            Ui ui,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password) {
        String address = request.getRemoteAddr();
        return done(ui, request, "?done=password", id -> {
            factors.refuseTooMany(id, address);
            try {
                passwords.change(id, present, password);
            } catch (Problem problem) {
                if (problem.code().equals(AccountProblem.PRESENT_PASSWORD.code())) {
                    factors.tried(id, address, false);
                }
                throw problem;
            }
            connections.endOthers(id, request);
        });
    }

    @PostMapping("/{language}/me/connections/end")
    View end(Ui ui, HttpServletRequest request, @RequestParam(defaultValue = "") String connection) {
        return done(ui, request, "?done=connections#connections", id -> connections.end(id, connection));
    }

    @PostMapping("/{language}/me/connections/end-others")
    View endOthers(Ui ui, HttpServletRequest request) {
        return done(ui, request, "?done=connections#connections", id -> connections.endOthers(id, request));
    }

    @PostMapping("/{language}/me/totp/remove")
    View removeTotp(Ui ui, HttpServletRequest request) {
        return done(ui, request, "#factors", id -> {
            factors.refuseUnlessShown(Proven.current());
            factors.removeTotp(id, accounts.find(id).filter(MePages::needed).isPresent());
        });
    }

    @PostMapping("/{language}/me/passkeys/{key:[0-9]+}/remove")
    View removePasskey(Ui ui, HttpServletRequest request, @PathVariable long key) {
        return done(ui, request, "#factors", id -> {
            factors.refuseUnlessShown(Proven.current());
            SecondFactors.State state = factors.of(id);
            boolean last = !state.totp() && state.passkeys() == 1;
            passkeys.remove(
                    id, key, last && accounts.find(id).filter(MePages::needed).isPresent());
        });
    }

    private interface Work {
        void of(long account);
    }

    private View done(Ui ui, HttpServletRequest request, String to, Work work) {
        try {
            work.of(ui.visitor().actor().account());
            return Redirect.within(ui, "/me" + to);
        } catch (Problem problem) {
            return page(ui, request, Optional.of(problem), "");
        }
    }
}
