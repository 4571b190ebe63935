package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.menu;
import static ml.taama.acceptance.Workplace.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two services of a demonstration: they differ, one is refused what is the other's, one sends a wrong spreadsheet. */
class ServicesJourney {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ASKED = "ML-DIASPORA";

    private static Workplace work;

    @BeforeAll
    static void open() {
        work = Workplace.open();
    }

    @AfterAll
    static void close() {
        work.close();
    }

    private static String call(Page coordinator, String period) {
        Calls.prepare(coordinator, "call:1", period, Set.of(ASKED));
        return Calls.open(coordinator);
    }

    private static void answer(Page page, String call, String total, String source) {
        Calls.answer(page, call);
        Calls.type(page, Calls.total(page), total);
        Calls.type(page, unfolded(page.locator("input[name^='s:']").first()), source);
        Calls.explain(page);
    }

    @ParameterizedTest
    @CsvSource({"1280, fr, 2024", "390, en, 2023"})
    void aDisputeOfTwoServices(int width, String language, String period) {
        try (Browser browser = new Browser()) {
            Page coordinator = work.as(browser, "coordinator", width, language);
            String call = call(coordinator, period);
            Page one = work.as(browser, "focal-point", width, language);
            answer(one, call, "4100000", "Consulats");
            Calls.send(one);
            Page other = work.as(browser, "focal-point-2", width, language);
            answer(other, call, "3900000", "Enquête auprès des ménages");
            Calls.send(other);

            menu(coordinator, "/work/review");
            coordinator.locator("select[name=call]").selectOption(call);
            coordinator.locator("main form.filters button").click();
            coordinator.locator("main a[href$='/disputes']").click();
            Locator dispute = coordinator.locator("section.conflict");
            assertThat(dispute).hasCount(1);
            assertThat(dispute.locator(".sides > li")).hasCount(2);
            assertThat(dispute.locator("p").first()).not().isEmpty();
            assertThat(dispute).containsText("Consulats");
            assertThat(dispute).containsText("Enquête auprès des ménages");
            faultless(coordinator);
            Pictures.take(coordinator, language, "dispute");

            choose(dispute, "Consulats", "Les consulats comptent aussi les enfants.");
            assertThat(dispute.locator("li.chosen")).containsText("Consulats");
            assertThat(dispute.locator(".sides > li:not(.chosen)")).containsText("Enquête auprès des ménages");
            assertThat(dispute).containsText("comptent aussi les enfants");
            faultless(coordinator);
            dispute.locator("form[action$='/undoing'] button").click();
            assertThat(dispute.locator("li.chosen")).hasCount(0);
            assertThat(dispute.locator(".sides > li")).hasCount(2);

            choose(dispute, "Enquête auprès des ménages", "L’enquête couvre tous les pays.");
            assertThat(dispute.locator("li.chosen")).containsText("Enquête auprès des ménages");
            assertThat(dispute.locator(".sides > li:not(.chosen)")).containsText("Consulats");
        }
    }

    private static void choose(Locator dispute, String source, String reason) {
        Locator sides = dispute.locator(".sides > li");
        int at = sides.first().innerText().contains(source) ? 0 : 1;
        dispute.locator("input[name=value]").nth(at).check();
        dispute.locator("textarea[name=reason]").fill(reason);
        dispute.locator("form.form button").click();
    }

