package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ml.taama.matching.MatchingStage;
import ml.taama.matching.Models;
import ml.taama.people.Likely.Match;
import ml.taama.platform.security.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is perhaps in the register already, told before somebody is registered. */
class LikelyStoreTest {

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

    private static List<Match> likely(Actor actor, PersonData data) {
        MatchingStage.follow(stage.site());
        return stage.as(actor, () -> stage.get(Likely.class).of(data));
    }

    @Test
    void theModelAndTheNamesAreThoseOfTheCountryPack() {
        Models.Named active = stage.get(Models.class).active().orElseThrow();
        assertThat(active.code()).isEqualTo("mali");
        assertThat(active.model().trained()).isTrue();
        assertThat(stage.get(Models.class).names().source()).isEqualTo("mali");
    }

    @Test
    void theSameWomanInAnotherSpellingIsShownWithReasonsToWhoMaySeeHer() {
        long file = stage.register(consul, person("Fatoumata", "Coulibaly", "+223 76 12 34 56"), CONSULATE);
        Match match = likely(consul, person("Fanta", "Kulibali", "76 12 34 56")).getFirst();
        assertThat(match.file()).isEqualTo(file);
        assertThat(match.person().orElseThrow().name()).isEqualTo("Fatoumata Coulibaly");
        assertThat(match.probability()).isGreaterThan(0.9);
        assertThat(match.pro()).extracting(r -> r.comparison()).contains("phone", "surname", "born");
        double prior =
                Math.log(stage.get(Models.class).active().orElseThrow().model().prior()) / Math.log(2);
        assertThat(match.reasons().stream().mapToDouble(r -> r.weight()).sum() + prior)
                .isCloseTo(match.weight(), org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void withoutARightToTheFileOnlyThatItExistsAndWhomToAsk() {
        long file = stage.register(consul, person("Sira", "Doumbia", "70 11 22 33"), CONSULATE);
        Match match = likely(agent, person("Sira", "Doumbia", "70 11 22 33")).getFirst();
        assertThat(match.person()).isEmpty();
        assertThat(match.file()).isEqualTo(file);
        assertThat(match.ask()).containsExactly(CONSULATE);
        assertThat(match.reasons()).isEmpty();
        assertThat(match.weight()).isZero();
    }

    @Test
    void nobodyIsShownWhereNobodyIsAlike() {
        stage.register(consul, person("Kadidia", "Sangaré", "70 44 55 66"), CONSULATE);
        PersonData other = new PersonData(
                List.of(new PersonName("said", "Ousmane", "Touré", "")),
                "male",
                Birth.read("1950", false, java.time.LocalDate.of(2026, 1, 1)).orElseThrow(),
                List.of("ML"),
                java.util.Optional.empty(),
                "Rokia",
                "",
                java.util.Optional.empty(),
                List.of(),
                List.of());
        assertThat(likely(consul, other)).isEmpty();
    }

    private static PersonData child(String given, String surname) {
        return new PersonData(
                List.of(new PersonName("said", given, surname, "")),
                "female",
                Birth.read("2014", false, java.time.LocalDate.of(2026, 1, 1)).orElseThrow(),
                List.of("ML"),
                java.util.Optional.empty(),
                "Assitan",
                "Sékou",
                java.util.Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void namesTheYearAndTheParentsAreEnoughWithoutDateTelephoneOrVillage() {
        long file = stage.register(consul, child("Djénéba", "Traoré"), CONSULATE);
        assertThat(likely(consul, child("Djeneba", "Traore")))
                .extracting(Match::file)
                .contains(file);
    }

    @Test
    void aChangeIsFollowed() {
        long file = stage.register(consul, person("Oumou", "Sissoko", "70 77 88 99"), CONSULATE);
        assertThat(likely(consul, person("Oumou", "Sissoko", "70 77 88 99"))).isNotEmpty();
        stage.as(consul, () -> {
            stage.get(People.class).change(file, 1, person("Niakalé", "Dembélé", "65 00 00 00"));
            return null;
        });
        assertThat(likely(consul, person("Niakalé", "Dembélé", "65 00 00 00")))
                .extracting(Match::file)
                .contains(file);
    }
}
