package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.FieldWork.changed;
import static ml.taama.acceptance.FieldWork.go;
import static ml.taama.acceptance.FieldWork.told;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case goes to other services: declined, accepted elsewhere, done and told; and the sharing ends with the consent. */
class ReferralJourney {

    private static final String CONSULATE = "ministry-foreign";
    private static final String ANTENNA = "dgme";

    private final FieldWork work = new FieldWork();

    @AfterEach
    void close() {
        work.close();
    }

    /** Writes down that the person agrees that a service is told. */
    private static void agrees(Page page, String person, String service) {
        go(page, "people/" + person);
        Locator form = page.locator("form[action$='/consents']");
        unfolded(form.locator("#purpose")).selectOption("referral");
        form.locator("#recipient").selectOption(service);
        form.locator("#consent-language").fill("Bambara");
        form.locator("button").click();
        assertThat(page.locator("form[action$='/withdrawal']")).not().hasCount(0);
    }

    /** Proposes a case to a service; the number of the referral. */
    private static String proposed(Page page, String dossier, String service) {
        go(page, "cases/" + dossier);
        page.locator("a[href$='/cases/" + dossier + "/referral']").click();
        page.locator("#recipient").selectOption(service);
        page.locator("[name=needs][value=documents]").check();
        page.locator("[name=sections][value=request]").check();
        page.locator("[name=sections][value=services]").check();
        faultless(page);
        page.locator("form[action$='/referral'] p.actions button").click();
        return FieldWork.number(page, "referrals");
    }

    private static void move(Page page, String move, String text) {
        Locator form = page.locator("form[action$='/" + move + "']");
        Locator said = form.locator("[name=text]");
        if (said.locator("xpath=ancestor::details").count() > 0) {
            unfolded(said);
        }
        said.fill(text);
        form.locator("button").click();
        assertThat(form).hasCount(0);
    }

    @Test
    void whatOneServiceDeclinesAnotherAcceptsAndDoes() {
        Map<String, Integer> before = work.figures();
        Page sender = work.as(FieldWork.MANAGER, Browser.WIDE);
        String person = FieldWork.register(
                sender, Map.of("given", "Rokia", "surname", "Dougnon", "sex", "female", "birth", "1996"), () -> {});
        agrees(sender, person, CONSULATE);
        agrees(sender, person, ANTENNA);
        String dossier = FieldWork.received(sender, person, "LY");

        String first = proposed(sender, dossier, CONSULATE);
        Page consulate = work.as(FieldWork.CONSULATE, Browser.PHONE);
        told(consulate, "referrals/" + first);
        assertThat(consulate.locator("main")).containsText("Rokia Dougnon");
        faultless(consulate);
        move(consulate, "decline", "Hors du ressort de ce poste.");
        assertThat(go(consulate, "people/" + person)).isEqualTo(404);
        assertThat(go(consulate, "cases/" + dossier)).isEqualTo(404);
        told(sender, "referrals/" + first);
        assertThat(sender.locator("ol.timeline")).containsText("Hors du ressort de ce poste.");
        faultless(sender);

        String second = proposed(sender, dossier, ANTENNA);
        Page antenna = work.as(FieldWork.ANTENNA, Browser.PHONE);
        told(antenna, "referrals/" + second);
        move(antenna, "accept", "");
        go(antenna, "cases/" + dossier);
        FieldWork.give(antenna, "documents");
        faultless(antenna);
        go(antenna, "referrals/" + second);
        move(antenna, "finish", "Laissez-passer remis.");
        faultless(antenna);
        told(sender, "referrals/" + second);
        assertThat(sender.locator("ol.timeline")).containsText("Laissez-passer remis.");
        faultless(sender);

        assertThat(changed(before, work.figures()))
                .containsEntry("people", 1)
                .containsEntry("services", 1)
                .containsEntry("Orientations: refusée", 1)
                .containsEntry("Orientations: faite", 1);
        work.audited("referral " + first, "Dougnon", "referral.propose", "referral.decline");
        work.audited("referral " + second, "Dougnon", "referral.propose", "referral.accept", "referral.finish");
    }

    @Test
    void theSharingEndsWithTheConsent() {
        Map<String, Integer> before = work.figures();
        Page sender = work.as(FieldWork.MANAGER, Browser.PHONE);
        String person = FieldWork.register(
                sender, Map.of("given", "Adiaratou", "surname", "Sogoba", "sex", "female", "birth", "1979"), () -> {});
        agrees(sender, person, ANTENNA);
        String dossier = FieldWork.received(sender, person, "NE");
        String referral = proposed(sender, dossier, ANTENNA);
        Page antenna = work.as(FieldWork.ANTENNA, Browser.WIDE);
        told(antenna, "referrals/" + referral);
        move(antenna, "accept", "Nous la recevons demain.");
        assertThat(go(antenna, "people/" + person)).isEqualTo(200);
        assertThat(antenna.locator("h1")).hasText("Adiaratou Sogoba");
        assertThat(go(antenna, "cases/" + dossier)).isEqualTo(200);

        go(sender, "people/" + person);
        faultless(sender);
        sender.locator("form[action$='/withdrawal'] button").click();
        assertThat(sender.locator("form[action$='/withdrawal']")).hasCount(0);
        assertThat(go(antenna, "people/" + person)).isEqualTo(404);
        assertThat(go(antenna, "cases/" + dossier)).isEqualTo(404);
        told(antenna, "referrals/" + referral);
        assertThat(antenna.locator("main")).not().containsText("Sogoba");
        faultless(antenna);

        assertThat(changed(before, work.figures())).containsExactly(Map.entry("Orientations: retirée", 1));
        work.audited("referral " + referral, "Sogoba", "referral.propose", "referral.accept", "referral.withdraw");
        work.audited("person " + person, "Sogoba", "consent.give", "access.give", "consent.withdraw", "access.end");
    }
}
