package ml.taama.cases;

import static ml.taama.RunningSite.between;
import static ml.taama.RunningSite.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two who work on one case at once, and requests that are sent twice, over HTTP: nothing is overwritten unseen, nothing happens twice. */
class CaseTogetherStoreTest {

    private static RunningSite site;
    private static Visit agent;
    private static Visit manager;

    @BeforeAll
    static void start() {
        site = RunningSite.demonstration();
        agent = site.visit("field-agent");
        manager = site.visit("case-manager");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }

    private static String first(HttpResponse<String> page, String before) {
        return between(page.body(), before, "\"").getFirst();
    }

    private static String seen(HttpResponse<String> page) {
        return first(page, "name=\"seen\" value=\"");
    }

    private static long rows(String sql, String address) {
        return site.owner()
                .sql("select count(*) from cases." + sql)
                .param(Long.parseLong(address.replaceAll(".*/", "")))
                .query(Long.class)
                .single();
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** A case about somebody, that waits for triage. */
    private static String receive(String given) {
        HttpResponse<String> form = agent.get("/en/work/cases/new");
        String[] person = {
            "action",
            "register",
            "person-key",
            first(form, "name=\"person-key\" value=\""),
            "given",
            given,
            "surname",
            "Ensemble",
            "sex",
            "female"
        };
        HttpResponse<String> registered = agent.post("/en/work/cases/new", person);
        String file = first(registered, "name=\"people\" value=\"");
        assertThat(first(agent.post("/en/work/cases/new", person), "name=\"people\" value=\""))
                .as("whom a repeated form registers")
                .isEqualTo(file);
        String[] request = {
            "action",
            "receive",
            "key",
            first(registered, "name=\"key\" value=\""),
            "people",
            file,
            "country",
            "LY",
            "channel",
            "phone",
            "urgency",
            "high",
            "headcount",
            "1",
            "received",
            today(),
            "text",
            "appelle"
        };
        String address = location(agent.post("/en/work/cases/new", request));
        assertThat(location(agent.post("/en/work/cases/new", request))).isEqualTo(address);
        return address;
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondLooksAgainAndLosesNoWord() {
        String address = receive("Nana");
        String shown = seen(manager.get(address));
        assertThat(seen(agent.get(address))).isEqualTo(shown);
        assertThat(manager.post(
                                address + "/triage",
                                "form",
                                "triage",
                                "seen",
                                shown,
                                "decision",
                                "accept",
                                "urgency",
                                "high",
                                "note",
                                "on l’aide")
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> late = agent.post(
                address + "/triage",
                "form",
                "triage",
                "seen",
                shown,
                "decision",
                "decline",
                "reason",
                "no-need",
                "note",
                "elle est déjà rentrée");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody else decided something about this case")
                .contains("on l’aide")
                .contains("elle est déjà rentrée");
        assertThat(rows("entry where dossier = ? and kind in ('triage', 'declined')", address))
                .isEqualTo(1);

        String before = seen(agent.get(address));
        manager.get(address);
        manager.post(address + "/outcome", "form", "outcome", "seen", before, "outcome", "met", "note", "hébergée");
        String[] mine = {"form", "outcome", "outcome", "unmet", "note", "sans nouvelles"};
        HttpResponse<String> conflict = agent.post(address + "/outcome", with(mine, "seen", before));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("hébergée", "sans nouvelles");
        assertThat(agent.post(address + "/outcome", with(mine, "seen", seen(conflict)))
                        .statusCode())
                .as("who saw what the other wrote may still decide")
                .isEqualTo(303);
        assertThat(rows("entry where dossier = ? and kind = 'outcome'", address))
                .isEqualTo(2);
    }

    @Test
    void whatIsSentTwiceHappensOnce() {
        String address = receive("Sadio");
        manager.get(address);
        manager.post(address + "/triage", "decision", "accept", "urgency", "high");
        HttpResponse<String> page = manager.get(address);
        String key = first(page, "name=\"key\" value=\"");
        String file = first(page, "name=\"people\" value=\"");
        String[][] forms = {
            {"/services", "service where dossier = ?", "kind", "food", "people", file, "on", today(), "proof", "none"},
            {"/notes", "entry where kind = 'note' and dossier = ?", "text", "une fois"},
            {"/tasks", "task where dossier = ?", "kind", "visit", "due", today(), "text", "passer"},
            {"/alerts", "alert where dossier = ?", "file", file, "kind", "pregnancy", "text", "sept mois"},
            {
                "/referral",
                "referral where dossier = ?",
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
                "override",
                "sans connaissance à l’hôpital",
                "text",
                "une nuit"
            }
        };
        for (String[] form : forms) {
            String[] fields = with(Arrays.copyOfRange(form, 2, form.length), "key", key);
            String first = location(manager.post(address + form[0], fields));
            assertThat(first).as(form[0]).isNotEmpty();
            assertThat(location(manager.post(address + form[0], fields)))
                    .as(form[0])
                    .isEqualTo(first);
            assertThat(rows(form[1], address)).as(form[0]).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentManyTimesAtTheSameMomentHappensOnce() throws InterruptedException, ExecutionException {
        String address = receive("Kani");
        manager.get(address);
        manager.post(address + "/triage", "decision", "accept", "urgency", "high");
        HttpResponse<String> page = manager.get(address);
        String[] service = {
            "key",
            first(page, "name=\"key\" value=\""),
            "kind",
            "food",
            "people",
            first(page, "name=\"people\" value=\""),
            "on",
            today(),
            "proof",
            "none"
        };
        assertThat(together(() -> location(manager.post(address + "/services", service))))
                .containsOnly(address);
        assertThat(rows("service where dossier = ?", address)).isEqualTo(1);

        agent.get("/en/work/people/new");
        String[] person = {"key", "at-once", "given", "Niouma", "surname", "Enmêmetemps", "sex", "female"};
        assertThat(together(() -> location(agent.post("/en/work/people/new", person))).stream()
                        .distinct())
                .hasSize(1);
        assertThat(site.owner()
                        .sql("select count(*) from people.name where surname = 'Enmêmetemps'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static List<String> together(java.util.concurrent.Callable<String> request)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(java.util.Collections.nCopies(6, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
