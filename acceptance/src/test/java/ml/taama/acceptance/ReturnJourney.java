package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a call for data to an accepted return, as the people of a demonstration do it. */
class ReturnJourney {

    private static final Site SITE = Site.start();
    private static final String FOCAL_POINT = "Modibo Traoré";
    private static final String OTHER = "Fanta Coulibaly";
    private static final String COORDINATOR = "Awa Keïta";

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private Page signedIn(String person, int width, String language) {
        return Workplace.demonstrated(browser, SITE, person, width, language);
    }

    private static void openReturn(Page page, String language) {
        page.navigate(SITE.at("/" + language + "/work/returns"));
        page.locator("main tbody a").first().click();
        assertThat(page.locator("#saved")).isVisible();
    }

    private static Locator total(Page page, int question) {
        return page.locator("form.answer .cell[name$=':']").nth(question);
    }

    @ParameterizedTest
    @CsvSource({"1280,fr,Enregistré à,Connexion coupée", "390,en,Saved at,Connection cut"})
    void whatIsTypedWhileTheConnectionIsCutIsSentWhenItIsBack(int width, String language, String saved, String cut) {
        Page page = signedIn(width == Browser.WIDE ? FOCAL_POINT : OTHER, width, language);
        openReturn(page, language);
        faultless(page);
        total(page, 0).fill("4100000");
        assertThat(page.locator("#saved")).containsText(saved);

        page.context().setOffline(true);
        total(page, 0).fill("4200000");
        assertThat(page.locator("#saved")).containsText(cut);
        total(page, 1).fill("315");
        page.context().setOffline(false);
        assertThat(page.locator("#saved"))
                .containsText(
                        saved,
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(15_000));
        untilNothingWaits(page);
        page.reload();
        assertThat(total(page, 0)).hasValue("4200000");
        assertThat(total(page, 1)).hasValue("315");
    }

    @Test
    void whatWasTypedWithoutAConnectionSurvivesThePage() {
        Page page = signedIn(FOCAL_POINT, Browser.WIDE, "fr");
        openReturn(page, "fr");
        String address = page.url();
        page.context().setOffline(true);
        total(page, 2).fill("77");
        assertThat(page.locator("#saved")).containsText("Connexion coupée");
        page.close();
        Page again = browserContext(page);
        again.context().setOffline(false);
        again.navigate(address);
        assertThat(total(again, 2)).hasValue("77");
        untilNothingWaits(again);
        again.reload();
        assertThat(total(again, 2)).hasValue("77");
    }

    /** Only an organisation of which a figure is known already can be told that it changed much. */
    @Test
    void anExplanationIsNotLostWhenItsFaultIsShownAgain() {
        Page page = signedIn(COORDINATOR, Browser.WIDE, "fr");
        openReturn(page, "fr");
        total(page, 0).fill("5");
        Locator why = page.locator(".faults input[name^='x:']").first();
        assertThat(why).isVisible();
        Locator source = page.locator("input[name^='s:']").first();
        if (!source.isVisible()) {
            source.locator("xpath=ancestor::details").locator("summary").click();
        }
        source.fill("Registre " + System.nanoTime());
        why.click();
        page.keyboard().type("Recensement complet", new Keyboard.TypeOptions().setDelay(120));
        assertThat(why).hasValue("Recensement complet");
        untilNothingWaits(page);
        page.reload();
        assertThat(why).hasValue("Recensement complet");
    }

    private static void untilNothingWaits(Page page) {
        page.waitForCondition(() -> (Boolean)
                page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('taama-return')).length === 0"));
    }

    private static Page browserContext(Page closed) {
        return closed.context().newPage();
    }

    @Test
    void theKeyboardMovesAndSumsFollow() {
        Page page = signedIn(FOCAL_POINT, Browser.WIDE, "fr");
        openReturn(page, "fr");
        Locator grid = page.locator("table[data-grid][data-adds=true]").first();
        Locator cells = grid.locator("tbody .cell");
        int columns = grid.locator("tbody tr").first().locator(".cell").count();
        cells.first().focus();
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        assertThat(cells.nth(columns)).isFocused();
        page.keyboard().type("30");
        page.keyboard().press("ArrowUp");
        assertThat(cells.first()).isFocused();
        assertThat(grid.locator("[data-sum=all]")).hasText("42");
        cells.first().fill("douze");
        assertThat(page.locator(".faults .fault").first()).containsText("n’est pas un nombre");
        assertThat(cells.first()).hasAttribute("aria-invalid", "true");
        cells.first().fill("");
        cells.nth(columns).fill("");
        assertThat(page.locator(".faults .fault")).hasCount(0);
    }

    @Test
    void aSpreadsheetWithFaultsIsShownFaultByFaultBeforeAnythingIsKept() {
        Page page = signedIn(OTHER, Browser.WIDE, "fr");
        openReturn(page, "fr");
        StringBuilder csv = new StringBuilder("Indicateur;Période;Valeur\n");
        for (int i = 0; i < 30; i++) {
            csv.append("C36;2024;").append("x").append(i).append('\n');
        }
        csv.append("C36;2025-01;12\n");
        send(page, csv.toString());
        assertThat(page.locator("table.import-faults tbody tr")).hasCount(59);
        assertThat(page.locator("table.import-faults")).containsText("C2");
        faultless(page);
        page.getByText("Ne rien garder").click();
        send(page, "Indicateur;Période;Valeur\nC36;2025-01;12\n");
        page.getByText("Garder les 1 réponses").click();
        assertThat(page.locator("main")).containsText("viennent d’un tableur");
    }

    private static void send(Page page, String csv) {
        page.locator("#file")
                .setInputFiles(new FilePayload("retour.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Regarder le fichier").click();
        assertThat(page.locator("h1")).containsText("Ce que contient le fichier");
    }

    @Test
    void theCoordinatorSeesWhoHasAnsweredAndEveryPageIsSound() {
        for (int width : List.of(Browser.WIDE, Browser.PHONE)) {
            Page page = signedIn(COORDINATOR, width, "fr");
            for (String path : List.of(
                    "/work/calls",
                    "/work/calls/new",
                    "/work/calls/1",
                    "/work/calls/1/disputes",
                    "/work/review",
                    "/work/agreements",
                    "/work/calendar")) {
                page.navigate(SITE.at("/fr" + path));
                faultless(page);
            }
            page.navigate(SITE.at("/fr/work/review"));
            assertThat(page.locator("table.board tbody tr")).hasCount(11);
        }
        assertThat(SITE.get("/fr/work/review").statusCode()).isIn(302, 303);
    }
}