    @ParameterizedTest
    @CsvSource({"1280, fr, 2022, 7654321", "390, en, 2025, 8765432"})
    void aFocalPointIsRefusedElsewhere(int width, String language, String period, String secret) {
        try (Browser browser = new Browser()) {
            Page coordinator = work.as(browser, "coordinator", width, language);
            String call = call(coordinator, period);
            Page one = work.as(browser, "focal-point", width, language);
            answer(one, call, secret, "Registre secret");
            String document = one.url().replaceFirst(".*/", "");
            one.locator("#attachment")
                    .setInputFiles(new FilePayload(
                            "note.txt", "text/plain", "Registre secret".getBytes(StandardCharsets.UTF_8)));
            one.locator("form[action$='/attachments'] button").click();
            String attachment =
                    one.locator("a[href*='/work/attachments/']").first().getAttribute("href");
            Calls.explain(one);
            Calls.send(one);
            menu(coordinator, "/work/review");
            coordinator.navigate(work.site().at("/" + language + "/work/review/" + document));
            String value = coordinator
                    .locator("ul.review > li")
                    .first()
                    .getAttribute("id")
                    .replaceFirst("value-", "");
            coordinator
                    .locator("main form[action$='/acceptance'] button")
                    .first()
                    .click();
            String picker = "/" + language + "/work/reports/2021/figures?q=" + ASKED + " " + period;
            String given = language.equals("fr")
                    ? secret.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f")
                    : secret.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
            coordinator.navigate(work.site().at(picker));
            assertThat(coordinator.locator("main")).containsText(given);

            Page other = work.as(browser, "focal-point-2", width, language);
            String mine = Calls.answer(other, call);
            assertThat(mine).isNotEqualTo(document);
            String base = "/" + language + "/work/";
            for (String path : List.of(
                    base + "returns/" + document,
                    base + "returns/" + document + "/versions/1",
                    base + "returns/" + document + "/template.xlsx",
                    base + "returns/" + document + "/template.csv",
                    base + "review/" + document,
                    base + "review/" + document + "/values/" + value,
                    base + "calls/" + call + "/disputes",
                    attachment)) {
                APIResponse answer = other.request().get(work.site().at(path));
                assertThat(answer.status()).as(path).isIn(403, 404);
                assertThat(answer.text()).doesNotContain(secret, given, "Registre secret");
            }
            String token = other.locator("input[name=_csrf]").first().getAttribute("value");
            for (String path : List.of(
                    base + "returns/" + document + "/values",
                    base + "returns/" + document + "/sending",
                    base + "returns/" + document + "/taking-back",
                    base + "returns/" + document + "/answers/" + value,
                    base + "review/" + document + "/acceptance",
                    base + "reports/2021/sections/challenges/fr")) {
                FormData form = FormData.create()
                        .set("_csrf", token)
                        .set("text", "x")
                        .set("base", "0")
                        .set("markdown", "x");
                APIResponse answer = other.request()
                        .post(
                                work.site().at(path),
                                RequestOptions.create().setForm(form).setMaxRedirects(0));
                assertThat(answer.status()).as(path).isIn(403, 404);
            }
            for (String path :
                    List.of(base + "returns", base + "calls/" + call, picker, "/" + language + "/figures/" + ASKED)) {
                assertThat(other.navigate(work.site().at(path)).status())
                        .as(path)
                        .isEqualTo(200);
                assertThat(other.content()).as(path).doesNotContain(secret, given, "Registre secret");
            }
            one.reload();
            assertThat(one.locator("main")).containsText(given);
        }
    }

    /** A fault that must be named: where, and by which rule. */
    private record Expected(String place, String rule) {}

    @ParameterizedTest
    @CsvSource({"1280, fr, focal-point", "390, en, focal-point-2"})
    void aSpreadsheetWithThirtyFaultsIsPutRight(int width, String language, String person) throws IOException {
        try (Browser browser = new Browser()) {
            Page page = work.as(browser, person, width, language);
            Calls.answer(page, "1");
            byte[] template = Files.readAllBytes(page.waitForDownload(
                            () -> page.locator("a[href$='/template.xlsx']").click())
                    .path());
            Spreadsheet wrong = new Spreadsheet(template);
            List<Expected> faults = spoil(wrong);
            assertThat(faults).hasSize(30);
            upload(page, wrong);
            Locator rows = page.locator("table.import-faults tbody tr");
            for (Expected fault : faults) {
                Locator named = page.locator("table.import-faults tr." + fault.rule())
                        .filter(new Locator.FilterOptions()
                                .setHas(page.locator("th:text-is('" + fault.place() + "')")));
                assertThat(named.count()).as(fault.toString()).isPositive();
                assertThat(named.first().locator("td").last().innerText())
                        .as(fault.toString())
                        .isNotBlank();
            }
            assertThat(rows.count()).isGreaterThanOrEqualTo(30);
            faultless(page);
            Pictures.take(page, language, "faults");
            page.locator("form[action$='/leaving'] button").click();

            Spreadsheet right = new Spreadsheet(template);
            correct(right);
            upload(page, right);
            assertThat(page.locator("table.import-faults tr:not(.change):has(td)"))
                    .hasCount(0);
            page.locator("form[action$='/keeping'] button").click();
            assertThat(Calls.total(page)).hasValue("100");
            faultless(page);
            Calls.send(page);
        }
    }

    private static void upload(Page page, Spreadsheet sheet) {
        page.locator("#file").setInputFiles(new FilePayload("retour.xlsx", XLSX, sheet.bytes()));
        page.locator("form[action$='/uploads'] button").click();
        page.waitForURL("**/uploads/*");
    }

