package ml.taama.cases;

import static ml.taama.RunningSite.between;
import static ml.taama.RunningSite.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of cases as browsers get them, without JavaScript: from a call to closure, by the people of the demonstration. */
class CasePagesStoreTest {

    private static RunningSite site;
    private static Visit agent;
    private static Visit manager;
    private static Visit supervisor;

    @BeforeAll
    static void start() {
        site = RunningSite.demonstration();
        agent = site.visit("field-agent");
        manager = site.visit("case-manager");
        supervisor = site.visit("supervisor");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String today() {
        return LocalDate.now(java.time.ZoneId.systemDefault()).toString();
    }

    private static String key(HttpResponse<String> page) {
        return between(page.body(), "name=\"key\" value=\"", "\"").getFirst();
    }

    /** A request for somebody new, received by the agent; gives the address of the case. */
    private static String receive(String given) {
        HttpResponse<String> form = agent.get("/fr/work/cases/new");
        assertThat(form.statusCode()).isEqualTo(200);
        HttpResponse<String> registered = agent.post(
                "/fr/work/cases/new",
                "action",
                "register",
                "given",
                given,
                "surname",
                "Diallo",
                "sex",
                "female",
                "birth",
                "17",
                "text",
                "appelle de Sabha");
        String file =
                between(registered.body(), "name=\"people\" value=\"", "\"").getFirst();
        assertThat(registered.body()).contains(given + " Diallo", "appelle de Sabha");
        String[] fields = {
            "action",
            "receive",
            "key",
            key(registered),
            "people",
            file,
            "country",
            "LY",
            "channel",
            "phone",
            "urgency",
            "immediate",
            "headcount",
            "2",
            "received",
            today(),
            "text",
            "appelle de Sabha"
        };
        String first = location(agent.post("/fr/work/cases/new", fields));
        assertThat(first).matches("/fr/work/cases/[0-9]+");
        assertThat(location(agent.post("/fr/work/cases/new", fields))).isEqualTo(first);
        return first;
    }

    private static HttpResponse<String> quick(String action, String... more) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "action", action, "given", "Oumou", "surname", "Sangho", "sex", "female", "birth", "1987-04-02"));
        fields.addAll(List.of("phone", "76 54 32 10", "text", "appelle d’Agadez"));
        fields.addAll(List.of(more));
        return agent.post("/fr/work/cases/new", fields.toArray(String[]::new));
    }

    @Test
    void whoIsPerhapsTheSameIsShownBeforeSomebodyIsRegisteredDuringACall() {
        String file = between(quick("register").body(), "name=\"people\" value=\"", "\"")
                .getFirst();
        ml.taama.matching.MatchingStage.follow(site);

        String asked = quick("register").body();
        assertThat(asked).contains("class=\"likely\"", "value=\"another\"", "appelle d’Agadez", "76 54 32 10");
        assertThat(between(asked, "name=\"people\" value=\"", "\"")).contains(file);

        String taken = quick("take", "people", file).body();
        assertThat(between(taken, "name=\"people\" value=\"", "\"")).containsExactly(file);
        assertThat(taken).contains("appelle d’Agadez").doesNotContain("class=\"likely\"", "76 54 32 10");

        String another = quick("another").body();
        assertThat(between(another, "name=\"people\" value=\"", "\""))
                .hasSize(1)
                .doesNotContain(file);
    }

    @Test
    void aCallBecomesACaseThatIsAssistedAndClosed() {
        String address = receive("Ramata");
        HttpResponse<String> page = manager.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ramata Diallo", "appelle de Sabha", "17 ans");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        String file = between(page.body(), "name=\"people\" value=\"", "\"").stream()
                .findFirst()
                .orElseGet(() -> between(page.body(), "/fr/work/people/", "\"").getFirst());

        assertThat(manager.post(address + "/services", "kind", "food", "people", file, "on", today(), "proof", "none")
                        .statusCode())
                .isEqualTo(409);
        assertThat(location(manager.post(
                        address + "/triage",
                        "form",
                        "triage",
                        "decision",
                        "accept",
                        "urgency",
                        "high",
                        "note",
                        "à aider")))
                .isEqualTo(address);
        assertThat(location(manager.post(
                        address + "/services",
                        "kind",
                        "cash",
                        "people",
                        file,
                        "on",
                        today(),
                        "quantity",
                        "1",
                        "amount",
                        "52 000",
                        "currency",
                        "XOF",
                        "proof",
                        "signature",
                        "text",
                        "remis")))
                .isEqualTo(address);
        HttpResponse<String> wrong = manager.post(
                address + "/services",
                "form",
                "service",
                "kind",
                "cash",
                "people",
                file,
                "on",
                today(),
                "amount",
                "beaucoup",
                "proof",
                "none",
                "text",
                "à ne pas perdre");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("à ne pas perdre");
        manager.post(address + "/tasks", "kind", "visit", "due", today(), "text", "passer la voir");
        manager.post(address + "/notes", "text", "note du jour");
        manager.post(address + "/alerts", "file", file, "kind", "child-alone", "text", "voyage seule");
        HttpResponse<String> full = manager.get(address + "/screening?kind=full");
        assertThat(full.statusCode()).isEqualTo(200);
        assertThat(location(manager.post(
                        address + "/screening",
                        "kind",
                        "full",
                        "file",
                        file,
                        "on",
                        today(),
                        "country",
                        "LY",
                        "f:child-alone",
                        "risk",
                        "e:child-alone",
                        "dit n’avoir personne",
                        "f:family-ties",
                        "protective")))
                .isEqualTo(address);
        String after = manager.get(address).body();
        assertThat(after)
                .contains("52", "XOF", "passer la voir", "note du jour", "enfant seul", "dit n’avoir personne");
        String alert = between(after, "/alerts/", "/steps").getFirst();
        manager.post(address + "/alerts/" + alert + "/steps", "step", "guardian", "on", today(), "text", "sa tante");
        assertThat(manager.get(address + "/file").body()).contains("sa tante", "Confidentiel", "52");
        assertThat(agent.get(address).body()).doesNotContain("sa tante", "dit n’avoir personne");

        assertThat(manager.post(address + "/closure", "reason", "completed").statusCode())
                .isEqualTo(409);
        manager.post(address + "/outcome", "outcome", "met", "note", "");
        assertThat(location(manager.post(address + "/closure", "reason", "completed", "note", "")))
                .isEqualTo(address);
        assertThat(manager.get("/fr/work/cases?state=closed").body()).contains("Ramata Diallo");
        assertThat(location(manager.post(address + "/reopening", "reason", "elle rappelle")))
                .isEqualTo(address);
    }

    @Test
    void aSearchFindsInTheFormAndNeverStandsInAnAddress() {
        String address = receive("Nènè");
        String found = manager.post("/fr/work/cases", "q", "nene diallo").body();
        assertThat(found).contains("Nènè Diallo", address).doesNotContain("?q=");
        assertThat(manager.post("/fr/work/cases", "q", "personne-de-ce-nom").body())
                .doesNotContain(address + "\"");
    }

    @Test
    void aReferralWithoutConsentIsRefusedAndKeepsWhatWasTyped() {
        String address = receive("Founè");
        manager.post(address + "/triage", "decision", "accept", "urgency", "high");
        HttpResponse<String> form = manager.get(address + "/referral");
        assertThat(form.statusCode()).isEqualTo(200);
        String file = between(form.body(), "name=\"people\" value=\"", "\"").getFirst();
        String[] fields = {
            "recipient",
            "iom",
            "needs",
            "shelter",
            "sections",
            "request",
            "people",
            file,
            "until",
            today(),
            "text",
            "une nuit"
        };
        HttpResponse<String> refused = manager.post(address + "/referral", fields);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("une nuit");
        String[] forced = java.util.Arrays.copyOf(fields, fields.length + 2);
        forced[fields.length] = "override";
        forced[fields.length + 1] = "sans connaissance à l’hôpital";
        String referral = location(manager.post(address + "/referral", forced));
        assertThat(referral).matches("/fr/work/referrals/[0-9]+");
        assertThat(manager.get(referral).body()).contains("sans connaissance à l’hôpital");
        assertThat(manager.get("/fr/work/referrals").body()).contains(referral);
        assertThat(location(manager.post(referral + "/accept", "text", ""))).isEqualTo(referral);
        assertThat(location(manager.post(referral + "/finish", "text", "hébergée")))
                .isEqualTo(referral);
        assertThat(manager.get(address).body()).contains("hébergée");
    }

    @Test
    void aSupervisorSeesCaseloadsKeepsTheDirectoryAndGivesCases() {
        String address = receive("Coumba");
        String id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(location(supervisor.post(
                        "/fr/work/directory",
                        "id",
                        "0",
                        "provider",
                        "iom",
                        "kind",
                        "shelter",
                        "country",
                        "LY",
                        "hours",
                        "8 h – 18 h",
                        "capacity",
                        "30")))
                .isEqualTo("/fr/work/directory");
        assertThat(agent.get("/fr/work/directory").body()).contains("8 h – 18 h");
        String loads = supervisor.get("/fr/work/caseload").body();
        String whose = between(loads, "/fr/work/caseload?whose=", "\"").getFirst();
        HttpResponse<String> list = supervisor.get("/fr/work/caseload?whose=" + whose);
        String to = between(list.body(), "<option value=\"", "\"").getLast();
        HttpResponse<String> confirm = supervisor.post("/fr/work/caseload", "whose", whose, "ids", id, "to", to);
        assertThat(confirm.statusCode()).isEqualTo(200);
        assertThat(location(
                        supervisor.post("/fr/work/caseload", "whose", whose, "ids", id, "to", to, "confirmed", "yes")))
                .isEqualTo("/fr/work/caseload?whose=" + to);
    }

    @Test
    void figuresShowWhatIsCountedBesideWhatTheReportSays() {
        for (Visit visit : List.of(site.visit("statistician"), site.visit("coordinator"), supervisor)) {
            HttpResponse<String> page = visit.get("/fr/work/case-figures");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body().replaceAll("[\\s\\u00a0\\u202f]", "")).contains("10000");
            assertThat(visit.get("/fr/work/case-figures.csv").body()).contains("total");
        }
        assertThat(agent.get("/fr/work/case-figures").statusCode()).isEqualTo(403);
    }

    @Test
    void numbersOfOthersAndUnknownOnesAnswerAlike() {
        Visit partner = site.visit("partner");
        assertThat(partner.get("/fr/work/cases").statusCode()).isEqualTo(403);
        for (String path : List.of(
                "/fr/work/cases/99999999",
                "/fr/work/cases/99999999/file",
                "/fr/work/referrals/99999999",
                "/fr/work/cases/99999999/referral",
                "/fr/work/cases/99999999/people",
                "/fr/work/cases/99999999/screening")) {
            assertThat(manager.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
