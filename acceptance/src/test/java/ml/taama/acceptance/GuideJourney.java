package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.demonstrated;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.unfolded;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guides of the counter, of cases, of supervision, of duplicates and of data protection tell to do, one after the other. */
class GuideJourney {

    private static final Site SITE = Site.start(Map.of("TAAMA_DEMO_PEOPLE", "300"));
    private static final int PATIENCE = 60_000;

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private Page signedIn(String person, String language) {
        return demonstrated(browser, SITE, person, Browser.WIDE, language);
    }

    private static void go(Page page, String language, String path) {
        page.navigate(SITE.at("/" + language + path));
    }

    @ParameterizedTest
    @CsvSource({"fr,Nianankoro,Sountoura,17/08/1991", "en,Tenintigui,Marikoura,03/02/1978"})
    void theCounterSeesWhoIsPerhapsKnown(String language, String given, String surname, String birth) {
        Page page = signedIn("Mariam Dembélé", language);
        register(page, language, given, surname, birth);
        assertThat(page).hasURL(Pattern.compile("/work/people/\\d+"));
        String person = page.url();
        register(page, language, given, surname + "h", birth);
        assertThat(page.locator("#likely")).isVisible();
        faultless(page);
        Pictures.take(page, language, "likely", page.locator("h1"));
        page.locator("section.likely h3 a").first().click();
        assertThat(page).hasURL(person);
        page.locator("main a[href$='/card']").click();
        assertThat(page.locator(".person-card svg")).isVisible();
        faultless(page);

        page.navigate(person);
        unfolded(page.locator("#request")).selectOption("access");
        page.locator("form[action$='/requests'] button").click();
        Page officer = signedIn("Boubacar Cissé", language);
        go(officer, language, "/work/people/protection");
        assertThat(officer.locator("main table tbody tr")).not().hasCount(0);
        faultless(officer);
        Pictures.take(officer, language, "requests", officer.locator("h1"));
    }

    private static void register(Page page, String language, String given, String surname, String birth) {
        go(page, language, "/work/people/new");
        page.locator("#given-0").fill(given);
        page.locator("#surname-0").fill(surname);
        page.locator("[name=sex][value=female]").check();
        page.locator("#birth").fill(birth);
        page.locator("#mother").fill("Sanaba");
        page.locator("#phone-0").fill("+223 76 40 " + birth.substring(8) + " 11");
        page.locator("#place-text-0").fill(surname + "dougou");
        page.locator("main form.form p.actions button").first().click();
        assertThat(page.locator("h1")).isVisible();
    }

    /** A case of a boy of thirteen that the manager received and took on. */
    private Page received(String language, String given, String surname) {
        Page page = signedIn("Oumar Sissoko", language);
        go(page, language, "/work/cases/new");
        unfolded(page.locator("#given")).fill(given);
        page.locator("#surname").fill(surname);
        page.locator("#sex").selectOption("male");
        page.locator("#birth").fill("13");
        page.locator("button[value=register]").click();
        assertThat(page.locator("input[name=people]")).isChecked();
        page.locator("#country").selectOption("NE");
        page.locator("button[value=receive]").click();
        assertThat(page).hasURL(Pattern.compile("/work/cases/\\d+"));
        page.locator("form[action$='/triage'] button").click();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"fr,Bréhima,Diombana", "en,Cheickna,Gakou"})
    void aChildAloneIsProtectedAndReferred(String language, String given, String surname) {
        Page page = received(language, given, surname);
        unfolded(page.locator("#alert-kind")).selectOption("child-alone");
        page.locator("form[action$='/alerts'] button").click();
        unfolded(page.locator("select[name=step]")).selectOption("guardian");
        page.locator("form[action$='/steps'] button").click();
        assertThat(page.locator("main .card ol li")).hasCount(2);
        faultless(page);
        Pictures.take(page, language, "alert", page.locator("#alerts"), 300);
        page.locator("main a[href$='/referral']").click();
        page.locator("#recipient").selectOption(new SelectOption().setIndex(1));
        page.locator("[name=needs][value=shelter]").check();
        page.locator("[name=sections][value=request]").check();
        faultless(page);
        Pictures.take(page, language, "proposal", page.locator("#until"), 580);
        page.locator("main form.form p.actions button").click();
        assertThat(page.locator(".fault")).isVisible();
        faultless(page);
    }

    @ParameterizedTest
    @CsvSource({"fr,Sambou,Magassa", "en,Demba,Kamissoko"})
    void theSupervisorSeesWhoFollowsHowMuch(String language, String given, String surname) {
        received(language, given, surname);
        Page page = signedIn("Kadiatou Sangaré", language);
        go(page, language, "/work/caseload");
        page.locator("main table tbody th a").first().click();
        page.locator("input[name=ids]").first().check();
        faultless(page);
        Pictures.take(page, language, "caseload", page.locator("h1"));
        page.locator("#to").selectOption(new SelectOption().setIndex(1));
        page.locator("form.form button").click();
        assertThat(page.locator("input[name=confirmed]")).hasCount(1);
        faultless(page);
        go(page, language, "/work/people");
        page.locator("main a[href$='/work/people/access']").click();
        assertThat(page.locator("h1")).isVisible();
        faultless(page);
    }

    @ParameterizedTest
    @CsvSource({"fr", "en"})
    void theStatisticianDecidesAndUndoes(String language) {
        Page page = signedIn("Sékou Diarra", language);
        go(page, language, "/work/duplicates?likely=nearly-sure");
        waitFor(page, page.locator("#results tbody th a"));
        page.locator("#results tbody th a").first().click();
        faultless(page);
        Pictures.take(page, language, "pair", page.locator("h1"));
        page.locator("[name=verdict][value=same]").check();
        page.locator("#reason").fill("Tout concorde");
        page.locator("form[action$='/decision'] button.second").click();
        go(page, language, "/work/merges?state=holds");
        page.locator("#results tbody th a").first().click();
        faultless(page);
        page.locator("#reason").fill("Homonymes");
        page.locator("form[action$='/undoing'] button").click();
        assertThat(page.locator("form[action$='/undoing']")).hasCount(0);
        faultless(page);
    }

    /** The invented people arrive while the product is at work. */
    private static void waitFor(Page page, Locator what) {
        long until = System.nanoTime() + PATIENCE * 1_000_000L;
        while (what.count() == 0 && System.nanoTime() < until) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(what.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }
}
