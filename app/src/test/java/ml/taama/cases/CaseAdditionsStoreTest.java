package ml.taama.cases;

import static ml.taama.cases.CaseStage.ANTENNA;
import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.given;
import static ml.taama.cases.CaseStage.proposal;
import static ml.taama.cases.CaseStage.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ml.taama.cases.Screening.Finding;
import ml.taama.people.Addition;
import ml.taama.people.People;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cases got while two files were one person: it stays where it was written, and is given to the other by hand. */
class CaseAdditionsStoreTest {

    private static CaseStage stage;
    private static Actor statistician;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        statistician = stage.people.actor(Role.STATISTICIAN, ANTENNA);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static List<Long> people(long id) {
        return stage.as(stage.manager, () -> stage.get(Cases.class).find(id))
                .orElseThrow()
                .people();
    }

    private static Addition addition(long merge, String kind) {
        return stage.people.additions(stage.manager, merge).stream()
                .filter(a -> a.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static boolean sees(Actor actor, long file) {
        return stage.as(actor, () -> stage.get(People.class).find(file)).isPresent();
    }

    private static long served(long file, long dossier) {
        return stage.count(stage.manager, "cases.served where file = " + file + " and dossier = " + dossier);
    }

    private static long screen(long id, long file) {
        Screenings screenings = stage.get(Screenings.class);
        Factor factor = screenings.form(false).getFirst();
        return screenings.keep(
                id,
                file,
                false,
                "LY",
                today(),
                List.of(new Finding(factor.code(), factor.answers().iterator().next(), "")));
    }

    @Test
    void aCaseGoesToTheOtherWithAllThatHangsOnItAndWhoSeesItFollows() {
        long one = stage.register("Assa", "Ajoutée");
        long other = stage.register("Awa", "Ajoutée");
        long before = stage.open(one);
        long merge = stage.people.merge(statistician, one, other);
        long id = stage.open(one);
        stage.consent(one, ANTENNA);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("food", CONSULATE, one));
            screen(id, one);
            stage.get(Alerts.class).raise(id, one, "pregnancy", "");
            stage.get(Referrals.class).propose(id, proposal(ANTENNA, List.of("request"), "", one));
        });
        stage.people.unmerge(statistician, merge, "deux femmes");

        assertThat(people(id)).as("nothing moves by itself").containsExactly(one);
        assertThat(stage.people.additions(stage.manager, merge))
                .filteredOn(a -> List.of("case", "service", "screening", "alert", "referral")
                        .contains(a.kind()))
                .extracting(Addition::kind)
                .containsExactlyInAnyOrder("case", "service", "screening", "alert", "referral");
        assertThat(sees(stage.antenna, one)).isTrue();
        assertThat(sees(stage.antenna, other)).isFalse();
        Addition added = addition(merge, "case");
        assertThat(added.id()).isEqualTo(id);
        assertThatThrownBy(() -> stage.people.assign(stage.antenna, merge, added))
                .isInstanceOf(Problem.class);

        assertThatThrownBy(() -> stage.people.assign(stage.manager, merge, added))
                .as("the referral rests on a consent of the one, not of the other")
                .hasMessageStartingWith("cases.no-consent");
        stage.people.assign(stage.manager, merge, addition(merge, "consent"));
        stage.people.assign(stage.manager, merge, added);

        assertThat(people(id)).containsExactly(other);
        assertThat(people(before)).containsExactly(one);
        assertThat(served(other, id)).isEqualTo(1);
        assertThat(served(one, id)).isZero();
        for (String table : List.of("screening", "alert")) {
            assertThat(stage.count(stage.manager, "cases." + table + " where file = " + other))
                    .as(table)
                    .isEqualTo(1);
        }
        assertThat(sees(stage.antenna, other))
                .as("the recipient sees whom it was told of")
                .isTrue();
        assertThat(sees(stage.antenna, one)).isFalse();
        assertThat(stage.people.additions(stage.manager, merge))
                .extracting(Addition::file)
                .filteredOn(f -> f == one)
                .as("nothing is left to be given")
                .isEmpty();
        assertThat(stage.as(stage.manager, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::kind)
                .contains("person-in", "person-out");
    }

    @Test
    void oneServiceGoesToTheOtherWhoIsThenInTheCaseToo() {
        long one = stage.register("Sira", "Servie");
        long other = stage.register("Sitan", "Servie");
        long id = stage.open(one);
        long merge = stage.people.merge(statistician, one, other);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("food", CONSULATE, one));
            stage.get(Services.class).give(id, given("shelter", CONSULATE, one));
        });
        stage.people.unmerge(statistician, merge, "deux femmes");

        stage.people.assign(stage.manager, merge, addition(merge, "service"));

        assertThat(people(id)).containsExactlyInAnyOrder(one, other);
        assertThat(served(one, id)).isEqualTo(1);
        assertThat(served(other, id)).isEqualTo(1);
        assertThat(stage.as(stage.manager, () -> stage.get(Services.class).of(id)))
                .as("nothing is counted twice")
                .hasSize(2);
    }

    @Test
    void mergingAndUndoingTouchesNoCase() {
        long one = stage.register("Penda", "Inchangée");
        long other = stage.register("Penda", "Inchangée");
        long first = stage.open(one);
        long second = stage.open(other);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(first, given("food", CONSULATE, one));
            screen(second, other);
        });
        List<String> before = rows(first, second);
        long merge = stage.people.merge(statistician, one, other);
        assertThat(rows(first, second)).isEqualTo(before);
        stage.people.unmerge(statistician, merge, "deux femmes");
        assertThat(rows(first, second)).isEqualTo(before);
    }

    private static List<String> rows(long first, long second) {
        return List.of("participant", "entry", "served", "screening").stream()
                .flatMap(t -> stage
                        .owner()
                        .sql("select t::text from cases." + t + " t where dossier in (?, ?) order by t::text")
                        .params(first, second)
                        .query((row, n) -> java.util.Objects.requireNonNull(row.getString(1)))
                        .list()
                        .stream())
                .toList();
    }
}
