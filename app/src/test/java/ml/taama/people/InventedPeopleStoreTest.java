package ml.taama.people;

import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.matching.MatchingStage;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An invented population is coherent, marked, compared, and never added to real people. */
class InventedPeopleStoreTest {

    private static final int FILES = 1_200;

    private static PeopleStage stage;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        stage.get(InventedPeople.class).make(FILES, 7, done -> {});
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static long count(String sql) {
        return stage.site()
                .owner()
                .sql("select count(*) from " + sql)
                .query(Long.class)
                .single();
    }

    @Test
    void everybodyIsMarkedAndHasAgreedAndLivesInThreeYears() {
        assertThat(count("people.file")).isEqualTo(FILES);
        assertThat(count("people.file where not invented or origin <> 'demonstration'"))
                .isZero();
        assertThat(count("people.consent where purpose = 'service'")).isEqualTo(FILES);
        assertThat(count("(select distinct date_trunc('month', created_at) from people.file) months"))
                .isGreaterThan(24);
        assertThat(count("(select distinct organisation from people.file) services"))
                .isGreaterThan(2);
        assertThat(count("people.relation where kind = 'mother'")).isPositive();
        assertThat(count("people.relation where kind = 'spouse'")).isPositive();
    }

    /** The queue, a pair, a run with its log and the models, as a statistician sees them; the run finds what saving found. */
    @Test
    void theStatisticianFindsDuplicatesAmongThemAndComparesTheWholeRegister() {
        MatchingStage.follow(stage.site());
        long saved = count("matching.review where state = 'open'");
        assertThat(saved).isGreaterThan(20);

        RunningSite site = stage.site();
        Visit visit = site.visit("statistician");
        String queue = visit.get("/fr/work/duplicates").body();
        assertThat(queue).contains("Doublons").contains("Personne inventée");
        long id = site.owner()
                .sql("select id from matching.review where state = 'open' order by priority desc, id limit 1")
                .query(Long.class)
                .single();
        String pair = visit.get("/fr/work/duplicates/" + id).body();
        assertThat(pair)
                .contains("Gardé secret")
                .contains("deux dossiers pris au hasard")
                .contains("weight-bar");
        assertThat(visit.post("/fr/work/duplicates/" + id + "/decision", "verdict", "same", "reason", "Tout concorde")
                        .statusCode())
                .isEqualTo(303);
        assertThat(count("people.merge where undone_at is null")).isEqualTo(1);
        assertThat(visit.get("/fr/work/merges").body()).contains("Une seule personne");
        long merge = site.owner()
                .sql("select id from people.merge")
                .query(Long.class)
                .single();
        assertThat(visit.get("/fr/work/merges/" + merge).body()).contains("Défaire la fusion");

        visit.get("/fr/work/duplicates/runs");
        String run = RunningSite.location(visit.post("/fr/work/duplicates/runs"));
        MatchingStage.await(site);
        assertThat(visit.get(run).body())
                .contains("Terminé")
                .contains("dossiers lus")
                .contains("Règles de blocage");
        assertThat(count("matching.review where state = 'gone'"))
                .as("what saving found, the run finds")
                .isLessThan(saved / 10 + 5);
        assertThat(count("matching.review where state = 'same'")).isEqualTo(1);

        visit.get("/fr/work/duplicates/models");
        String training = RunningSite.location(visit.post("/fr/work/duplicates/models/training"));
        MatchingStage.await(site);
        assertThat(visit.get(training).body()).contains("own-1").contains("Toutes les paires");
        visit.get("/fr/work/duplicates/models");
        assertThat(visit.post("/fr/work/duplicates/models/promotion", "model", "own-1", "reason", "Essai")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visit.get("/fr/work/duplicates/models").body())
                .contains("en usage")
                .contains("Essai");
        assertThat(stage.get(ml.taama.matching.Models.class)
                        .active()
                        .orElseThrow()
                        .code())
                .isEqualTo("own-1");
    }

    @Test
    void nobodyIsInventedWhereARealPersonIsRegistered() {
        try (PeopleStage real = new PeopleStage()) {
            real.register(real.agent(CONSULATE), person("Sadio", "Sacko", ""), CONSULATE);
            assertThatThrownBy(() -> real.get(InventedPeople.class).make(10, 1, done -> {}))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("people.real-people"));
            assertThat(real.count(real.actor(Role.STATISTICIAN, CONSULATE), "people.file"))
                    .isEqualTo(1);
        }
    }
}
