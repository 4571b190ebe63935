package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product with a mail server of its own, and the people who work with it. */
final class Workplace {

    static final String PASSWORD = "four unrelated words here";

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/\\S+");
    private static final long WAIT = 60_000_000_000L;
    private static final int PAUSE = 200;
    private static final int PATIENCE = 120_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Site site;

    private Workplace() {
        mail.start();
        site = Site.start(Map.of(
                "TAAMA_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?from=taama@ministry.example"));
    }

    static Workplace open() {
        return new Workplace();
    }

    void close() {
        site.stop();
        mail.stop();
    }

    Site site() {
        return site;
    }

    /** A person of the demonstration, at work. */
    Page as(Browser browser, String person, int width, String language) {
        return signedIn(browser, person + "@demo.example", "taama-demonstration", width, language);
    }

    private Page signedIn(Browser browser, String email, String password, int width, String language) {
        Page page = visitor(browser, width);
        signIn(page, site, email, password, language);
        return page;
    }

    /** Signs in on a site. */
    static void signIn(Page page, Site site, String email, String password, String language) {
        page.navigate(site.at("/" + language + "/sign-in"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("main form.form button[type=submit]").click();
        page.waitForURL("**/" + language + "/work");
    }

    /** Signs in as a person of a demonstration, by the button with the name. */
    static Page demonstrated(Browser browser, Site site, String name, int width, String language) {
        Page page = browser.visitor(width);
        page.navigate(site.at("/" + language + "/sign-in"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("/work$"));
        return page;
    }

    /** A visitor who waits as long as a busy machine takes to write a report. */
    static Page visitor(Browser browser, int width) {
        Page page = browser.visitor(width);
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 4.0);
        return page;
    }

    /** A person whom the administrator invites, who follows the link of the mail and is told everything at once. */
    Page invited(Browser browser, int width, String language, String name, String email, String organisation) {
        Page administrator = as(browser, "administrator", width, language);
        menu(administrator, "/accounts");
        administrator.locator("main a[href$='/accounts/new']").first().click();
        administrator.locator("#name").fill(name);
        administrator.locator("#person").selectOption(language);
        administrator.locator("#email").fill(email);
        administrator.locator("#role").selectOption("focal-point");
        administrator.locator("#organisation").selectOption(organisation);
        Pictures.take(administrator, language, "invitation");
        administrator.locator("main form.form button[type=submit]").click();
        assertThat(administrator.locator("h1").innerText()).isEqualTo(name);
        Page person = visitor(browser, width);
        person.navigate(link(email, "/welcome/"));
        person.locator("#password").fill(PASSWORD);
        Pictures.take(person, language, "welcome");
        person.locator("main form.form button[type=submit]").click();
        person.waitForURL("**/" + language + "/work");
        person.locator("main a[href$='/me']").click();
        person.locator("#digest").selectOption("at-once");
        person.locator("form:has(#digest) button[type=submit]").click();
        return person;
    }

    /** Opens a part of the workspace by its menu. */
    static void menu(Page page, String path) {
        page.locator(".work-menu a[href$='" + path + "']").click();
        page.waitForURL("**" + path);
    }

    /** Opens what is folded around a part of the page. */
    static Locator unfolded(Locator inside) {
        Locator details = inside.locator("xpath=ancestor::details[1]");
        if (details.getAttribute("open") == null) {
            details.locator("summary").first().click();
        }
        return inside;
    }

    /** No fault of accessibility, nothing wider than the screen. */
    static void faultless(Page page) {
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
        Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) over).intValue()).as("width of " + page.url()).isLessThanOrEqualTo(1);
    }

    /** The latest mail to an address with a link to a kind of page: that link. */
    String link(String email, String part) {
        Matcher link = LINK.matcher(mail(email, part));
        while (link.find()) {
            if (link.group().contains(part)) {
                return link.group();
            }
        }
        throw new AssertionError("No link with " + part);
    }

    /** Text and subject of the latest mail to an address that holds some words, once it is there. */
    String mail(String email, String words) {
        long until = System.nanoTime() + WAIT;
        while (System.nanoTime() < until) {
            MimeMessage[] all = mail.getReceivedMessages();
            for (int i = all.length - 1; i >= 0; i--) {
                String text = text(all[i]);
                if (to(all[i]).equals(email) && text.contains(words)) {
                    return text;
                }
            }
            pause();
        }
        throw new AssertionError("No mail to " + email + " with " + words);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getSubject() + "\n" + message.getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
