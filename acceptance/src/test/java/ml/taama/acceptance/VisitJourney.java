package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a visitor comes for. */
class VisitJourney {

    private final Site site = Site.shared();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static void title(Page page, String text) {
        assertThat(page.locator("h1")).containsText(text);
    }

    @Test
    void firstVisitLeadsToTheLanguageOfTheReader() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/"));
        assertThat(page).hasURL(site.at("/fr"));
        title(page, "Mali");
        assertThat(page.locator(".tiles li")).hasCount(23);
        assertThat(site.get("/", "Accept-Language", "en-GB").headers().firstValue("Location"))
                .hasValue("/en");
    }

    @Test
    void fromAFigureOfTheReportToItsSource() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/reports/2021/chapters/progress"));
        page.locator("button.figure", new Page.LocatorOptions().setHasText(Pattern.compile("10.000")))
                .click();
        Locator card = page.locator(".card:popover-open");
        assertThat(card).containsText("Définition");
        assertThat(card).containsText("F080");
        page.keyboard().press("Escape");
        page.navigate(site.at("/fr/figures/C15"));
        page.locator("#distress-2019-2021 a.ref").click();
        title(page, "F080");
        assertThat(page.locator("main")).containsText("Assistance aux Maliens en situation de détresse");
    }

    @Test
    void sourcesThatDisagreeStandSideBySide() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/figures/ML-DIASPORA"));
        Locator conflict = page.locator(".conflict");
        for (String value : new String[] {"1.500.000", "4.000.000", "6.000.000"}) {
            assertThat(conflict).containsText(Pattern.compile(value));
        }
    }

    @Test
    void anObjectiveThatIsSilentSaysSo() {
        Page page = browser.visitor(Browser.PHONE);
        page.navigate(site.at("/fr/compact"));
        page.locator(".tiles a", new Page.LocatorOptions().setHasText("cohésion"))
                .click();
        title(page, "16.");
        assertThat(page.locator("main")).containsText("Aucune action n’est rapportée pour cet objectif.");
        assertThat(page.locator("section.silent")).containsText("C’est pourtant un objectif prioritaire.");
    }

    @Test
    void theLanguageChangesAndThePageStays() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/figures?q=transferts"));
        page.locator(".languages a[lang=en]").click();
        assertThat(page).hasURL(site.at("/en/figures?q=transferts"));
        title(page, "Figures");
        page.locator(".languages a[lang=fr]").click();
        title(page, "Chiffres");
    }

    @Test
    void allFormatsCanBeTakenAway() throws IOException {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/reports/2021"));
        Map<String, String> beginnings = Map.of("PDF", "%PDF", "DOCX", "PK", "HTML", "<!DOCTYPE html>", "JSON", "[");
        for (Map.Entry<String, String> format : beginnings.entrySet()) {
            Download download = page.waitForDownload(
                    () -> page.locator(".files a", new Page.LocatorOptions().setHasText(format.getKey()))
                            .click());
            String content = new String(Files.readAllBytes(download.path()), StandardCharsets.ISO_8859_1);
            assertThat(content).startsWith(format.getValue());
        }
        String trace =
                site.get("/fr/reports/2021/files/national-report.trace.json").body();
        assertThat(trace).contains("\"id\"", "\"source\"", "\"section\"", "\"status\"", "F080");
    }

    @Test
    void figuresCanBeFilteredSortedAndTakenAway() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/figures"));
        page.locator("input[name=q]").last().fill("rapatries");
        assertThat(page.locator("#results [role=status]")).containsText(Pattern.compile("^\\d résultat"));
        assertThat(page).hasURL(Pattern.compile("q=rapatries"));
        assertThat(site.get("/fr/figures.csv?q=Malgaches").body().lines()).hasSize(1);
        assertThat(site.get("/fr/figures.csv?indicator=ML-DIASPORA").body().lines())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(site.get("/fr/figures/ML-DIASPORA/chart.svg").body()).contains("<svg", "<title>");
    }

    @Test
    void searchFindsWithoutAccentsAndAsOneTypes() {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/fr/search"));
        page.locator("main input[name=q]").fill("detresse");
        assertThat(page.locator("#results")).containsText("Assistance aux Maliens en situation de détresse");
        page.locator("main input[name=q]").fill("qwertz");
        assertThat(page.locator("#results")).containsText("Rien ne correspond");
    }

    @Test
    void searchFindsWhatThePageShowsAndPutsTheObjectiveFirst() {
        Page page = browser.visitor(Browser.PHONE);
        page.navigate(site.at("/fr"));
        page.locator(".menu-button").click();
        page.locator("#menu .menu-search").click();
        page.locator("main input[name=q]").fill("objectif 16");
        assertThat(page.locator("#results .list a").first()).hasAttribute("href", "/fr/compact/16");
        page.locator("main input[name=q]").fill("10 000");
        assertThat(page.locator("#results")).containsText(Pattern.compile("détresse assistés — 10.000.personnes"));
    }

    @Test
    void nothingIsWiderThanASmallPhone() {
        Page page = browser.visitor(320);
        for (String path :
                new String[] {"/fr", "/fr/figures", "/en/figures", "/fr/compact/7", "/fr/policies", "/fr/search?q=gao"
                }) {
            page.navigate(site.at(path));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(320);
        }
    }

    @Test
    void everythingEssentialWorksWithoutScript() {
        Page page = browser.visitor(Browser.WIDE, false, false);
        page.navigate(site.at("/fr"));
        page.locator("#site-search").fill("gao");
        page.keyboard().press("Enter");
        assertThat(page.locator("#results")).containsText("Antenne de Gao");
        page.navigate(site.at("/fr/figures"));
        page.locator("select[name=kind]").selectOption("estimate");
        page.locator("main .filters button").click();
        assertThat(page).hasURL(Pattern.compile("kind=estimate"));
        page.navigate(site.at("/fr/reports/2021/chapters/progress"));
        page.locator("button.figure").first().click();
        assertThat(page.locator(".card:popover-open")).isVisible();
    }

    @Test
    void thePhoneMenuOpensFromTheKeyboard() {
        Page page = browser.visitor(Browser.PHONE);
        page.navigate(site.at("/fr"));
        page.locator(".menu-button").focus();
        page.keyboard().press("Enter");
        link(page, "Besoin d’aide").first().click();
        title(page, "Besoin d’aide");
        assertThat(page.locator("main")).containsText("dates d’ouverture contradictoires");
    }
}
