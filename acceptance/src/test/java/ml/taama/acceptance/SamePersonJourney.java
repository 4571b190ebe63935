package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.FieldWork.changed;
import static ml.taama.acceptance.FieldWork.go;
import static ml.taama.acceptance.Workplace.faultless;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A woman whom a consulate and an antenna know: found, judged to be one, counted once, and two again. */
class SamePersonJourney {

    private static final String NAME = "Koulibaly";
    private static final Map<String, String> AT_THE_CONSULATE = Map.of(
            "given",
            "Djènèba",
            "surname",
            NAME,
            "sex",
            "female",
            "birth",
            "14/03/1991",
            "mother",
            "Sitan Keïta",
            "phone",
            "76 41 22 18",
            "nationality",
            "Mali");
    private static final Map<String, String> AT_THE_ANTENNA = Map.of(
            "given",
            "Djeneba",
            "surname",
            "Coulibaly",
            "sex",
            "female",
            "birth",
            "14/03/1991",
            "mother",
            "Sitan Keita",
            "phone",
            "76412218",
            "nationality",
            "Mali");

    private final FieldWork work = new FieldWork();

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void sheIsFoundCountedOnceAndTwoAgainWithExactlyWhatEachHad() {
        Map<String, Integer> before = work.figures();
        Page consulate = work.as(FieldWork.CONSULATE, Browser.WIDE);
        String one = FieldWork.register(consulate, AT_THE_CONSULATE, () -> {});
        FieldWork.helped(consulate, one, "MR", "documents");
        Page antenna = work.as(FieldWork.ANTENNA, Browser.PHONE);
        String other = FieldWork.register(antenna, AT_THE_ANTENNA, () -> onlyThatThereIsOne(antenna));
        FieldWork.helped(antenna, other, "MR", "food");
        assertThat(go(antenna, "people/" + one)).isEqualTo(404);
        Map<String, Integer> two = work.figures();
        assertThat(changed(before, two)).containsEntry("people", 2).containsEntry("services", 2);
        String first = known(consulate, one);
        String second = known(antenna, other);
        String[] numbers = {FieldWork.card(consulate), FieldWork.card(antenna)};

        Page reviewer = work.as(FieldWork.STATISTICIAN, Browser.WIDE);
        String merge = merged(reviewer);
        assertThat(changed(before, work.figures())).containsEntry("people", 1).containsEntry("services", 2);
        eitherNumberLeadsToHer(consulate, numbers);
        eitherNumberLeadsToHer(antenna, numbers);

        go(reviewer, "merges/" + merge);
        reviewer.locator("#reason").fill("Deux sœurs : vu ensemble au guichet.");
        reviewer.locator("form[action$='/undoing'] button").click();
        assertThat(reviewer.locator("form[action$='/undoing']")).hasCount(0);
        faultless(reviewer);
        assertThat(known(consulate, one)).isEqualTo(first);
        assertThat(known(antenna, other)).isEqualTo(second);
        assertThat(work.figures()).isEqualTo(two);
        work.audited("person " + one, NAME, "person.register", "person.hidden-match", "person.merge", "person.unmerge");
        work.audited("person " + other, NAME, "person.register");
    }

    private static void onlyThatThereIsOne(Page page) {
        Locator match = page.locator(".likely li.card");
        assertThat(match).hasCount(1);
        assertThat(match).containsText("Ministère des Affaires étrangères");
        assertThat(match.locator("a")).hasCount(0);
        assertThat(match).not().containsText(NAME);
        faultless(page);
    }

    /** All that a page says of a person but who read it, and that there was a merge. */
    private static String known(Page page, String person) {
        go(page, "people/" + person);
        faultless(page);
        page.locator("section[aria-labelledby=history], section:has(a[href*='/work/merges/'])")
                .evaluateAll("all => all.forEach(e => e.remove())");
        return page.locator("main").innerText();
    }

    /** Looks for the pair until it waits, then decides; the number of the merge. */
    private static String merged(Page page) {
        Locator pair = page.locator("#results tbody a").filter(new Locator.FilterOptions().setHasText(NAME));
        page.setDefaultTimeout(30_000);
        go(page, "duplicates");
        page.locator("form[action$='/duplicates/search'] input[name=q]").fill(NAME);
        page.locator("form[action$='/duplicates/search'] button").click();
        pair.first().click();
        assertThat(page.locator("main")).containsText("Keita");
        faultless(page);
        page.locator("input[value=same]").check();
        page.locator("#reason").fill("Même mère, même jour, même téléphone.");
        page.locator("form[action$='/decision'] button:not([name])").click();
        go(page, "merges");
        page.locator("#results tbody a").first().click();
        assertThat(page.locator("form[action$='/undoing']")).isVisible();
        faultless(page);
        assertThat(FieldWork.place(page)).hasText("Doublons");
        return FieldWork.number(page, "merges");
    }

    private static void eitherNumberLeadsToHer(Page page, String... numbers) {
        for (String number : numbers) {
            Locator found = FieldWork.found(page, number);
            assertThat(found).hasCount(1);
            assertThat(found).containsText(NAME);
        }
        page.locator("#results tbody a").click();
        assertThat(page.locator("ul.list > li").filter(new Locator.FilterOptions().setHasText("Inscrit")))
                .not()
                .hasCount(0);
        faultless(page);
    }
}
