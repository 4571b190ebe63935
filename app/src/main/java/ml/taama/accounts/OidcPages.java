package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import ml.taama.platform.security.Open;
import ml.taama.ui.Ui;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Leads to the provider of identities, and remembers where to come back to. */
@Controller
@ConditionalOnProperty("TAAMA_OIDC_ISSUER")
class OidcPages {

    @Open
    @PostMapping("/{language}/sign-in/provider")
    RedirectView provider(Ui ui, HttpServletRequest request, @RequestParam(defaultValue = "") String to) {
        boolean ours = to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0;
        request.getSession().setAttribute(OidcSignIn.RETURN, ui.url(ours ? to : "/work"));
        return new RedirectView("/oauth2/authorization/" + OidcProvider.ID);
    }
}
