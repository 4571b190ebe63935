package ml.taama.cases;

import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.cases.FigureReleases.Release;
import ml.taama.cases.statistics.CaseStatistics;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Figures for the public: protected, the same for the same people, changed by no single arrival, shown and withdrawn. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FigureReleasesStoreTest {

    private static final int PEOPLE = 26;

    private static CaseStage stage;
    private static Actor statistician;
    private static Actor coordinator;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        statistician = stage.people.actor(Role.STATISTICIAN, CONSULATE);
        coordinator = stage.people.actor(Role.COORDINATOR, CONSULATE);
        for (int i = 0; i < PEOPLE; i++) {
            assist("Aminata" + (char) ('a' + i), i);
        }
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    /** Everybody gets something to eat or a roof, some get both. */
    private static long assist(String given, int number) {
        long file = stage.register(given, "Diarra");
        long dossier = stage.open(file);
        stage.run(stage.manager, () -> {
            if (number % 3 < 2) {
                stage.get(Services.class).give(dossier, given("food", CONSULATE, file));
            }
            if (number % 3 > 0) {
                stage.get(Services.class).give(dossier, given("shelter", CONSULATE, file));
            }
        });
        return file;
    }

    private static FigureReleases releases() {
        return stage.get(FigureReleases.class);
    }

    private static long prepare() {
        return stage.as(statistician, () -> releases().prepare());
    }

    private static List<PublicFigure> figures(long release) {
        return stage.as(statistician, () -> releases().figures(release));
    }

    private static Optional<BigDecimal> people(List<PublicFigure> figures) {
        return FigureReleases.whole(figures, "people");
    }

    @Test
    @Order(1)
    void figuresAreProtectedAndTheSameForTheSamePeople() {
        List<PublicFigure> first = figures(prepare());
        List<PublicFigure> again = figures(prepare());
        assertThat(again).isEqualTo(first);
        assertThat(first.stream().flatMap(f -> f.value().stream()))
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v.intValue()).isGreaterThanOrEqualTo(PublicProtection.THRESHOLD));
        assertThat(people(first).orElseThrow().intValue())
                .isBetween(PEOPLE - PublicProtection.NOISE, PEOPLE + PublicProtection.NOISE);
        assertThat(first.stream().filter(f -> f.categories().contains("male")))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.value()).isEmpty());
        assertThat(first)
                .extracting(PublicFigure::table)
                .contains("need", "age")
                .doesNotContain("country");
        assertThat(stage.count(statistician, "cases.release where state = 'draft'"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void aDraftAndWhatLiesBeneathAreSeenByNobodyElse() {
        for (Actor other : List.of(Actor.PUBLIC, coordinator, stage.manager)) {
            assertThat(stage.count(other, "cases.release")).isZero();
            assertThat(stage.count(other, "cases.release_figure")).isZero();
            assertThat(stage.count(other, "cases.release_rows")).isZero();
            assertThat(stage.count(other, "cases.release_secret")).isZero();
        }
        assertThatThrownBy(() -> stage.as(coordinator, () -> releases().prepare()))
                .isInstanceOf(Problem.class);
        byte[] kept = stage.owner()
                .sql("select content from cases.release_rows where name = 'assistance'")
                .query((row, n) -> row.getBytes(1))
                .list()
                .getFirst();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("female", "shelter");
    }

    @Test
    @Order(3)
    void whatIsReleasedStandsOnThePublicPageBesideTheReport() {
        long id = draft();
        stage.run(statistician, () -> releases().release(id));
        List<PublicFigure> figures = figures(id);
        String shown = people(figures).orElseThrow().toPlainString();

        RunningSite site = stage.people.site();
        Visit visitor = site.visit();
        String page = visitor.get("/fr/assistance").body();
        assertThat(page).contains("id=\"people\">" + shown, "10\u202f000", "Les deux chiffres diffèrent");
        assertThat(page).doesNotContain("Diarra", "Aminataa");
        assertThat(visitor.get("/en/figures/C15").body()).contains("Counted from cases too", shown);
        String csv =
                visitor.get("/fr/assistance/releases/" + id + "/figures.csv").body();
        assertThat(csv).contains("need,need,food,,,people,", "perturbed").doesNotContain("Diarra");
        assertThat(visitor.get("/en/work/case-figures/releases").statusCode()).isEqualTo(302);
        assertThat(stage.count(Actor.PUBLIC, "cases.release_rows")).isZero();

        assist("Nouvelle", 1);
        assertThat(visitor.get("/fr/assistance").body()).contains("id=\"people\">" + shown);
    }

    private static long draft() {
        return stage.owner()
                .sql("select id from cases.release where state = 'draft'")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(4)
    void oneArrivalChangesNothingUntilEnoughHaveCome() {
        List<PublicFigure> before = figures(
                stage.as(Actor.PUBLIC, () -> releases().current()).orElseThrow().id());
        assertThat(figures(prepare())).isEqualTo(before);
        for (int i = 0; i < PublicProtection.THRESHOLD; i++) {
            assist("Seconde" + (char) ('a' + i), i);
        }
        List<PublicFigure> after = figures(prepare());
        assertThat(people(after).orElseThrow().intValue())
                .isGreaterThan(people(before).orElseThrow().intValue());
    }

    @Test
    @Order(5)
    void aWithdrawalTakesTheFiguresAwayAndSaysWhy() {
        long id =
                stage.as(Actor.PUBLIC, () -> releases().current()).orElseThrow().id();
        assertThatThrownBy(() -> stage.run(statistician, () -> releases().withdraw(id, " ")))
                .isInstanceOf(Problem.class);
        stage.run(statistician, () -> releases().withdraw(id, "double saisie"));
        Visit visitor = stage.people.site().visit();
        assertThat(visitor.get("/fr/assistance").body())
                .contains("Aucun chiffre n’a encore été diffusé", "double saisie");
        assertThat(visitor.get("/fr/assistance/releases/" + id).body()).contains("double saisie");
        assertThat(visitor.get("/fr/assistance/releases/" + id + "/figures.csv").statusCode())
                .isEqualTo(404);
        assertThat(stage.count(Actor.PUBLIC, "cases.release_figure")).isZero();

        long next = prepare();
        assertThatThrownBy(() -> stage.run(statistician, () -> releases().withdraw(next, "non")))
                .isInstanceOf(Problem.class);
        stage.run(statistician, () -> releases().discard(next));
        assertThat(stage.as(statistician, () -> releases().all()).stream().map(Release::state))
                .containsExactly("withdrawn");
    }

    @Test
    @Order(6)
    void staffSeeAChangeWithinSeconds() {
        Visit staff = stage.people.site().visit("statistician");
        long before = stage
                .as(
                        statistician,
                        () -> stage.get(CaseStatistics.class).counts(ml.taama.cases.statistics.Asked.EVERYTHING))
                .stream()
                .filter(c -> c.dimension().equals("total"))
                .mapToLong(c -> c.people())
                .sum();
        staff.get("/fr/work/case-figures");
        assist("Vivante", 0);
        long changed = System.nanoTime();
        String wanted = "id=\"people\">" + (before + 1);
        boolean seen = false;
        while (!seen && System.nanoTime() - changed < 30_000_000_000L) {
            seen = staff.get("/fr/work/case-figures").body().contains(wanted);
        }
        assertThat(seen).isTrue();
        assertThat(staff.get("/fr/work/case-figures").body()).contains("hx-trigger=\"every 1s\"");
    }

    @Test
    @Order(7)
    void theStatisticianPreparesLooksAndReleasesOnPages() {
        Visit staff = stage.people.site().visit("statistician");
        assertThat(staff.get("/fr/work/case-figures/releases").statusCode()).isEqualTo(200);
        String draft = RunningSite.location(staff.post("/fr/work/case-figures/releases"));
        assertThat(staff.get(draft).body()).contains("brouillon", "[c]", "Diffuser à tout le monde");
        assertThat(RunningSite.location(staff.post(draft + "/publication"))).isEqualTo(draft);
        assertThat(staff.get(draft).body()).contains("Tout le monde peut lire ces chiffres");
        assertThat(staff.post(draft + "/withdrawal", "reason", "").statusCode()).isEqualTo(400);
        assertThat(stage.people
                        .site()
                        .visit("coordinator")
                        .get("/fr/work/case-figures/releases")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stage.count(
                        stage.people.actor(Role.DATA_PROTECTION_OFFICER, CONSULATE),
                        "platform.audit_entry where action = 'figures.release'"))
                .isEqualTo(2);
    }
}
