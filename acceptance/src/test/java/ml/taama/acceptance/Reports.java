package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.menu;
import static ml.taama.acceptance.Workplace.unfolded;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Reports as a coordinator opens, assigns and locks them. */
final class Reports {

    private Reports() {}

    /** Opens a review, by a code such as {@code 2024-2026}, that begins from the last one. */
    static void open(Page page, String code, String date) {
        menu(page, "/work/reports");
        unfolded(page.locator("#code")).fill(code);
        page.locator("#title_fr").fill("Rapport national " + code);
        page.locator("#title_en").fill("National report " + code);
        page.locator("#period").fill(code.replace('-', '/'));
        page.locator("#date").fill(date);
        faultless(page);
        page.locator("main form.form button").click();
        assertThat(page.locator("h1")).containsText(code);
    }

    /** Assigns a section to some organisations more. */
    static void assign(Page page, String section, String... organisations) {
        Locator form = page.locator("#" + section + " form[action$='/assignment']");
        for (String organisation : organisations) {
            unfolded(form.locator("input[value='" + organisation + "']")).check();
        }
        form.locator("button").click();
        assertThat(page.locator("#" + section + " form[action$='/assignment'] input:checked"))
                .hasCount(organisations.length);
    }

    /** Locks an edition, though signatures may lack. */
    static void lock(Page page, int number, String note) {
        page.locator("#note").fill(note);
        Locator sure = page.locator("input[name=sure]");
        if (sure.count() > 0) {
            sure.check();
        }
        page.locator("section.card form button").click();
        assertThat(page.locator("#edition-" + number)).containsText(note);
    }

    /** Saves a text. */
    static void save(Page page, String text) {
        page.locator("#markdown").fill(text);
        page.locator("form.editor button[type=submit]").click();
    }
}
