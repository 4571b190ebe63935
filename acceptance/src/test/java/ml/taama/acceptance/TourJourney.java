package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ten-minute tour of the README, step by step, in both languages. */
class TourJourney {

    private final Site site = Site.shared();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Pacte mondial, Chiffres, Maliens vivant à l’étranger, Rapports nationaux, Lire le rapport, III., Voir les contradictions, EN",
        "en, Global Compact, Figures, Malians living abroad, National reports, Read the report, III., See the contradictions, FR"
    })
    void goesAsItIsWritten(
            String language,
            String compact,
            String figures,
            String abroad,
            String reports,
            String read,
            String chapter,
            String contradictions,
            String other) {
        Page page = browser.visitor(Browser.WIDE);
        page.navigate(site.at("/" + language));
        assertThat(page.locator(".figures li")).hasCount(5);
        assertThat(page.locator(".tiles li")).hasCount(23);

        page.locator(".figures a.value").first().click();
        page.locator("#distress-2019-2021 a.ref").click();
        assertThat(page.locator("h1")).containsText("F080");

        menu(page, compact).click();
        page.locator(".tiles a b", new Page.LocatorOptions().setHasText("16")).click();
        assertThat(page.locator(".silent strong")).isVisible();

        menu(page, figures).click();
        page.locator("#results a", new Page.LocatorOptions().setHasText(abroad))
                .first()
                .click();
        assertThat(page.locator(".conflict li")).hasCount(3);

        menu(page, reports).click();
        page.locator("main a", new Page.LocatorOptions().setHasText(read))
                .first()
                .click();
        page.locator(".contents a", new Page.LocatorOptions().setHasText(chapter))
                .first()
                .click();
        page.locator("button.figure").first().click();
        assertThat(page.locator(".card:popover-open dl")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".remark").first()).isVisible();

        page.locator(".crumbs a").last().click();
        page.locator("main a", new Page.LocatorOptions().setHasText(contradictions))
                .click();
        assertThat(page.locator(".findings").first()).isVisible();
        page.goBack();
        assertThat(page.locator(".files a")).hasCount(4);

        page.locator(".languages a", new Page.LocatorOptions().setHasText(other))
                .click();
        assertThat(page).hasURL(Pattern.compile("/" + other.toLowerCase(java.util.Locale.ROOT) + "/reports/2021"));
    }

    private static Locator menu(Page page, String entry) {
        return page.locator("#menu a", new Page.LocatorOptions().setHasText(entry));
    }
}
