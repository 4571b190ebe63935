package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in distress and the register, as field agents and case managers of the demonstration work. */
class DistressJourney {

    private static final Site SITE = Site.start();
    private static final String AGENT = "Mariam Dembélé";
    private static final String MANAGER = "Oumar Sissoko";
    private static final String OFFICER = "Boubacar Cissé";

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private Page signedIn(String person, int width, String language) {
        return Workplace.demonstrated(browser, SITE, person, width, language);
    }

    private static void open(Locator details) {
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,fr,Nantenin,Sangaré", "390,en,Sira,Bagayoko"})
    void aCallForHelpIsFollowedToItsClosure(int width, String language, String given, String surname) {
        Page page = signedIn(MANAGER, width, language);
        page.navigate(SITE.at("/" + language + "/work/cases/new"));
        open(page.locator("details").filter(new Locator.FilterOptions().setHas(page.locator("#given"))));
        page.locator("#given").fill(given);
        page.locator("#surname").fill(surname);
        page.locator("#sex").selectOption("female");
        page.locator("#birth").fill("1994");
        page.locator("#phone").fill("+213 555 01 02 03");
        page.locator("button[value=register]").click();
        assertThat(page.locator("input[name=people]")).isChecked();
        page.locator("#country").selectOption("DZ");
        page.locator("#channel").selectOption("phone");
        page.locator("#urgency").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#text").fill("Bloquée à Tamanrasset, sans argent.");
        faultless(page);
        page.locator("button[value=receive]").click();
        assertThat(page).hasURL(Pattern.compile("/work/cases/\\d+"));
        assertThat(page.locator("main")).containsText("Tamanrasset");
        faultless(page);

        page.locator("form[action$='/triage'] button").click();
        Locator service = page.locator("form[action$='/services']");
        open(page.locator("details").filter(new Locator.FilterOptions().setHas(service)));
        service.locator("[name=kind]").selectOption("cash");
        service.locator("[name=amount]").fill("52000");
        service.locator("[name=proof]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        service.locator("button").click();
        assertThat(page.locator("main")).containsText(Pattern.compile("52.000"));

        Locator outcome = page.locator("form[action$='/outcome']");
        open(page.locator("details").filter(new Locator.FilterOptions().setHas(outcome)));
        outcome.locator("[name=outcome]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        outcome.locator("button").click();
        Locator closure = page.locator("form[action$='/closure']");
        open(page.locator("details").filter(new Locator.FilterOptions().setHas(closure)));
        closure.locator("[name=note]").fill("Rentrée auprès de sa famille.");
        closure.locator("button").click();
        assertThat(page.locator("form[action$='/reopening']")).hasCount(1);
        faultless(page);
        page.navigate(page.url().replaceFirst("(\\d+)[^\\d]*$", "$1") + "/file");
        assertThat(page.locator("main")).containsText(surname);

        Page officer = signedIn(OFFICER, Browser.WIDE, language);
        officer.navigate(SITE.at("/" + language + "/audit"));
        assertThat(officer.locator("main")).containsText(MANAGER);
        assertThat(officer.locator("main")).not().containsText(surname);
    }

    @ParameterizedTest
    @CsvSource({"1280,fr,Kadidia,Tounkara", "390,en,Assitan,Kanouté"})
    void aPersonIsRegisteredOnceAndFoundAgain(int width, String language, String given, String surname) {
        Page page = signedIn(AGENT, width, language);
        register(page, language, given, surname);
        assertThat(page).hasURL(Pattern.compile("/work/people/\\d+"));
        faultless(page);
        page.navigate(SITE.at("/" + language + "/work/people"));
        page.locator("#people-q")
                .fill(surname.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " "
                        + given.substring(0, 3).toLowerCase(java.util.Locale.ROOT));
        assertThat(page.locator("#results")).containsText(given + " " + surname);
        assertThat(page).hasURL(Pattern.compile("/work/people$"));
        faultless(page);
    }

    private static void register(Page page, String language, String given, String surname) {
        page.navigate(SITE.at("/" + language + "/work/people/new"));
        page.locator("[name=given]").first().fill(given);
        page.locator("[name=surname]").first().fill(surname);
        page.locator("[name=birth]").fill("1988");
        page.locator("[name=mother]").fill("Sanaba");
        faultless(page);
        page.locator("main form.form p.actions button[type=submit]").last().click();
        assertThat(page.locator("h1")).isVisible();
        Locator another = page.locator("button[name=step][value=another]");
        if (another.count() > 0) {
            faultless(page);
            another.click();
        }
    }

    @Test
    void aFileWithFaultsIsLookedAtKeptInItsGoodRowsAndUndone() {
        Page page = signedIn(MANAGER, Browser.WIDE, "fr");
        page.navigate(SITE.at("/fr/work/people/imports"));
        faultless(page);
        StringBuilder csv = new StringBuilder("Prénom;Nom;Sexe;Date de naissance;Téléphone\n");
        for (int i = 0; i < 30; i++) {
            csv.append("Nana;Importée")
                    .append((char) ('A' + i % 26))
                    .append(";F;31/02/19")
                    .append(60 + i)
                    .append(";\n");
        }
        csv.append("Lalla;Ould-Test;F;1990;76 55 44 33\n");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("liste.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("main form.form button[type=submit]").first().click();
        assertThat(page.locator("table").first().locator("tbody tr")).hasCount(30);
        assertThat(page.locator("table").first()).containsText("D31");
        faultless(page);
        page.locator("form[action$='/keeping'] button").click();
        assertThat(page.locator("#state")).containsText("1 personnes enregistrées, 30 lignes laissées");
        faultless(page);
        page.locator("#state details summary").click();
        page.locator("form[action$='/undoing'] button").click();
        assertThat(page.locator("#state")).containsText("défait");
    }
}
