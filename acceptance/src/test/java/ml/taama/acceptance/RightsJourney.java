package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.FieldWork.go;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of another service opened in an emergency, and a person who asks to be erased. */
class RightsJourney {

    private final FieldWork work = new FieldWork();

    @AfterEach
    void close() {
        work.close();
    }

    private static void emergency(Page page, String number) {
        go(page, "people");
        page.locator("a[href$='/people/emergency']").click();
        page.locator("#number").fill(number);
        page.locator("#reason").fill("Évanouie au poste frontière, hôpital en attente.");
        faultless(page);
        page.locator("form[action$='/emergency'] p.actions button").click();
    }

    /** How many emergencies wait for somebody to examine them, as the data-protection officer is told. */
    private int waiting() {
        Page officer = work.as(FieldWork.OFFICER, Browser.WIDE);
        go(officer, "people/protection");
        String said =
                officer.locator("main a[href$='/people/access']").innerText().replaceAll("\\D", "");
        return said.isEmpty() ? 0 : Integer.parseInt(said);
    }

    @Test
    void aFileOpenedInAnEmergencyIsExamined() {
        int before = waiting();
        Map<String, Integer> figures = work.figures();
        Page agent = work.as(FieldWork.AGENT, Browser.WIDE);
        String person = FieldWork.register(
                agent,
                Map.of(
                        "given",
                        "Sanata",
                        "surname",
                        "Berthé",
                        "sex",
                        "female",
                        "birth",
                        "1985",
                        "phone",
                        "66 01 02 03"),
                () -> {});
        String number = FieldWork.card(agent);
        Page antenna = work.as(FieldWork.ANTENNA, Browser.PHONE);
        assertThat(go(antenna, "people/" + person)).isEqualTo(404);
        emergency(antenna, number);
        assertThat(antenna.locator("h1")).hasText("Sanata Berthé");
        assertThat(antenna.locator("main")).containsText("66 01 02 03");
        assertThat(antenna.locator("main .note")).containsText("à cause d’une urgence");
        faultless(antenna);
        assertThat(waiting()).isEqualTo(before + 1);

        Page supervisor = work.as(FieldWork.SUPERVISOR, Browser.PHONE);
        FieldWork.told(supervisor, "people/access");
        assertThat(supervisor.locator("main")).containsText("hôpital en attente");
        Locator glass = supervisor.locator("main ul.list > li").first();
        assertThat(glass).containsText(FieldWork.ANTENNA);
        unfolded(glass.locator("[name=finding]")).fill("Appelé l’hôpital : la raison tient.");
        glass.locator("form button").click();
        assertThat(glass).containsText("la raison tient");
        faultless(supervisor);
        assertThat(waiting()).isEqualTo(before);
        for (String page : List.of("caseload", "directory")) {
            go(supervisor, page);
            assertThat(FieldWork.place(supervisor)).hasText("Cas");
        }
        assertThat(work.figures()).isEqualTo(figures);
        work.audited(
                "person " + person, "Berthé", "person.register", "access.break-glass", "person.read", "access.review");
    }

    @Test
    void whoAsksToBeErasedIsNowhereAnyMore() {
        Page manager = work.as(FieldWork.MANAGER, Browser.WIDE);
        String person = FieldWork.register(
                manager, Map.of("given", "Mah", "surname", "Goïta", "sex", "female", "birth", "1970"), () -> {});
        String number = FieldWork.card(manager);
        assertThat(FieldWork.found(manager, number)).hasCount(1);
        Map<String, Integer> before = work.figures();
        FieldWork.helped(manager, person, "MA", "transport");
        go(manager, "people/" + person);
        Locator request = manager.locator("form[action$='/requests']");
        unfolded(request.locator("#request")).selectOption("erasure");
        request.locator("#detail").fill("Elle ne veut plus être connue d’ici.");
        request.locator("button").click();
        assertThat(manager.locator("section[aria-labelledby=rights] li")).hasCount(1);
        faultless(manager);

        Page officer = work.as(FieldWork.OFFICER, Browser.PHONE);
        go(officer, "people/protection");
        faultless(officer);
        officer.locator("main tbody a").first().click();
        assertThat(officer.locator("main")).containsText("Mah Goïta");
        faultless(officer);
        assertThat(FieldWork.place(officer)).hasText("Protection des données");
        officer.locator("#answer").fill("Effacé ce jour.");
        officer.locator("button[value=grant]").click();
        assertThat(officer.locator("h1")).not().containsText("Goïta");
        assertThat(officer.locator("main")).not().containsText("Goïta");

        assertThat(go(manager, "people/" + person)).isEqualTo(404);
        assertThat(FieldWork.found(manager, "Goïta Mah")).hasCount(0);
        assertThat(FieldWork.found(manager, number)).hasCount(0);
        assertThat(FieldWork.found(officer, "Goïta Mah")).hasCount(0);
        emergency(manager, number);
        assertThat(manager.locator("[role=alert]")).containsText("n’est celui de personne");
        faultless(manager);
        assertThat(work.figures()).isEqualTo(before);
        work.audited(
                "person " + person,
                "Goïta",
                "person.register",
                "request.receive",
                "person.read",
                "request.grant",
                "person.erase");
    }
}
