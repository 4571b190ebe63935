package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where one signs in and out. */
@Controller
public class SignInPages {

    /**
     * The form.
     *
     * @param to page to go to afterwards, without language
     * @param email as typed before
     * @param fault what is wrong with what was typed
     * @param provider name of a provider of identities, where there is one
     * @param people whom a visitor of a demonstration may be; empty elsewhere
     * @param organisations names of organisations by code
     */
    public record SignInPage(
            String to,
            String email,
            Optional<Problem> fault,
            Optional<String> provider,
            List<Account> people,
            Map<String, String> organisations) {}

    private final Pages pages;
    private final SignIn signIn;
    private final Connections connections;
    private final DemonstrationAccounts demonstration;
    private final Words words;
    private final Optional<String> provider;

    SignInPages(
            Pages pages,
            SignIn signIn,
            Connections connections,
            DemonstrationAccounts demonstration,
            Words words,
            Optional<OidcProvider> provider) {
        this.provider = provider.map(OidcProvider::name);
        this.pages = pages;
        this.signIn = signIn;
        this.connections = connections;
        this.demonstration = demonstration;
        this.words = words;
    }

    @Open
    @GetMapping("/{language}/sign-in")
    Html form(Ui ui, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String fault) {
        boolean unknown = fault.equals("unknown-identity");
        return page(ui, to, "", unknown ? Optional.of(Problem.of(AccountProblem.UNKNOWN_IDENTITY)) : Optional.empty());
    }

    private Html page(Ui ui, String to, String email, Optional<Problem> fault) {
        List<Account> people = ui.visitor().demonstration() ? demonstration.people() : List.of();
        Html page = pages.page(
                "accounts/sign-in",
                ui,
                new SignInPage(
                        to, email, fault, provider, people, people.isEmpty() ? Map.of() : words.organisations(ui)));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @Open
    @PostMapping("/{language}/sign-in")
    View signIn(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to) {
        try {
            long account = signIn.withPassword(email, password, request.getRemoteAddr());
            connections.open(new Proven(account, false), request, response);
            return Redirect.within(ui, to.isEmpty() ? "/work" : to);
        } catch (Problem problem) {
            return page(ui, to, email, Optional.of(problem));
        }
    }

    @SignedIn
    @PostMapping("/{language}/sign-out")
    View signOut(Ui ui, HttpServletRequest request) {
        connections.close(request);
        return Redirect.within(ui, "");
    }
}
