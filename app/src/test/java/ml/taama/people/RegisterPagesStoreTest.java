package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register over HTTP: what is typed wrongly is not lost, what is sent twice is done once, what two change is decided. */
class RegisterPagesStoreTest {

    private static PeopleStage stage;
    private static Visit agent;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        agent = stage.site().visit("field-agent");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static long files(String surname) {
        return stage.site()
                .owner()
                .sql("select count(*) from people.name where surname = ?")
                .param(surname)
                .query(Long.class)
                .single();
    }

    private static String register(String... fields) {
        agent.get("/en/work/people/new");
        HttpResponse<String> answer = agent.post("/en/work/people/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return RunningSite.location(answer);
    }

    @Test
    void whatIsWrongIsShownAtItsFieldAndNothingTypedIsLost() {
        agent.get("/fr/work/people/new");
        HttpResponse<String> answer = agent.post(
                "/fr/work/people/new", "given", "Mariam", "birth", "31/31/1985", "nationality", "Atlantis", "age", "7");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"birth-wrong\"")
                .contains("id=\"nationality-0-wrong\"")
                .contains("value=\"Mariam\"")
                .contains("value=\"31/31/1985\"")
                .contains("value=\"Atlantis\"");
    }

    @Test
    void aRepeatedRequestRegistersOnce() {
        String first = register("key", "k-1", "given", "Kadiatou", "surname", "Niaré", "sex", "female");
        String second = register("key", "k-1", "given", "Kadiatou", "surname", "Niaré", "sex", "female");
        assertThat(second).isEqualTo(first);
        assertThat(files("Niaré")).isEqualTo(1);
    }

    @Test
    void aPersonIsFoundWhileOneTypesAndTheQuestionStandsInNoAddress() {
        register("given", "Bintou", "surname", "Dembélé", "phone", "76 00 11 22", "nationality", "Mali");
        agent.get("/fr/work/people");
        HttpResponse<String> answer = agent.post("/fr/work/people/search", "q", "bint demb");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bintou Dembélé");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(agent.get("/fr/work/people/search?q=Bintou").statusCode()).isEqualTo(405);
    }

