package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.menu;
import static ml.taama.acceptance.Workplace.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an invitation to a signed and published report, as a coordinator, a focal point and a visitor go through it. */
class ReviewCycleJourney {

    private static final String WITHOUT_DATA = "ML-REM-NET";
    private static final String SECTION = "challenges";

    private static Workplace work;

    @BeforeAll
    static void open() {
        work = Workplace.open();
    }

    @AfterAll
    static void close() {
        work.close();
    }

    /** What differs from one round to the next. */
    private record Round(
            String language, String other, String email, String organisation, String indicator, String cycle) {}

    @ParameterizedTest
    @CsvSource({
        "1280, fr, en, ministry-women, C36, 2024-2026",
        "390, en, fr, ministry-employment, ML-DIASPORA, 2025-2026",
    })
    void fromAnInvitationToASignedReport(
            int width, String language, String other, String organisation, String indicator, String cycle)
            throws IOException {
        String email = "point" + width + "@service.example";
        Round round = new Round(language, other, email, organisation, indicator, cycle);
        try (Browser browser = new Browser()) {
            Page focal = work.invited(browser, width, language, "Ramata Konaté", email, organisation);
            Page coordinator = work.as(browser, "coordinator", width, language);
            call(coordinator, round);
            answer(focal, round);
            question(coordinator, round);
            correct(focal, round);
            accept(coordinator);
            openReview(coordinator, round);
            write(focal, round, language);
            write(focal, round, other);
            sign(focal, round);
            publish(coordinator, round);
            read(Workplace.visitor(browser, width), round);
            audited(work.as(browser, "data-protection-officer", width, language), round);
        }
    }

    private static void call(Page page, Round round) {
        Calls.prepare(page, "review:2021", "2025", Set.of(round.indicator(), WITHOUT_DATA));
        Locator asked = page.locator("input[name=asked][value^='migrant-organisations:']");
        for (Locator box : asked.all()) {
            box.uncheck();
        }
        Pictures.take(page, round.language(), "call", page.locator("#addressees"));
        page.locator("form[action$='/addressees'] button[type=submit]").click();
        assertThat(asked).hasCount(0);
        page.locator("#instructions").fill("Une **seule** valeur par service.");
        page.locator("form:has(#instructions) button").click();
        assertThat(page.locator("main .card strong")).hasText("seule");
        faultless(page);
        Calls.open(page);
    }

    private static void answer(Page page, Round round) {
        page.navigate(work.link(round.email(), "/work/calls/"));
        page.locator("main a.button[href*='/work/returns/']").click();
        Locator cells = page.locator("table[data-grid]").first().locator("tbody .cell");
        for (int i = 0; i < 4; i++) {
            Calls.type(page, cells.nth(i), String.valueOf(1100 + i));
        }
        Calls.type(page, Calls.total(page), "4407");
        assertThat(page.locator(".faults .fault").first()).isVisible();
        Calls.type(page, Calls.total(page), "4406");
        Locator absence = unfolded(page.locator("select[name^='a:']").nth(1));
        page.waitForResponse(r -> r.url().endsWith("/values"), () -> absence.selectOption("not-collected"));
        Locator source = unfolded(page.locator("input[name^='s:']").first());
        Calls.type(page, source, "Registre du service, 2025");
        Calls.type(page, page.locator("textarea[name^='t:']").last(), "Deux **ateliers** ont été tenus.");
        Calls.explain(page);
        faultless(page);
        Pictures.take(
                page, round.language(), "return", page.locator(".question h2").first());
        Calls.send(page);
    }

    private static void review(Page page, Round round) {
        menu(page, "/work/review");
        page.locator("select[name=call]").selectOption(new SelectOption().setIndex(0));
        page.locator("main form.filters button").click();
        Locator sent = page.locator("table.board a[href*='/work/review/']");
        assertThat(sent).hasCount(1);
        faultless(page);
        sent.click();
        assertThat(page.locator("main")).containsText(round.language().equals("fr") ? "4 406" : "4,406");
    }

    private static Locator value(Page page) {
        return page.locator("ul.review > li").filter(new Locator.FilterOptions().setHasText(Pattern.compile("4.406")));
    }

    private static void question(Page page, Round round) {
        review(page, round);
        Locator form = value(page).locator("form[action$='/question']");
        unfolded(form.locator("textarea")).fill("Ce total comprend-il les enfants nés en route ?");
        faultless(page);
        Pictures.take(page, round.language(), "review", value(page));
        form.locator("button").click();
        assertThat(value(page)).containsText("Ce total comprend-il");
    }

