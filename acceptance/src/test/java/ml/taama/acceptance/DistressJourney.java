package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.FieldWork.changed;
import static ml.taama.acceptance.FieldWork.go;
import static ml.taama.acceptance.Workplace.faultless;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in distress and the register, as field agents and case managers of the demonstration work. */
class DistressJourney {

    private final FieldWork work = new FieldWork();

    @AfterEach
    void close() {
        work.close();
    }

    private static void open(Locator details) {
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,fr,Nantenin,Sangaré", "390,en,Sira,Bagayoko"})
    void aCallForHelpIsFollowedToItsClosure(int width, String language, String given, String surname) {
        Map<String, Integer> before = work.figures();
        Page page = work.as(FieldWork.CONSULATE, width);
        page.navigate(FieldWork.at("/" + language + "/work/cases/new"));
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
        String dossier = page.url().replaceFirst(".*/cases/(\\d+).*", "$1");
        page.locator("main a[href$='/file']").click();
        assertThat(page.locator("main")).containsText(surname);
        faultless(page);

        assertThat(changed(before, work.figures()))
                .containsEntry("people", 1)
                .containsEntry("services", 1)
                .containsEntry("Résultats des cas par voie: besoin satisfait", 1);
        work.audited(
                "case " + dossier,
                surname,
                "case.receive",
                "case.accept",
                "service.give",
                "case.conclude",
                "case.close",
                "case.read");
    }

    @ParameterizedTest
    @CsvSource({"1280,fr,Kadidia,Tounkara", "390,en,Assitan,Kanouté"})
    void aPersonIsRegisteredOnceAndFoundAgain(int width, String language, String given, String surname) {
        Page page = work.as(FieldWork.AGENT, width);
        register(page, language, given, surname);
        assertThat(page).hasURL(Pattern.compile("/work/people/\\d+"));
        faultless(page);
        page.navigate(FieldWork.at("/" + language + "/work/people"));
        page.locator("#people-q")
                .fill(surname.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " "
                        + given.substring(0, 3).toLowerCase(java.util.Locale.ROOT));
        assertThat(page.locator("#results")).containsText(given + " " + surname);
        assertThat(page).hasURL(Pattern.compile("/work/people$"));
        faultless(page);
    }

    private static void register(Page page, String language, String given, String surname) {
        page.navigate(FieldWork.at("/" + language + "/work/people/new"));
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

    /** What is wrong in a row, and the column in which it is shown. */
    private record Faulty(String column, String row) {}

    private static final List<Faulty> FAULTY = List.of(
            new Faulty("A", ";;F;1990;;;;"),
            new Faulty("D", "Nana;Importée;F;31/02/1990;;;;"),
            new Faulty("E", "Nana;Importée;F;1990;12;;;"),
            new Faulty("F", "Nana;Importée;F;1990;;Atlantide;;"),
            new Faulty("G", "Nana;Importée;F;;;;240;"),
            new Faulty("H", "Nana;Importée;F;1990;;;;Nulle-Part"));
    private static final int ROWS = 30;

    @Test
    void aFileWithThirtyFaultsIsLookedAtKeptInItsGoodRowsAndUndone() {
        Map<String, Integer> before = work.figures();
        Page page = work.as(FieldWork.MANAGER, Browser.PHONE);
        go(page, "people/imports");
        faultless(page);
        List<String> places = upload(page);
        Locator faults = page.locator("table").first().locator("tbody tr");
        assertThat(faults).hasCount(ROWS);
        assertThat(faults.locator("th").allInnerTexts()).containsExactlyElementsOf(places);
        assertThat(faults.locator("td:last-child").allInnerTexts()).noneMatch(String::isBlank);
        faultless(page);
        page.locator("form[action$='/keeping'] button").click();
        assertThat(page.locator("#state")).containsText("3 personnes enregistrées, 30 lignes laissées");
        faultless(page);
        String file = FieldWork.number(page, "people/imports");
        assertThat(FieldWork.found(page, "Ould-Test")).hasCount(3);

        go(page, "people/imports/" + file);
        page.locator("#state details summary").click();
        page.locator("form[action$='/undoing'] button").click();
        assertThat(page.locator("#state")).containsText("ses 3 personnes ne sont plus");
        faultless(page);
        assertThat(FieldWork.found(page, "Ould-Test")).hasCount(0);
        assertThat(work.figures()).isEqualTo(before);
        work.audited("people-import " + file, "Ould-Test", "people.upload", "people.import", "people.import.undo");
    }

    /** Sends thirty rows with a fault and three without; where the faults are. */
    private static List<String> upload(Page page) {
        StringBuilder csv = new StringBuilder("Prénom;Nom;Sexe;Date de naissance;Téléphone;Nationalité;Âge;Cercle\n");
        List<String> places = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Faulty faulty = FAULTY.get(i % FAULTY.size());
            csv.append(faulty.row()).append('\n');
            places.add(faulty.column() + (i + 2));
        }
        for (String given : List.of("Lalla", "Mahamane", "Zeinabou")) {
            csv.append(given).append(";Ould-Test;F;1990;76 55 44 33;Mali;;\n");
        }
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("liste.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("main form.form button[type=submit]").first().click();
        return places;
    }
}
