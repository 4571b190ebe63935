package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is registered, who sees whom, and how people are found again. */
class PeopleStoreTest {

    private static PeopleStage stage;
    private static Actor consul;
    private static Actor agent;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        consul = stage.agent(CONSULATE);
        agent = stage.agent(ANTENNA);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static List<String> found(Actor actor, String question) {
        return stage.as(actor, () -> stage.get(People.class).search(question, 10)).stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void whoIsWrittenExactlySoComesFirst() {
        stage.register(consul, person("Mamadou", "Bathily-Sylla", ""), CONSULATE);
        stage.register(consul, person("Mahamadou", "Bathily", ""), CONSULATE);
        stage.register(consul, person("Mamadou", "Bathily", ""), CONSULATE);
        assertThat(found(consul, "bathily mamadou")).first().isEqualTo("Mamadou Bathily");
        assertThat(found(consul, "bathily mamadou")).hasSize(3);
    }

    @Test
    void aPersonIsFoundByNameInAnySpellingAndOrderByPhoneAndByNumber() {
        long file = stage.register(consul, person("Fatoumata", "Coulibaly", "+223 76 12 34 56"), CONSULATE);
        String number = stage.as(consul, () -> stage.get(People.class).find(file))
                .orElseThrow()
                .head()
                .number();
        for (String question : List.of(
                "fatou coul",
                "Coulibaly Fatoumata",
                "kulibali",
                "Fanta Coulibaly",
                "76123456",
                PublicNumber.spaced(number))) {
            assertThat(found(consul, question)).as(question).contains("Fatoumata Coulibaly");
        }
        assertThat(found(consul, "Fatoumata Diarra")).isEmpty();
    }

    @Test
    void anotherServiceSeesNothingUntilItIsGivenAccess() {
        long file = stage.register(consul, person("Sadio", "Sacko", "70 00 00 01"), CONSULATE);
        assertThat(found(agent, "sacko")).isEmpty();
        assertThat(stage.as(agent, () -> stage.get(People.class).find(file))).isEmpty();
        assertThat(stage.count(agent, "people.file where id = " + file)).isZero();
        assertThat(stage.count(agent, "people.name where file = " + file)).isZero();
        assertThat(stage.count(agent, "people.sealed_value where file = " + file))
                .isZero();

        stage.as(consul, () -> {
            stage.get(FileAccess.class).give(file, ANTENNA, Level.OPEN, "referral", 1, Optional.empty());
            return null;
        });
        assertThat(found(agent, "sacko")).containsExactly("Sadio Sacko");
        assertThat(stage.count(agent, "people.sealed_value where file = " + file))
                .isZero();

        stage.as(consul, () -> {
            stage.get(FileAccess.class).end(ANTENNA, "referral", 1);
            return null;
        });
        assertThat(found(agent, "sacko")).isEmpty();
        assertThat(stage.count(agent, "people.file where id = " + file)).isZero();
    }

    @Test
    void nobodyGivesThemselvesAccessInSql() {
        long file = stage.register(consul, person("Kany", "Sidibé", ""), CONSULATE);
        assertThatThrownBy(() -> stage.as(agent, () -> {
                    stage.get(FileAccess.class).give(file, ANTENNA, Level.OPEN, "case", 1, Optional.empty());
                    return stage.count(agent, "people.file where id = " + file);
                }))
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(Problem.class),
                        e -> assertThat(e).hasMessageContaining("row-level"));
    }

    @Test
    void whoBreaksTheGlassSeesTheFileAndIsRecorded() {
        long file = stage.register(consul, person("Djeneba", "Konté", "70 00 00 02"), CONSULATE);
        String number = stage.as(consul, () -> stage.get(People.class).find(file))
                .orElseThrow()
                .head()
                .number();
        FileAccess access = stage.get(FileAccess.class);
        assertThatThrownBy(() -> stage.as(agent, () -> access.breakGlass(number, "")))
                .isInstanceOf(Problem.class);
        assertThat(stage.as(agent, () -> access.breakGlass(number, "Sans connaissance à la gare routière")))
                .isEqualTo(file);
        assertThat(stage.as(agent, () -> stage.get(People.class).open(file))
                        .orElseThrow()
                        .phones())
                .containsExactly("70 00 00 02");
        assertThat(stage.count(
                        stage.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA),
                        "platform.audit_entry where action = 'access.break-glass' and subject_id = '" + file + "'"))
                .isEqualTo(1);
    }

    @Test
    void telephonesStandEncryptedInTheDatabase() {
        long file = stage.register(consul, person("Assa", "Soumaré", "70 99 88 77"), CONSULATE);
        byte[] kept = stage.site()
                .owner()
                .sql("select content from people.sealed_value where file = ?")
                .param(file)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("70")
                .doesNotContain("99 88");
    }
}