    private static void correct(Page page, Round round) {
        String told = work.mail(round.email(), "/work/returns/");
        assertThat(told).doesNotContain(round.organisation());
        page.navigate(work.link(round.email(), "/work/returns/"));
        Locator form = page.locator("form[action*='/answers/']");
        form.locator("textarea").fill("Non : ils manquaient. La valeur est corrigée.");
        form.locator("button").click();
        assertThat(page.locator(".asked")).containsText("ils manquaient");
        faultless(page);
        Locator cells = page.locator("table[data-grid]").first().locator("tbody .cell");
        Calls.type(page, cells.first(), "1150");
        Calls.type(page, Calls.total(page), "4456");
        Calls.explain(page);
        Calls.send(page);
    }

    private static void accept(Page page) {
        page.reload();
        assertThat(page.locator("ul.review")).containsText("ils manquaient");
        page.locator("main form[action$='/acceptance'] button").first().click();
        for (Locator rest = page.locator("ul.review form[action$='/acceptance'] button"); rest.count() > 0; ) {
            rest.first().click();
        }
        assertThat(page.locator("ul.review form[action$='/withdrawal']").first())
                .isAttached();
        faultless(page);
    }

    private static void openReview(Page page, Round round) {
        Reports.open(page, round.cycle(), "2026-12-3" + (round.language().equals("fr") ? "0" : "1"));
        Reports.assign(page, SECTION, round.organisation());
        faultless(page);
    }

    private static void write(Page page, Round round, String text) {
        page.navigate(work.link(round.email(), "/work/reports/" + round.cycle()));
        page.locator("#" + SECTION + " a[hreflang=" + text + "]").click();
        Locator field = page.locator("#markdown");
        field.click();
        page.keyboard().press("Control+End");
        page.keyboard().type("\n\nEn 2025 : ");
        page.locator("input[name=q]").last().fill(round.indicator() + " 2025");
        Locator pick = page.locator("#choices li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("4.456")))
                .locator(".pick");
        assertThat(pick).hasCount(1);
        Locator part = page.locator("#choices li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("1.101")))
                .first();
        assertThat(part).containsText("(");
        pick.click();
        page.keyboard().type(".");
        assertThat(page.locator("#preview")).containsText(Pattern.compile("4.456"));
        faultless(page);
        if (text.equals(round.language())) {
            Pictures.take(page, round.language(), "text", page.locator("#picker"), 330);
        }
        page.locator("form.editor button[type=submit]").click();
        assertThat(page.locator(".note.done")).isVisible();
    }

    private static void sign(Page page, Round round) {
        page.locator(".crumbs a[href$='/work/reports/" + round.cycle() + "']").click();
        unfolded(page.locator("#" + SECTION + " button[value=signed]"));
        faultless(page);
        Pictures.take(page, round.language(), "board", page.locator("#" + SECTION));
        page.locator("#" + SECTION + " button[value=signed]").click();
        assertThat(page.locator("#" + SECTION + " td:last-child > p")).hasCount(1);
    }

    private static void publish(Page page, Round round) {
        page.locator(".segments a[href$='/editions']").click();
        faultless(page);
        assertThat(page.locator("input[name=sure]")).hasCount(0);
        Reports.lock(page, 1, "Première édition");
        Locator licence = unfolded(page.locator("#licence-1"));
        licence.selectOption("CC BY 4.0");
        Pictures.take(page, round.language(), "editions", page.locator("h1"));
        page.locator("form[action$='/publication'] button").click();
        assertThat(page.locator("#edition-1")).containsText("CC BY 4.0");
        faultless(page);
    }

    private static void read(Page page, Round round) throws IOException {
        page.navigate(work.site().at("/" + round.language() + "/reports"));
        Locator edition = page.locator("section[aria-labelledby=editions] li:has(h3)")
                .filter(new Locator.FilterOptions().setHasText(round.cycle()));
        assertThat(edition).containsText("CC BY 4.0");
        faultless(page);
        String files = edition.first().locator("ul").innerText();
        assertThat(files).contains("brief.pdf", "slides.pptx", "national-report.docx", "report.json");
        String pdf =
                new String(take(page, edition, round.language() + "/national-report.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF");
        String trace = new String(
                take(page, edition, round.language() + "/national-report.trace.json"), StandardCharsets.UTF_8);
        assertThat(trace).contains("4456").contains(round.organisation());
        page.navigate(work.site().at("/" + round.language() + "/figures/" + round.indicator()));
        assertThat(page.locator("main")).containsText(Pattern.compile("4.456"));
        faultless(page);
    }

    private static byte[] take(Page page, Locator edition, String file) throws IOException {
        Download download = page.waitForDownload(
                () -> edition.locator("a[href$='/" + file + "']").first().click());
        return Files.readAllBytes(download.path());
    }

    private static void audited(Page page, Round round) {
        menu(page, "/audit");
        page.locator("select[name=action]").selectOption("report.publish");
        page.locator("main form.filters button").click();
        assertThat(page.locator("#results")).containsText(round.cycle());
        faultless(page);
        Pictures.take(page, round.language(), "audit");
    }
}
