package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in a real browser: invited by real mail, a second factor set up, lost and reset, a passkey, a page refused. */
class AccountsJourney {

    private static final String PASSWORD = "four unrelated words here";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/\\w\\w/welcome/[\\w-]+");
    private static final int WAIT = 20_000;

    private static GreenMail mail;
    private static Site site;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        site = Site.start(Map.of(
                "TAAMA_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?from=taama@ministry.example"));
    }

    @AfterAll
    static void stop() {
        site.stop();
        mail.stop();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void signIn(Page page, String language, String email, String password) {
        page.navigate(site.at("/" + language + "/sign-in"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("main form.form button[type=submit]").click();
    }

    /** The link of the next mail to an address. */
    private static String link(String email) throws Exception {
        long until = System.nanoTime() + WAIT * 1_000_000L;
        while (System.nanoTime() < until) {
            MimeMessage[] all = mail.getReceivedMessages();
            for (int i = all.length - 1; i >= 0; i--) {
                if (all[i].getAllRecipients()[0].toString().equals(email)) {
                    Matcher link = LINK.matcher(String.valueOf(all[i].getContent()));
                    assertThat(link.find()).isTrue();
                    return link.group();
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No mail to " + email);
    }

    private static Page invited(Browser browser, int width, String language, String email, String role)
            throws Exception {
        Page administrator = browser.visitor(width);
        signIn(administrator, language, "administrator@demo.example", "taama-demonstration");
        administrator.navigate(site.at("/" + language + "/accounts/new"));
        assertThat(Axe.violations(administrator)).isEmpty();
        administrator.locator("#name").fill("Ramata Konaté");
        administrator.locator("#person").selectOption(language);
        administrator.locator("#email").fill(email);
        administrator.locator("#role").selectOption(role);
        administrator.locator("#organisation option").nth(1).evaluate("o => o.selected = true");
        administrator.locator("main form.form button[type=submit]").click();
        assertThat(administrator.locator("h1")).hasText("Ramata Konaté");
        Page person = browser.visitor(width);
        person.navigate(link(email));
        assertThat(Axe.violations(person)).isEmpty();
        person.locator("#password").fill(PASSWORD);
        person.locator("main form.form button[type=submit]").click();
        person.waitForURL("**/" + language + "/work");
        return person;
    }

    @ParameterizedTest
    @CsvSource({"1280, fr", "390, en"})
    void aFocalPointIsInvitedByMailAndRefusedElsewhere(int width, String language) throws Exception {
        try (Browser browser = new Browser()) {
            Page person = invited(browser, width, language, "ramata" + width + "@service.example", "focal-point");
            assertThat(person.locator("h1")).hasCount(1);
            for (String page : List.of("/accounts", "/audit")) {
                assertThat(person.navigate(site.at("/" + language + page)).status())
                        .isEqualTo(403);
                assertThat(person.locator("main")).not().containsText("administrator@demo.example");
            }
            person.navigate(site.at("/" + language + "/me"));
            assertThat(Axe.violations(person)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, fr", "1280, en"})
    void aSecondFactorIsSetUpLostAndReset(int width, String language) throws Exception {
        String email = "factor" + width + "@service.example";
        try (Browser browser = new Browser()) {
            Page person = invited(browser, width, language, email, "case-manager");
            person.navigate(site.at("/" + language + "/second-factor"));
            assertThat(Axe.violations(person)).isEmpty();
            String secret = person.locator(".secret").innerText();
            person.locator("#code").fill(code(secret));
            person.locator("main form.form button[type=submit]").click();
            assertThat(person.locator(".recovery li")).hasCount(10);
            assertThat(Axe.violations(person)).isEmpty();
            String paper = person.locator(".recovery li").first().innerText();

            Page lost = browser.visitor(width);
            signIn(lost, language, email, PASSWORD);
            lost.navigate(site.at("/" + language + "/second-factor"));
            lost.locator("#code").fill(paper);
            lost.locator("main form.form button[type=submit]").click();
            lost.waitForURL("**/work");

            Page administrator = browser.visitor(width);
            signIn(administrator, language, "administrator@demo.example", "taama-demonstration");
            administrator.navigate(site.at("/" + language + "/accounts?q=" + email));
            administrator.locator("#results tbody a").first().click();
            assertThat(Axe.violations(administrator)).isEmpty();
            administrator
                    .locator(
                            "summary",
                            new Page.LocatorOptions().setHasText(language.equals("fr") ? "Réinitialiser" : "Reset"))
                    .click();
            administrator.locator("form[action$='/second-factor/reset'] button").click();
            assertThat(administrator.locator("form[action$='/second-factor/reset']"))
                    .hasCount(0);

            Page anew = browser.visitor(width);
            signIn(anew, language, email, PASSWORD);
            anew.navigate(site.at("/" + language + "/second-factor"));
            assertThat(anew.locator(".secret")).hasCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, fr", "390, en"})
    void aPasskeyProvesTwice(int width, String language) throws Exception {
        try (Browser browser = new Browser()) {
            Page person = invited(browser, width, language, "key" + width + "@service.example", "administrator");
            CDPSession device = person.context().newCDPSession(person);
            device.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject with = new JsonObject();
            with.add("options", options);
            device.send("WebAuthn.addVirtualAuthenticator", with);

            assertThat(person.navigate(site.at("/" + language + "/accounts")).url())
                    .contains("/second-factor");
            person.locator("#passkey-label").fill("Laptop");
            person.locator("[data-passkey=add]").click();
            person.waitForURL("**/me");
            assertThat(person.locator("#factors ~ ul").first()).containsText("Laptop");
            assertThat(person.navigate(site.at("/" + language + "/accounts")).status())
                    .isEqualTo(200);

            button(person, language.equals("fr") ? "Se déconnecter" : "Sign out")
                    .click();
            person.navigate(site.at("/" + language + "/sign-in?to=/accounts"));
            person.locator("[data-passkey=sign-in]").click();
            person.waitForURL("**/" + language + "/accounts");
            assertThat(person.locator("h1")).hasCount(1);
            assertThat(person.navigate(site.at("/" + language + "/accounts")).status())
                    .isEqualTo(200);
        }
    }

    private static String code(String typed) throws Exception {
        BigInteger number = BigInteger.ZERO;
        String plain = typed.replaceAll("\\s", "");
        for (int i = 0; i < plain.length(); i++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(plain.charAt(i));
            number = number.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        byte[] all = number.toByteArray();
        byte[] secret = new byte[plain.length() * 5 / 8];
        for (int i = 0; i < Math.min(secret.length, all.length); i++) {
            secret[secret.length - 1 - i] = all[all.length - 1 - i];
        }
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
    }
}
