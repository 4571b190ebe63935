package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.FieldWork.changed;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A child alone: an alert, the verified status, a guardian, what is best for the child, the family found, the return to it. */
class ChildAloneJourney {

    private static final String NAME = "Togola";
    private static final List<String> STEPS = List.of(
            "status-verified",
            "guardian",
            "best-interests-assessment",
            "best-interests-decision",
            "tracing",
            "family-found",
            "reunification");

    private final FieldWork work = new FieldWork();

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void aChildAloneIsBroughtBackToTheFamily() {
        Map<String, Integer> before = work.figures();
        Page page = work.as(FieldWork.AGENT, Browser.PHONE);
        String child = FieldWork.register(
                page,
                Map.of(
                        "given",
                        "Youssouf",
                        "surname",
                        NAME,
                        "sex",
                        "male",
                        "birth",
                        String.valueOf(Year.now(ZoneId.systemDefault()).getValue() - 12)),
                () -> {});
        String dossier = FieldWork.helped(page, child, "DZ", "shelter");
        Locator raise = page.locator("form[action$='/alerts']");
        unfolded(raise.locator("[name=kind]")).selectOption("child-alone");
        raise.locator("[name=text]").fill("Arrivé seul par la gare routière.");
        raise.locator("button").click();
        assertThat(page.locator("#alerts + .card")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("gare routière");
        faultless(page);

        Page manager = work.as(FieldWork.MANAGER, Browser.PHONE);
        FieldWork.told(manager, "cases/" + dossier);
        Locator alert = manager.locator("[id^=alert-].card");
        assertThat(alert).hasCount(1);
        assertThat(alert).containsText("gare routière");
        for (String step : STEPS) {
            Locator form = alert.locator("form[action$='/steps']");
            int told = alert.locator("ol > li").count();
            unfolded(form.locator("[name=step]")).selectOption(step);
            form.locator("[name=text]").fill("Fait avec le service social.");
            form.locator("button").click();
            assertThat(alert.locator("ol > li")).hasCount(told + 1);
        }
        faultless(manager);
        Locator resolution = alert.locator("form[action$='/resolution']");
        unfolded(resolution.locator("[name=reason]")).fill("Rentré chez sa mère.");
        resolution.locator("button").click();
        assertThat(alert.locator("form")).hasCount(0);
        faultless(manager);
        assertThat(changed(before, work.figures()))
                .containsEntry("people", 1)
                .containsEntry("services", 1)
                .containsEntry("Par âge le jour du service: 5–14", 1);
        work.audited("case " + dossier, NAME, "alert.raise", "alert.step", "alert.step", "alert.resolve");
    }
}
