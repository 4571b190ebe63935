package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a password is chosen for the first time, and where a new one is asked for. */
@Controller
@Open
public class PasswordPages {

    /**
     * Behind a link.
     *
     * @param name of the person; none when the link does not work any more
     */
    public record WelcomePage(String token, Optional<String> name, Optional<Problem> fault) {}

    /** Where a new password is asked for. */
    public record ForgottenPage(boolean byMail, boolean sent) {}

    private final Pages pages;
    private final Invitations invitations;
    private final Connections connections;

    PasswordPages(Pages pages, Invitations invitations, Connections connections) {
        this.pages = pages;
        this.invitations = invitations;
        this.connections = connections;
    }

    @GetMapping("/{language}/welcome/{token}")
    Html welcome(Ui ui, HttpServletResponse response, @PathVariable String token) {
        return page(ui, response, token, Optional.empty());
    }

    private Html page(Ui ui, HttpServletResponse response, String token, Optional<Problem> fault) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<String> name = invitations.whose(token).map(Account::name);
        Optional<Problem> wrong = name.isEmpty() ? Optional.of(Problem.of(AccountProblem.DEAD_LINK)) : fault;
        Html page = pages.page("accounts/welcome", ui, new WelcomePage(token, name, wrong));
        return wrong.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/welcome/{token}")
    View choose(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password) {
        try {
            long account = invitations.accept(token, password);
            connections.endAll(account);
            connections.open(new Proven(account, false), request, response);
            return Redirect.within(ui, "/work");
        } catch (Problem problem) {
            return page(ui, response, token, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/password")
    Html forgotten(Ui ui) {
        return pages.page("accounts/password", ui, new ForgottenPage(invitations.byMail(), false));
    }

    @PostMapping("/{language}/password")
    Html ask(Ui ui, @RequestParam(defaultValue = "") String email) {
        if (invitations.byMail()) {
            invitations.remind(email);
        }
        return pages.page("accounts/password", ui, new ForgottenPage(invitations.byMail(), true));
    }
}