    @Test
    void whoIsPerhapsTheSameIsShownFirstAndAnotherPersonIsRegisteredOnTheSecondWord() {
        String[] typed = {
            "given",
            "Djénéba",
            "surname",
            "Sissoko",
            "sex",
            "female",
            "birth",
            "1991-04-17",
            "phone",
            "66 77 88 99",
            "mother",
            "Sira"
        };
        register(typed);
        agent.get("/en/work/people/new");
        HttpResponse<String> asked = agent.post("/en/work/people/new", typed);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Djénéba Sissoko").contains("value=\"another\"");
        assertThat(files("Sissoko")).isEqualTo(1);
        assertThat(agent.post("/en/work/people/new", with(typed, "step", "back"))
                        .body())
                .contains("value=\"66 77 88 99\"");
        agent.get("/en/work/people/new");
        assertThat(agent.post("/en/work/people/new", with(typed, "step", "another"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(files("Sissoko")).isEqualTo(2);
    }

    @Test
    void theFileTellsWhoReadIt() {
        String page = register("given", "Rokia", "surname", "Maïga", "place-kind", "origin", "place-text", "Yélimané");
        assertThat(agent.get(page).body()).contains("Rokia Maïga").contains("Yélimané");
        assertThat(agent.get(page).body()).contains("File read");
    }

    @Test
    void whatTwoPeopleChangeAtOnceIsShownPartByPart() {
        String page = register("given", "Oumou", "surname", "Sangho", "sex", "female", "mother", "Assa");
        long id = Long.parseLong(page.replaceAll(".*/", ""));
        String[] base = {
            "version",
            "1",
            "was.given",
            "Oumou",
            "was.surname",
            "Sangho",
            "was.kind",
            "said",
            "was.source",
            "",
            "was.sex",
            "female",
            "was.mother",
            "Assa",
            "was.father",
            ""
        };
        agent.get(page + "/edit");
        assertThat(agent.post(
                                page + "/edit",
                                with(
                                        base, "given", "Oumou", "surname", "Sangho", "kind", "said", "sex", "female",
                                        "mother", "Awa", "father", "Modibo"))
                        .statusCode())
                .isEqualTo(303);
        agent.get(page + "/edit");
        HttpResponse<String> conflict = agent.post(
                page + "/edit",
                with(
                        base, "given", "Oumou", "surname", "Sangaré", "kind", "said", "sex", "female", "mother",
                        "Aïcha", "father", ""));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("take-parents")
                .doesNotContain("take-names")
                .contains("Aïcha")
                .contains("Awa");

        agent.get(page + "/edit");
        agent.post(
                page + "/edit",
                "version",
                "2",
                "given",
                "Oumou",
                "surname",
                "Sangaré",
                "kind",
                "said",
                "sex",
                "female",
                "mother",
                "Aïcha",
                "father",
                "",
                "take-parents",
                "theirs");
        PersonData kept = stage.as(
                        stage.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA),
                        () -> stage.get(People.class).find(id))
                .orElseThrow()
                .head()
                .data();
        assertThat(kept.mother()).isEqualTo("Awa");
        assertThat(kept.father()).isEqualTo("Modibo");
        assertThat(kept.names().getFirst().surname()).isEqualTo("Sangaré");
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void everyPageOfAPersonIsShownAndItsFormsLeadBackToIt() {
        String page = register("given", "Aminata", "surname", "Konaté", "sex", "female", "language", "bambara");
        Visit manager = stage.site().visit("case-manager");
        manager.get(page);
        for (String[] form : new String[][] {
            {"/consents", "purpose", "service", "basis", "consent", "form-of", "written", "consent-language", "bambara"
            },
            {"/papers", "paper", "passport", "paper-number", "AB 12 34 56", "paper-country", "Mali"},
            {"/notes", "note-kind", "health", "text", "Suivie à l’hôpital"},
            {"/requests", "request", "access", "detail", ""}
        }) {
            manager.get(page);
            HttpResponse<String> answer =
                    manager.post(page + form[0], java.util.Arrays.copyOfRange(form, 1, form.length));
            assertThat(answer.statusCode()).as(form[0] + answer.body()).isEqualTo(303);
        }
        assertThat(manager.get(page).body()).contains("AB 12 34 56").contains("Suivie à l’hôpital");
        assertThat(agent.get(page).body()).contains("AB 12 34 56").doesNotContain("Suivie à l’hôpital");
        assertThat(manager.get(page + "/extract").body())
                .contains("Suivie à l’hôpital")
                .contains("File read");
        assertThat(agent.get(page + "/extract").statusCode()).isEqualTo(403);
        assertThat(agent.get(page + "/card").body())
                .contains("<svg class=\"qr\"")
                .doesNotContain("Konaté</p>");
        manager.get(page);
        HttpResponse<String> refused = manager.post(
                page + "/consents",
                "purpose",
                "service",
                "basis",
                "consent",
                "form-of",
                "proxy",
                "witness",
                "",
                "consent-language",
                "kassonké");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("kassonké");
    }

    @Test
    void theOfficerSetsDeadlinesAndKeepsTheRegisterOfProcessings() {
        Visit officer = stage.site().visit("data-protection-officer");
        officer.get("/en/work/people/protection");
        assertThat(officer.post("/en/work/people/protection/deadlines", "deadline.erasure", "x")
                        .statusCode())
                .isEqualTo(400);
        officer.get("/en/work/people/protection");
        assertThat(officer.post("/en/work/people/protection/deadlines", "deadline.erasure", "30")
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/en/work/people/protection").body()).contains("value=\"30\"");
        officer.get("/en/work/people/processings");
        assertThat(officer.post(
                                "/en/work/people/processings",
                                "code",
                                "REG",
                                "title",
                                "Register of people",
                                "purpose",
                                "Assistance",
                                "basis",
                                "Law 2013-015")
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/en/work/people/processings").body()).contains("Law 2013-015");
        assertThat(officer.get("/en/work/people/retention").statusCode()).isEqualTo(200);
        assertThat(officer.get("/en/work/people/access").statusCode()).isEqualTo(200);
        assertThat(agent.get("/en/work/people/protection").statusCode()).isEqualTo(403);
    }

    @Test
    void aNumberOfAnotherServiceLeadsNowhere() {
        long file = stage.register(
                stage.agent(PeopleStage.CONSULATE), PeopleStage.person("Hawa", "Keïta", ""), PeopleStage.CONSULATE);
        assertThat(agent.get("/en/work/people/" + file).statusCode()).isEqualTo(404);
        assertThat(agent.get("/en/work/people/" + file + "/edit").statusCode()).isEqualTo(404);
    }
}
