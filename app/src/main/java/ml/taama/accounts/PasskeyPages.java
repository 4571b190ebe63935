package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the script for passkeys asks and answers, as JSON. */
@RestController
class PasskeyPages {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final String CREATION = "passkey-creation";
    private static final String REQUEST = "passkey-request";
    private static final int LONGEST_LABEL = 60;

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final Connections connections;

    PasskeyPages(Passkeys passkeys, SecondFactors factors, Connections connections) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.connections = connections;
    }

    @SignedIn
    @PostMapping("/{language}/me/passkeys/options")
    ResponseEntity<String> creation(HttpServletRequest request) {
        factors.refuseUnlessShown(Proven.current());
        PublicKeyCredentialCreationOptions options = passkeys.begin(Proven.current());
        request.getSession().setAttribute(CREATION, options);
        return json(MAPPER.writeValueAsString(options));
    }

    @SignedIn
    @PostMapping("/{language}/me/passkeys")
    ResponseEntity<String> add(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String label,
            @RequestBody String answer) {
        Proven proven = Proven.current();
        factors.refuseUnlessShown(proven);
        PublicKeyCredentialCreationOptions asked = taken(request, CREATION, PublicKeyCredentialCreationOptions.class);
        passkeys.add(proven, asked, read(answer, new TypeReference<>() {}), named(ui, label));
        connections.open(new Proven(proven.account(), true), request, response);
        return json(MAPPER.writeValueAsString(Map.of("to", ui.url("/me"))));
    }

    private static String named(Ui ui, String label) {
        String name = label.strip();
        return name.isEmpty() ? ui.t("passkey.unnamed") : name.substring(0, Math.min(LONGEST_LABEL, name.length()));
    }

    @Open
    @PostMapping("/{language}/sign-in/passkey/options")
    ResponseEntity<String> challenge(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = passkeys.challenge();
        request.getSession().setAttribute(REQUEST, options);
        return json(MAPPER.writeValueAsString(options));
    }

    @Open
    @PostMapping("/{language}/sign-in/passkey")
    ResponseEntity<String> signIn(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String to,
            @RequestBody String answer) {
        PublicKeyCredentialRequestOptions asked = taken(request, REQUEST, PublicKeyCredentialRequestOptions.class);
        PublicKeyCredential<AuthenticatorAssertionResponse> key = read(answer, new TypeReference<>() {});
        long account = passkeys.signIn(asked, key);
        connections.open(new Proven(account, true), request, response);
        boolean ours = to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0;
        return json(MAPPER.writeValueAsString(Map.of("to", ui.url(ours ? to : "/work"))));
    }

    /** A challenge is answered once. */
    private static <T> T taken(HttpServletRequest request, String name, Class<T> type) {
        Object kept = request.getSession().getAttribute(name);
        request.getSession().removeAttribute(name);
        if (!type.isInstance(kept)) {
            throw Problem.of(AccountProblem.WRONG_PASSKEY);
        }
        return type.cast(kept);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw Problem.of(AccountProblem.WRONG_PASSKEY).causedBy(e);
        }
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(text);
    }
}
