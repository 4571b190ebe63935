package ml.taama.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * A provider of identities (OpenID Connect) that the settings name. It is asked for its addresses when somebody first signs in
 * with it, so that the site starts while it does not answer.
 */
@Component
@ConditionalOnProperty("TAAMA_OIDC_ISSUER")
class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final String issuer;
    private final String client;
    private final String secret;
    private final String name;
    private volatile @Nullable ClientRegistration known;

    OidcProvider(
            @Value("${TAAMA_OIDC_ISSUER}") String issuer,
            @Value("${TAAMA_OIDC_CLIENT:taama}") String client,
            @Value("${TAAMA_OIDC_CLIENT_SECRET:}") String secret,
            @Value("${TAAMA_OIDC_NAME:OpenID Connect}") String name) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.name = name;
    }

    /** Name of the provider as people know it. */
    String name() {
        return name;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(client)
                    .clientSecret(secret)
                    .clientAuthenticationMethod(
                            secret.isEmpty()
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .scope("openid", "email")
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .clientName(name)
                    .build();
            known = registration;
        }
        return registration;
    }
}
