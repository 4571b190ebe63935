package ml.taama.cases;

import static ml.taama.cases.CaseStage.ANTENNA;
import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.given;
import static ml.taama.cases.CaseStage.request;
import static ml.taama.cases.CaseStage.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.cases.Screening.Finding;
import ml.taama.cases.statistics.Asked;
import ml.taama.cases.statistics.CaseStatistics;
import ml.taama.cases.statistics.Count;
import ml.taama.people.DemoData;
import ml.taama.people.People;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import ml.taama.ui.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases over PostgreSQL: from request to closure, who sees what, what happens once, what is counted. */
class CasesStoreTest {

    private static final List<String> TABLES =
            List.of("entry", "participant", "service", "served", "screening", "alert", "task");

    private static CaseStage stage;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Case find(Actor actor, long id) {
        return stage.as(actor, () -> stage.get(Cases.class).find(id)).orElseThrow();
    }

    private static List<String> kinds(Actor actor, long id) {
        return stage.as(actor, () -> stage.get(Journal.class).of(id)).stream()
                .map(Journal.Entry::kind)
                .toList();
    }

    @Test
    void aRequestBecomesACaseIsAssistedClosedAndOpenedAgain() {
        long file = stage.register("Adama", "Sangaré");
        long id = stage.open(file);
        Cases cases = stage.get(Cases.class);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("cash", CONSULATE, file));
            cases.conclude(id, "met", "");
            cases.close(id, "completed", "");
        });
        assertThat(find(stage.agent, id).state()).isEqualTo(CaseState.CLOSED);
        assertThatThrownBy(() -> stage.as(
                        stage.manager, () -> stage.get(Services.class).give(id, given("food", CONSULATE, file))))
                .hasMessageStartingWith("cases.state");
        stage.run(stage.manager, () -> cases.reopen(id, "elle a rappelé"));
        assertThat(find(stage.agent, id).life()).isEqualTo(new CaseLife(CaseState.OPEN, 1, 0, false));
        assertThat(kinds(stage.manager, id))
                .containsExactly("request", "triage", "service", "outcome", "closed", "reopened");
        assertThat(stage.owner()
                        .sql(
                                "select count(*) from platform.audit_entry where subject = 'case' and subject_id = ? and action in ('case.receive', 'case.close', 'case.reopen', 'service.give')")
                        .param(String.valueOf(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aPrematureEndAsksWhyAndAServiceIsCorrectedNotOverwritten() {
        long file = stage.register("Rokia", "Diawara");
        long id = stage.open(file);
        Services services = stage.get(Services.class);
        stage.run(stage.manager, () -> {
            long wrong = services.give(id, given("food", CONSULATE, file));
            services.correct(id, wrong, given("shelter", CONSULATE, file), "c’était une nuit");
            assertThatThrownBy(() -> services.cancel(id, wrong, "encore")).hasMessageStartingWith("cases.service-over");
        });
        List<Aid> given = stage.as(stage.manager, () -> services.of(id));
        assertThat(given).extracting(Aid::kind).containsExactly("shelter", "food");
        assertThat(given).extracting(Aid::over).containsExactly(false, true);
        assertThatThrownBy(() -> stage.run(stage.manager, () -> {
                    stage.get(Cases.class).conclude(id, "partly", "");
                    stage.get(Cases.class).close(id, "security", "");
                }))
                .hasMessageStartingWith("cases.no-reason");
    }

    @Test
    void anotherServiceSeesNothingOfACaseNorDoesWhoHasNoRole() {
        long file = stage.register("Oumou", "Kanouté");
        long id = stage.open(file);
        fill(id, file);
        for (Actor stranger : List.of(
                stage.antenna,
                stage.people.actor(Role.FOCAL_POINT, CONSULATE),
                stage.people.actor(Role.STATISTICIAN, CONSULATE),
                stage.people.actor(Role.COORDINATOR, CONSULATE),
                stage.people.actor(Role.PARTNER, CONSULATE),
                stage.people.actor(Role.ADMINISTRATOR, CONSULATE))) {
            assertThat(stage.count(stranger, "cases.dossier where id = " + id))
                    .as(stranger.toString())
                    .isZero();
            for (String table : TABLES) {
                assertThat(stage.count(stranger, "cases." + table + " where dossier = " + id))
                        .as(table + " " + stranger)
                        .isZero();
            }
        }
        assertThat(stage.as(stage.antenna, () -> stage.get(Cases.class).find(id)))
                .isEmpty();
        assertThatThrownBy(() ->
                        stage.run(stage.antenna, () -> stage.get(Cases.class).note(id, "x", false)))
                .isInstanceOf(Problem.class);
    }

    private static void fill(long id, long file) {
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("food", CONSULATE, file));
            stage.get(Services.class).give(id, given("medical", CONSULATE, file));
            stage.get(Alerts.class).raise(id, file, "violence", "à protéger");
            stage.get(Screenings.class)
                    .keep(id, file, false, "LY", today(), List.of(new Finding("pregnant", "risk", "")));
            stage.get(Cases.class).note(id, "note ouverte", false);
            stage.get(Cases.class).note(id, "note protégée", true);
            stage.get(CaseTasks.class).add(id, "visit", today(), "passer");
        });
    }

    @Test
    void whatIsProtectedIsReadOnlyWithTheRightToIt() {
        long file = stage.register("Aïssata", "Ba");
        long id = stage.open(file);
        fill(id, file);
        Map<String, Long> agent = counts(stage.agent, id);
        assertThat(agent)
                .containsEntry("service", 1L)
                .containsEntry("served", 1L)
                .containsEntry("alert", 0L);
        assertThat(agent)
                .containsEntry("screening", 0L)
                .containsEntry("task", 1L)
                .containsEntry("participant", 1L);
        Map<String, Long> manager = counts(stage.manager, id);
        assertThat(manager)
                .containsEntry("service", 2L)
                .containsEntry("alert", 1L)
                .containsEntry("screening", 1L);
        assertThat(kinds(stage.agent, id)).containsExactly("request", "triage", "service", "note", "task");
        assertThat(kinds(stage.manager, id)).contains("alert", "screening").hasSize(9);
        stage.run(stage.agent, () -> stage.get(Alerts.class).raise(id, file, "trafficking", "dit au guichet"));
        assertThat(stage.as(stage.agent, () -> stage.get(Alerts.class).of(id))).isEmpty();
        assertThat(stage.as(stage.manager, () -> stage.get(Alerts.class).of(id)))
                .hasSize(2);
        assertThatThrownBy(() -> stage.as(
                        stage.agent,
                        () -> stage.get(Screenings.class)
                                .keep(id, file, true, "LY", today(), List.of(new Finding("detained", "risk", "")))))
                .hasMessageContaining("not-allowed");
    }

    private static Map<String, Long> counts(Actor actor, long id) {
        return TABLES.stream()
                .collect(Collectors.toMap(t -> t, t -> stage.count(actor, "cases." + t + " where dossier = " + id)));
    }

    @Test
    void aChildAloneIsFollowedStepByStepAndTheAlertIsResolvedOnce() {
        long file = stage.register("Bakary", "Sow");
        long id = stage.open(file);
        Alerts alerts = stage.get(Alerts.class);
        stage.run(stage.manager, () -> {
            long alert = alerts.raise(id, file, "child-alone", "");
            for (String step :
                    List.of("status-verified", "guardian", "best-interests-assessment", "tracing", "reunification")) {
                alerts.step(id, alert, step, today(), "fait");
            }
            assertThatThrownBy(() -> alerts.step(id, alert, "examination", today(), ""))
                    .isInstanceOf(Problem.class);
            alerts.resolve(id, alert, "remis à sa mère");
            assertThatThrownBy(() -> alerts.resolve(id, alert, "encore")).hasMessageStartingWith("cases.alert-over");
        });
        assertThat(kinds(stage.manager, id).stream().filter("alert-step"::equals))
                .hasSize(5);
    }

    @Test
    void aRepeatedRequestHappensOnce() {
        long file = stage.register("Moussa", "Dembélé");
        Once once = stage.get(Once.class);
        String key = Once.key();
        long first = stage.as(
                stage.agent,
                () -> once.of(key, "x", () -> stage.get(Cases.class).receive(request("x", false, file))));
        long again = stage.as(
                stage.agent,
                () -> once.of(key, "x", () -> stage.get(Cases.class).receive(request("x", false, file))));
        assertThat(again).isEqualTo(first);
        long other = stage.as(
                stage.agent,
                () -> once.of(key, "y", () -> stage.get(Cases.class).receive(request("y", false))));
        assertThat(other).as("other words under an old key are not lost").isNotEqualTo(first);
        assertThat(stage.count(stage.manager, "cases.participant where file = " + file))
                .isEqualTo(1);
    }

    @Test
    void casesAreFoundByNumberAndByTheNameOfWhoIsInThem() {
        long file = stage.register("Hawa", "Tounkara");
        long id = stage.open(file);
        CaseSearch search = stage.get(CaseSearch.class);
        String number = find(stage.agent, id).number();
        for (String question : List.of(CaseNumber.spaced(number), "tounkara hawa", "Hawa Tounkara")) {
            assertThat(stage.as(stage.agent, () -> search.find(question)))
                    .as(question)
                    .extracting(Case::id)
                    .containsExactly(id);
            assertThat(stage.as(stage.antenna, () -> search.find(question))).isEmpty();
        }
        Query open = Query.of("/work/cases", Map.of("state", "open", "sort", "-received"), CaseSearch.ASKED);
        assertThat(stage.as(stage.agent, () -> search.list(open)).rows())
                .extracting(Case::id)
                .contains(id);
        Query closed = Query.of("/work/cases", Map.of("state", "closed"), CaseSearch.ASKED);
        assertThat(stage.as(stage.agent, () -> search.list(closed)).rows())
                .extracting(Case::id)
                .doesNotContain(id);
    }

    @Test
    void wordsStandInTheDatabaseOnlyEncryptedAndGoWithThePerson() {
        long file = stage.register("Kadidia", "Samaké");
        long id = stage.as(stage.agent, () -> stage.get(Cases.class).receive(request("cachée chez Salif", true, file)));
        long clear = stage.owner()
                .sql("select count(*) from cases.entry where position('Salif'::bytea in content) > 0")
                .query(Long.class)
                .single();
        assertThat(clear).isZero();
        assertThat(stage.as(stage.agent, () -> stage.get(Journal.class).of(id))).isEmpty();
        assertThat(stage.as(stage.manager, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::text)
                .contains("cachée chez Salif");
        stage.owner()
                .sql("delete from people.access where head = ?")
                .param(file)
                .update();
        stage.owner().sql("delete from people.file where id = ?").param(file).update();
        assertThat(stage.owner()
                        .sql("select count(*) from cases.entry where dossier = ? and content is not null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void peopleAndServicesAreCountedApartWithoutAnybodyInThem() {
        Actor statistician = stage.people.actor(Role.STATISTICIAN, "cigem");
        CaseStatistics statistics = stage.get(CaseStatistics.class);
        Asked legal = new Asked(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.of("legal"),
                java.util.Optional.empty());
        long one = stage.register("Sira", "Keïta");
        long two = stage.register("Penda", "Touré");
        long id = stage.open(one, two);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("legal", CONSULATE, one, two));
            stage.get(Services.class).give(id, given("legal", CONSULATE, one));
            long wrong = stage.get(Services.class).give(id, given("legal", CONSULATE, two));
            stage.get(Services.class).cancel(id, wrong, "pas donné");
        });
        List<Count> counts = stage.as(statistician, () -> statistics.counts(legal));
        assertThat(counts)
                .contains(
                        new Count("total", "", 2, 2),
                        new Count("sex", "female", 2, 2),
                        new Count("need", "legal", 2, 2));
        assertThat(counts).contains(new Count("country", "LY", 2, 2), new Count("organisation", CONSULATE, 2, 2));
        assertThat(stage.as(statistician, statistics::assistance))
                .filteredOn(a -> a.need().equals("legal"))
                .hasSize(3)
                .allSatisfy(a -> assertThat(a.person()).matches("[0-9a-f]{64}"))
                .extracting(a -> a.ageGroup())
                .containsOnly("35-59");
        for (Actor other : Set.of(stage.agent, stage.antenna, stage.people.actor(Role.SUPERVISOR, ANTENNA))) {
            assertThat(stage.as(other, () -> statistics.counts(legal))).containsExactly(new Count("total", "", 0, 0));
        }
        assertThat(stage.as(stage.supervisor, () -> statistics.counts(legal))).contains(new Count("total", "", 2, 2));
    }

    @Test
    void aSupervisorGivesManyCasesToAColleagueAndNobodyElseDoes() {
        String home = stage.owner()
                .sql("select organisation from accounts.holding where role = 'supervisor'")
                .query(String.class)
                .single();
        Actor supervisor = stage.people.actor(Role.SUPERVISOR, home);
        Actor colleague = stage.people.actor(Role.CASE_MANAGER, home);
        List<Long> ids = stage.as(
                supervisor,
                () -> java.util.stream.Stream.of("a", "b")
                        .map(text -> stage.get(Cases.class)
                                .receive(new Request(
                                        home,
                                        List.of(),
                                        "NE",
                                        java.util.Optional.empty(),
                                        "visit",
                                        "normal",
                                        3,
                                        today(),
                                        text,
                                        false,
                                        "counter")))
                        .toList());
        assertThatThrownBy(() -> stage.run(
                        stage.people.agent(home),
                        () -> stage.get(Caseloads.class).give(ids, colleague.account())))
                .hasMessageContaining("not-allowed");
        stage.run(supervisor, () -> stage.get(Caseloads.class).give(ids, colleague.account()));
        assertThat(stage.as(
                        supervisor, () -> stage.get(Caseloads.class).of(java.util.Optional.of(colleague.account()))))
                .extracting(Case::id)
                .containsAll(ids);
    }

    @Test
    void inventedPeopleHaveCasesInEveryState() {
        stage.run(Actor.system("test"), () -> {
            List<DemoData.Invented> people = new java.util.ArrayList<>();
            for (int i = 0; i < 60; i++) {
                long file = stage.get(People.class)
                        .register(
                                ml.taama.people.PeopleStage.person("Inventée" + i, "Personne", ""),
                                i % 2 == 0 ? CONSULATE : ANTENNA,
                                "counter");
                people.add(new DemoData.Invented(
                        file, i % 2 == 0 ? CONSULATE : ANTENNA, today().minusDays(i * 10L), i, i % 3 == 0));
            }
            stage.get(InventedCases.class).add(people, 4);
        });
        assertThat(stage.owner()
                        .sql("select distinct state from cases.dossier where origin = 'demonstration'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("received", "open", "declined", "closed");
        assertThat(stage.owner()
                        .sql(
                                "select count(*) from cases.alert a join cases.dossier d on d.id = a.dossier where d.origin = 'demonstration'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
