package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of people, their deadlines, and what is left when somebody is erased or has not been seen for long. */
class ErasureStoreTest {

    private static PeopleStage stage;
    private static Actor agent;
    private static Actor officer;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        agent = stage.agent(CONSULATE);
        officer = stage.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static void run(Actor actor, Runnable work) {
        stage.as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static RightsRequests requests() {
        return stage.get(RightsRequests.class);
    }

    /** Tables, in any schema, of which a row has a text. */
    private static List<String> tablesWith(String text) {
        JdbcClient owner = stage.site().owner();
        List<String> found = new ArrayList<>();
        for (String table : owner.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'
                """).query(String.class).list()) {
            long rows = owner.sql("select count(*) from " + table + " t where position(lower(?) in lower(t::text)) > 0")
                    .param(text)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void anErasedPersonLeavesTheNumberAloneInEveryTable() {
        long file = stage.register(agent, person("Zeynabou", "Haïdarazeid", "70 45 45 45"), CONSULATE);
        long friend = stage.register(agent, person("Ami", "Sow", ""), CONSULATE);
        Person known = stage.as(agent, () -> stage.get(People.class).find(file)).orElseThrow();
        String number = known.head().number();
        run(agent, () -> {
            stage.get(Papers.class).add(file, "passport", Optional.of("ML"), "ZZ991122", Optional.empty());
            stage.get(PersonNotes.class).add(file, "general", "Parle avec Zeynabou");
            stage.get(Relations.class).add(friend, "travels-with", number);
            stage.get(FileAccess.class).give(file, ANTENNA, Level.RESTRICTED, "case", 3, Optional.empty());
            stage.get(Consents.class)
                    .give(
                            file,
                            CONSULATE,
                            "service",
                            Optional.empty(),
                            "consent",
                            "proxy",
                            LocalDate.of(2026, 1, 1),
                            "bm",
                            "Zeynabou mère");
        });
        long request = stage.as(agent, () -> requests().receive(file, "erasure", "Je veux être oubliée"));
        assertThat(tablesWith("haïdarazeid")).containsExactly("people.name");
        assertThat(tablesWith("haidarazeid")).containsExactly("people.token");
        assertThatThrownBy(() -> run(agent, () -> requests().decide(request, true, "")))
                .isInstanceOf(Problem.class);

        assertThat(stage.as(officer, () -> requests().decide(request, true, "C’est fait")))
                .isFalse();

        for (String trace : List.of("zeynabou", "haïdarazeid", "haidarazeid", "45 45", "oubliée")) {
            assertThat(tablesWith(trace)).as(trace).isEmpty();
        }
        assertThat(tablesWith(number)).containsExactly("people.erased");
        assertThat(stage.as(agent, () -> stage.get(Likely.class).of(person("Zeynabou", "Haïdarazeid", "70 45 45 45"))))
                .extracting(Likely.Match::file)
                .doesNotContain(file);
        JdbcClient owner = stage.site().owner();
        for (String table : List.of("access", "name", "place", "sealed_value", "consent", "rights_request")) {
            assertThat(owner.sql("select count(*) from people." + table + " where file = ?")
                            .param(file)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(stage.as(
                        agent,
                        () -> stage.get(Relations.class)
                                .of(stage.get(People.class).find(friend).orElseThrow())))
                .isEmpty();
        assertThat(owner.sql("select people.number_taken(?)")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDeadlineIsUnsetUntilTheOfficerSetsItAndThenHoldsForWhatWaits() {
        long file = stage.register(agent, person("Ténin", "Samaké", ""), CONSULATE);
        long request = stage.as(agent, () -> requests().receive(file, "access", ""));
        assertThat(stage.as(officer, () -> requests().find(request))
                        .orElseThrow()
                        .dueOn())
                .isEmpty();
        PeopleSettings settings = stage.get(PeopleSettings.class);
        assertThatThrownBy(() -> run(agent, () -> settings.put(Map.of("deadline.access", "10"))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run(officer, () -> settings.put(Map.of("deadline.access", "soon"))))
                .isInstanceOf(Problem.class);
        run(officer, () -> {
            settings.put(Map.of("deadline.access", "10"));
            requests().reckon();
        });
        RightsRequests.RightsRequest waiting =
                stage.as(officer, () -> requests().find(request)).orElseThrow();
        assertThat(waiting.dueOn()).contains(waiting.receivedOn().plusDays(10));
        assertThatThrownBy(() -> run(officer, () -> requests().decide(request, false, " ")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aLockedFileIsReadAndNotChanged() {
        long file = stage.register(agent, person("Kadia", "Traoré", ""), CONSULATE);
        long request = stage.as(agent, () -> requests().receive(file, "locking", ""));
        assertThat(stage.as(officer, () -> requests().decide(request, true, "")))
                .isTrue();
        Person locked =
                stage.as(agent, () -> stage.get(People.class).find(file)).orElseThrow();
        assertThat(locked.locked()).isTrue();
        assertThatThrownBy(() -> run(
                        agent,
                        () -> stage.get(People.class)
                                .change(file, locked.head().version(), person("Autre", "Nom", ""))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run(agent, () -> stage.get(PersonNotes.class).add(file, "general", "note")))
                .isInstanceOf(Problem.class);
        assertThat(stage.as(agent, () -> requests().receive(file, "erasure", "")))
                .isPositive();
    }

    @Test
    void retentionShowsWhatItWillDoAndThenDoesThat() {
        long old = stage.register(agent, person("Yaye", "Vieuxnom", "70 11 00 11"), CONSULATE);
        stage.site()
                .owner()
                .sql("update people.file set seen_on = '2015-01-01', changed_at = '2015-01-01' where id = ?")
                .param(old)
                .update();
        Retention retention = stage.get(Retention.class);
        assertThat(stage.as(officer, retention::plan)).isEmpty();
        run(
                officer,
                () -> stage.get(PeopleSettings.class)
                        .put(Map.of("retention.person.lock", "24", "retention.person.anonymise", "60")));
        List<Retention.Step> plan = stage.as(officer, retention::plan);
        assertThat(plan)
                .extracting(Retention.Step::rule)
                .containsExactly("retention.person.anonymise", "retention.person.lock");
        assertThat(plan.getFirst().ids()).containsExactly(old);
        assertThat(plan.getLast().ids()).isEmpty();

        assertThatThrownBy(() -> run(officer, () -> retention.run("another"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run(agent, () -> retention.run(Retention.mark(plan))))
                .isInstanceOf(Problem.class);
        run(officer, () -> retention.run(Retention.mark(plan)));

        assertThat(tablesWith("vieuxnom")).isEmpty();
        Person left = stage.as(officer, () -> stage.get(People.class).find(old)).orElseThrow();
        assertThat(left.head().state()).isEqualTo("anonymised");
        assertThat(left.birth().precision()).isEqualTo(Birth.Precision.YEAR);
        assertThat(left.phones()).isEmpty();
        run(
                officer,
                () -> stage.get(PeopleSettings.class)
                        .put(Map.of("retention.person.lock", "", "retention.person.anonymise", "")));
    }
}
