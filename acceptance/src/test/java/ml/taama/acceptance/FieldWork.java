package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Those who work with people in the demonstration, on one site for all journeys of the register and of cases. */
final class FieldWork implements AutoCloseable {

    static final String AGENT = "Mariam Dembélé";
    static final String CONSULATE = "Hawa Touré";
    static final String ANTENNA = "Issa Ongoïba";
    static final String MANAGER = "Oumar Sissoko";
    static final String SUPERVISOR = "Kadiatou Sangaré";
    static final String STATISTICIAN = "Sékou Diarra";
    static final String OFFICER = "Boubacar Cissé";

    private static final Pattern CARD = Pattern.compile("\\d{3} \\d{3} \\d+-\\d");
    private static final Site SITE = Site.start();

    /** What a browser kept when somebody had signed in: everybody does so once. */
    private static final Map<String, String> SIGNED_IN = new HashMap<>();

    private final Browser browser = new Browser();
    private final Map<String, Page> pages = new HashMap<>();

    /** A page of somebody at work; the same for the same person and width. */
    Page as(String person, int width) {
        return pages.computeIfAbsent(person + width, key -> {
            String kept = SIGNED_IN.get(person);
            if (kept != null) {
                return browser.again(width, kept);
            }
            Page page = Workplace.demonstrated(browser, SITE, person, width, "fr");
            SIGNED_IN.put(person, page.context().storageState());
            return page;
        });
    }

    /** Address of a page. */
    static String at(String path) {
        return SITE.at(path);
    }

    /** Opens a page of the work space in French, such as {@code people/7}, and tells how it answers. */
    static int go(Page page, String path) {
        return page.navigate(SITE.at("/fr/work/" + path)).status();
    }

    /** The entry of the menu in which the page stands. */
    static Locator place(Page page) {
        return page.locator(".work-menu [aria-current=page]");
    }

    /** Looks for people as one types; who is found. */
    static Locator found(Page page, String question) {
        go(page, "people");
        page.waitForResponse(
                answer -> answer.url().endsWith("/people/search"),
                () -> page.locator("#people-q").fill(question));
        Locator results = page.locator("#results");
        assertThat(results.locator("[role=status]")).isVisible();
        return results.locator("tbody tr");
    }

    /** Opens what somebody was told last. */
    static void told(Page page, String path) {
        page.navigate(SITE.at("/fr/work"));
        page.locator(".notices button").first().click();
        assertThat(page).hasURL(Pattern.compile("/work/" + path + "$"));
    }

    /** The public number of the person who is shown. */
    static String card(Page page) {
        var number = CARD.matcher(page.locator("main p.lead").first().innerText());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    /** The number at the end of where a page is. */
    static String number(Page page, String kind) {
        assertThat(page).hasURL(Pattern.compile("/work/" + kind + "/\\d+$"));
        return page.url().replaceFirst(".*/", "");
    }

    /** Registers somebody at the counter; shows the page of likely same people, where there is one, to who looks at it. */
    static String register(Page page, Map<String, String> said, Runnable likely) {
        go(page, "people/new");
        said.forEach((field, value) -> {
            Locator typed = page.locator("main form [name=" + field + "]").first();
            if (field.equals("sex")) {
                page.locator("[name=sex][value=" + value + "]").check();
            } else {
                typed.fill(value);
            }
        });
        page.locator("main form.form p.actions button[type=submit]").last().click();
        assertThat(page.locator("main dl.facts")).isVisible();
        Locator another = page.locator("button[name=step][value=another]");
        if (another.count() > 0) {
            likely.run();
            another.click();
        }
        return number(page, "people");
    }

    /** Opens a case for somebody, takes it on, and gives a service. */
    static String helped(Page page, String person, String country, String service) {
        String dossier = received(page, person, country);
        give(page, service);
        return dossier;
    }

    /** Opens a case for somebody and takes it on. */
    static String received(Page page, String person, String country) {
        go(page, "cases/new?file=" + person);
        page.locator("#country").selectOption(country);
        page.locator("#channel").selectOption("phone");
        page.locator("#text").fill("Bloquée sans argent.");
        page.locator("button[value=receive]").click();
        String dossier = number(page, "cases");
        send(page.locator("form[action$='/triage']"));
        assertThat(page.locator("form[action$='/outcome']")).isAttached();
        return dossier;
    }

    /** Gives everybody of the case that is shown a service. */
    static void give(Page page, String service) {
        Locator form = page.locator("form[action$='/services']");
        Locator services = page.locator("#services + .table tbody tr");
        int before = services.count();
        Workplace.unfolded(form.locator("[name=kind]")).selectOption(service);
        send(form);
        assertThat(services).hasCount(before + 1);
    }

    /** Sends a form, which may be folded away. */
    static void send(Locator form) {
        Locator button = form.locator("button[type=submit], button:not([type])").last();
        if (form.locator("xpath=ancestor::details").count() > 0) {
            Workplace.unfolded(form);
        }
        button.click();
    }

    /** Numbers of the page of figures, as the statistician sees them: {@code people}, {@code services}, rows under their title. */
    Map<String, Integer> figures() {
        Page page = as(STATISTICIAN, Browser.WIDE);
        go(page, "case-figures");
        assertThat(page.locator("#people")).not().hasText("0");
        Map<String, Integer> figures = new HashMap<>();
        figures.put("people", read(page.locator("#people").innerText()));
        figures.put("services", read(page.locator("#services").innerText()));
        for (Locator row : page.locator("#figures tbody tr").all()) {
            String name = row.locator("xpath=ancestor::div[h2]/h2").innerText() + ": "
                    + row.locator("th").innerText();
            figures.put(name, read(row.locator("td").first().innerText()));
        }
        return figures;
    }

    private static int read(String number) {
        return Integer.parseInt(number.replaceAll("\\D", ""));
    }

    /** What changed between two readings of the figures, and nothing else. */
    static Map<String, Integer> changed(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> changed = new HashMap<>();
        after.forEach((name, value) -> {
            int difference = value - before.getOrDefault(name, 0);
            if (difference != 0) {
                changed.put(name, difference);
            }
        });
        return changed;
    }

    /** The audit trail of a thing, such as {@code person 7}, tells what was done, in this order, and says no name. */
    void audited(String subject, String name, String... actions) {
        Page page = as(OFFICER, Browser.WIDE);
        page.navigate(SITE.at("/fr/audit?subject=" + subject.replace(" ", "%20")));
        Locator told = page.locator("#results tbody td[data-label=Quoi]");
        assertThat(page.locator("#results")).not().containsText(name);
        java.util.List<String> rows = told.allInnerTexts().reversed();
        int at = 0;
        for (String action : actions) {
            String words = page.locator("select[name=action] option[value='" + action + "']")
                    .innerText();
            int found = at;
            while (found < rows.size() && !rows.get(found).startsWith(words)) {
                found++;
            }
            assertThat(found).as(words + " after " + at + " in " + rows).isLessThan(rows.size());
            at = found + 1;
        }
        faultless(page);
    }

    @Override
    public void close() {
        browser.close();
    }
}