    private static void correct(Spreadsheet sheet) {
        for (List<Integer> rows : sheet.questions()) {
            int part = 10;
            for (int row : rows) {
                boolean whole = rows.size() > 1 && row == rows.getLast();
                sheet.number(row, whole ? 100 : part);
                sheet.text(row, Spreadsheet.EXPLANATION, "Nouveau registre");
                part += 10;
            }
        }
    }

    private static List<Expected> spoil(Spreadsheet sheet) {
        List<Expected> faults = new ArrayList<>();
        List<List<Integer>> questions = sheet.questions();
        List<Integer> first = questions.get(0);
        List<Integer> second = questions.get(1);
        String title = sheet.text(second.getFirst(), Spreadsheet.QUESTION);
        value(sheet, faults, first.get(0), "environ 120", "number");
        value(sheet, faults, first.get(1), "-5", "range");
        value(sheet, faults, first.get(2), "12,5", "decimals");
        value(sheet, faults, first.get(3), "9999999999999999999", "range");
        sheet.brokenFormula(first.get(4));
        faults.add(new Expected(sheet.place(first.get(4)), "formula"));
        other(sheet, faults, first.get(0), Spreadsheet.UNIT, "ménages", "unit");
        other(sheet, faults, first.get(1), Spreadsheet.UNIT, "foyers", "unit");
        second.forEach(row -> sheet.number(row, row.equals(second.getLast()) ? 500 : 100));
        faults.add(new Expected(sheet.place(second.getLast()), "total"));
        int[] single = questions.stream().skip(2).mapToInt(List::getFirst).toArray();
        value(sheet, faults, single[0], "1,234", "ambiguous");
        other(sheet, faults, single[0], Spreadsheet.UNIT, "euros", "unit");
        value(sheet, faults, single[1], "10", "both");
        sheet.text(single[1], Spreadsheet.ABSENCE, "not-collected");
        other(sheet, faults, single[1], Spreadsheet.PERIOD, "2031", "future");
        other(sheet, faults, single[2], Spreadsheet.ABSENCE, "je ne sais pas", "absence");
        other(sheet, faults, single[2], Spreadsheet.PERIOD, "31/02/2024", "date");
        value(sheet, faults, single[3], "douze", "number");
        other(sheet, faults, single[3], Spreadsheet.PERIOD, "1999", "period");
        other(sheet, faults, single[3], Spreadsheet.SOURCE, "x".repeat(2001), "length");
        added(sheet, faults, "Nombre de lunes", "2024", "10", "question");
        added(sheet, faults, "Bananes", "2024", "10", "question");
        added(sheet, faults, title, "2023-13", "10", "date");
        added(sheet, faults, title, "30/02/2025", "10", "date");
        added(sheet, faults, title, "2035", "10", "future");
        added(sheet, faults, title, "T3 2040", "10", "future");
        added(sheet, faults, title, "1960", "10", "period");
        added(sheet, faults, title, "2021", "10", "period");
        added(sheet, faults, title, "2024", "beaucoup", "number");
        int unit = added(sheet, faults, title, "2022", "10", "unit");
        sheet.text(unit, Spreadsheet.UNIT, "kg");
        int twice = sheet.copy(second.getFirst());
        sheet.number(twice, 100);
        faults.add(new Expected(sheet.place(twice), "twice"));
        int again = sheet.copy(first.get(2));
        value(sheet, faults, again, "12,5", "twice");
        int elsewhere = sheet.copy(second.getFirst());
        String id = sheet.text(elsewhere, Spreadsheet.ID);
        sheet.text(elsewhere, Spreadsheet.ID, id.substring(0, id.lastIndexOf('=') + 1) + "zzz");
        value(sheet, faults, elsewhere, "10", "breakdown");
        return faults;
    }

    private static void value(Spreadsheet sheet, List<Expected> faults, int row, String typed, String rule) {
        other(sheet, faults, row, Spreadsheet.VALUE, typed, rule);
    }

    private static void other(
            Spreadsheet sheet, List<Expected> faults, int row, int column, String typed, String rule) {
        sheet.text(row, column, typed);
        faults.add(new Expected(sheet.place(row), rule));
    }

    private static int added(
            Spreadsheet sheet, List<Expected> faults, String question, String period, String typed, String rule) {
        int row = sheet.add();
        sheet.text(row, Spreadsheet.QUESTION, question);
        sheet.text(row, Spreadsheet.PERIOD, period);
        value(sheet, faults, row, typed, rule);
        return row;
    }
}
