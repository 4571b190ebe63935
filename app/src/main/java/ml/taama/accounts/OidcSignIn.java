package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in whom the provider of identities vouches for: the account with the e-mail address that it says it has verified. It
 * makes no account; nothing of its tokens is kept. A second factor shown there counts when it says so ({@code amr}, RFC 8176).
 */
@Component
@ConditionalOnProperty("TAAMA_OIDC_ISSUER")
class OidcSignIn implements OAuth2AuthorizedClientRepository {

    static final String RETURN = "oidc-return";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final Actor SYSTEM = Actor.system("sign-in");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Connections connections;
    private final AuditTrail audit;

    OidcSignIn(JdbcClient jdbc, TransactionTemplate transaction, Connections connections, AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.connections = connections;
        this.audit = audit;
    }

    void addTo(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/")
                .authorizedClientRepository(this)
                .successHandler(this::accepted)
                .failureHandler(this::refused));
    }

    private void accepted(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String to = returned(request);
        Optional<Long> account = authentication.getPrincipal() instanceof OidcUser user
                ? Actors.as(SYSTEM, () -> transaction.execute(status -> account(user)))
                : Optional.empty();
        if (account.isEmpty()) {
            connections.close(request);
            response.sendRedirect(language(to) + "/sign-in?fault=unknown-identity");
            return;
        }
        connections.open(new Proven(account.get(), twice(authentication)), request, response);
        response.sendRedirect(to);
    }

    private Optional<Long> account(OidcUser user) {
        boolean verified = Boolean.TRUE.equals(user.getEmailVerified()) && user.getEmail() != null;
        Optional<Long> account = verified
                ? jdbc.sql("""
                        select a.id from accounts.credential c join accounts.account a on a.id = c.account
                        where lower(c.email) = lower(?) and a.ended_at is null and not a.demonstration
                        """).param(user.getEmail()).query(Long.class).optional()
                : Optional.empty();
        audit.note(account.isPresent() ? "sign-in.oidc" : "sign-in.refuse", "account", account.orElse(0L));
        return account;
    }

    private static boolean twice(Authentication authentication) {
        return authentication.getPrincipal() instanceof OidcUser user
                && user.getClaims().get("amr") instanceof Collection<?> methods
                && methods.contains("mfa");
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        LOG.warn(
                "The provider of identities did not vouch: {}", fault.getClass().getSimpleName());
        response.sendRedirect(language(returned(request)) + "/sign-in?fault=unknown-identity");
    }

    private static String returned(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object to = session == null ? null : session.getAttribute(RETURN);
        return to instanceof String text ? text : "/" + Locale.FRENCH + "/work";
    }

    private static String language(String to) {
        return "/" + to.split("/", 3)[1];
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // of the interface
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Nothing is asked of the provider after the person has come back.
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        // Nothing was kept.
    }
}
