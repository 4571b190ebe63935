package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.menu;
import static ml.taama.acceptance.Workplace.unfolded;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Calls for data as a coordinator makes them, and returns as a focal point fills them. */
final class Calls {

    private static final List<String> INDICATORS =
            List.of("C36", "ML-DIASPORA", "ML-REM-CREDIT", "ML-REM-NET", "ML-REM-SURVEY", "ML-REM-USD");

    private Calls() {}

    /** A draft from a review ({@code review:2021}) or an earlier call ({@code call:1}) that asks only for some figures. */
    static void prepare(Page page, String from, String period, Set<String> kept) {
        menu(page, "/work/calls");
        page.locator("main a[href$='/work/calls/new']").first().click();
        page.locator("#from").selectOption(from);
        page.locator("#period").fill(period);
        faultless(page);
        page.locator("main form.form button").click();
        INDICATORS.stream().filter(code -> !kept.contains(code)).forEach(code -> {
            Locator item = page.locator("ol.list > li:has(.tag:text-is('" + code + "'))");
            unfolded(item.locator("form[action$='/removal'] button")).click();
            assertThat(item).hasCount(0);
        });
    }

    /** Opens the draft; the number of the call. */
    static String open(Page page) {
        unfolded(page.locator("form[action$='/opening'] button")).click();
        assertThat(page.locator("form[action$='/closure']")).hasCount(1);
        return page.url().replaceFirst(".*/", "").replaceFirst("\\D.*", "");
    }

    /** Opens the reader's own return to a call; the number of the return. */
    static String answer(Page page, String call) {
        menu(page, "/work/calls");
        page.locator("main a[href$='/work/calls/" + call + "']").click();
        page.locator("main a.button[href*='/work/returns/']").click();
        assertThat(page.locator("#saved")).isVisible();
        return page.url().replaceFirst(".*/", "");
    }

    /** The total of the first figure. */
    static Locator total(Page page) {
        return page.locator("form.answer .cell[name$=':']").first();
    }

    /** Types into a field and waits until it is kept. */
    static void type(Page page, Locator field, String text) {
        page.waitForResponse(r -> r.url().endsWith("/values") && r.ok(), () -> field.fill(text));
    }

    /** Waits until nothing that was typed is left to keep. */
    private static void untilKept(Page page) {
        page.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('taama-return'))");
    }

    /** Says why a value differs much from the last one, where that is asked. */
    static void explain(Page page) {
        untilKept(page);
        for (Locator why : page.locator(".faults input[name^='x:']").all()) {
            why.fill("Nouveau registre");
            untilKept(page);
        }
    }

    /** Sends the return, once all that was typed is kept. */
    static void send(Page page) {
        untilKept(page);
        page.locator("form[action$='/sending'] button").click();
        assertThat(page.locator("form[action$='/taking-back']")).hasCount(1);
    }
}
