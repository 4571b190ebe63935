package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sign-in through a provider of identities, against one that the test runs. */
class OidcStoreTest {

    private static Provider provider;
    private static RunningSite site;

    @BeforeAll
    static void start() throws Exception {
        provider = new Provider();
        site = RunningSite.start(Map.of(
                "TAAMA_OIDC_ISSUER",
                provider.issuer(),
                "TAAMA_OIDC_CLIENT_SECRET",
                "s",
                "TAAMA_OIDC_NAME",
                "Ministère"));
        String organisation = Objects.requireNonNull(site.owner()
                .sql("select min(code) from organisations.organisation")
                .query(String.class)
                .single());
        Accounts accounts = site.bean(Accounts.class);
        Actors.run(Actor.system("test"), () -> {
            long id = accounts.create("Binta Fall", "binta@service.example", Locale.ENGLISH);
            accounts.give(id, Role.ADMINISTRATOR, organisation, java.time.LocalDate.of(2020, 1, 1), Optional.empty());
        });
    }

    @AfterAll
    static void stop() {
        site.close();
        provider.close();
    }

    /** Goes there and back; returns where it ended. */
    private static String through(Visit visit) {
        assertThat(visit.get("/en/sign-in").body()).contains("Sign in with Ministère");
        HttpResponse<String> step = visit.post("/en/sign-in/provider", "to", "/accounts");
        for (int i = 0; i < 4 && step.statusCode() == 302; i++) {
            String to = step.headers().firstValue("Location").orElseThrow();
            if (to.matches("(http://localhost:\\d+)?/en/.*")) {
                break;
            }
            step = visit.get(to.replace("127.0.0.1:" + port(), "localhost:" + port()));
        }
        return RunningSite.location(step);
    }

    private static String port() {
        return site.at("").replaceAll("\\D", "");
    }

    @Test
    void aVerifiedAddressOpensItsAccount() {
        provider.person("Binta@service.example", true, List.of("pwd"));
        Visit binta = site.visit();
        assertThat(through(binta)).isEqualTo("/en/accounts");
        assertThat(binta.get("/en/work").body()).contains("Binta Fall");
        assertThat(RunningSite.location(binta.get("/en/accounts"))).startsWith("/en/second-factor");
    }

    @Test
    void aSecondFactorOfTheProviderCounts() {
        provider.person("binta@service.example", true, List.of("pwd", "mfa"));
        Visit binta = site.visit();
        through(binta);
        assertThat(binta.get("/en/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsUnknownOrNotVerifiedStaysOut() {
        for (boolean verified : List.of(true, false)) {
            provider.person(verified ? "other@service.example" : "binta@service.example", verified, List.of("mfa"));
            Visit visit = site.visit();
            assertThat(through(visit)).isEqualTo("/en/sign-in?fault=unknown-identity");
            assertThat(visit.get("/en/sign-in?fault=unknown-identity").body()).contains("ask for an invitation");
            assertThat(RunningSite.location(visit.get("/en/work"))).startsWith("/en/sign-in");
        }
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        provider.person("binta@service.example", true, List.of("mfa"));
        provider.forAnotherClient();
        Visit visit = site.visit();
        assertThat(through(visit)).isEqualTo("/en/sign-in?fault=unknown-identity");
        assertThat(RunningSite.location(visit.get("/en/work"))).startsWith("/en/sign-in");
    }

    @Test
    void withoutSettingsThereIsNothingOfIt() {
        try (RunningSite plain = RunningSite.over(site)) {
            assertThat(plain.context().getBeanNamesForType(OidcProvider.class)).isEmpty();
            Visit visit = plain.visit();
            assertThat(visit.get("/en/sign-in").body()).doesNotContain("sign-in/provider");
            assertThat(visit.post("/en/sign-in/provider").statusCode()).isEqualTo(404);
            assertThat(visit.get("/oauth2/authorization/oidc").statusCode()).isEqualTo(404);
            String back = "/login/oauth2/code/oidc?code=" + URLEncoder.encode("c1", StandardCharsets.UTF_8);
            assertThat(visit.get(back).statusCode()).isEqualTo(404);
        }
    }
}
