package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import ml.taama.people.FileAccess.Level;
import ml.taama.people.PersonNotes.PersonNote;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hangs on a file, and who sees it: by role, organisation and level, at the front door and in SQL. */
class KeptStoreTest {

    private static PeopleStage stage;
    private static Actor agent;
    private static Actor manager;
    private static Actor other;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        agent = stage.agent(CONSULATE);
        manager = stage.actor(Role.CASE_MANAGER, CONSULATE);
        other = stage.actor(Role.CASE_MANAGER, ANTENNA);
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

    private static void give(long file, Level level) {
        run(agent, () -> stage.get(FileAccess.class).give(file, ANTENNA, level, "referral", 7, Optional.empty()));
    }

    private static String number(long file) {
        return stage.as(agent, () -> stage.get(People.class).find(file))
                .orElseThrow()
                .head()
                .number();
    }

    @Test
    void protectedNotesAreForThoseAloneWhoMay() {
        long file = stage.register(agent, person("Nana", "Touré", ""), CONSULATE);
        PersonNotes notes = stage.get(PersonNotes.class);
        run(agent, () -> notes.add(file, "journey", "Venue par Gao"));
        run(manager, () -> notes.add(file, "violence", "Récit confié"));
        assertThatThrownBy(() -> run(agent, () -> notes.add(file, "health", "Fièvre")))
                .isInstanceOf(Problem.class);

        assertThat(stage.as(agent, () -> notes.of(file)))
                .extracting(PersonNote::kind)
                .containsExactly("journey");
        assertThat(stage.as(manager, () -> notes.of(file)))
                .extracting(PersonNote::kind)
                .containsExactly("violence", "journey");
        String rows = "people.sealed_value where file = " + file;
        assertThat(stage.count(agent, rows)).isEqualTo(1);
        assertThat(stage.count(manager, rows)).isEqualTo(2);
        assertThat(stage.count(other, rows)).isZero();

        give(file, Level.OPEN);
        assertThat(stage.count(other, rows)).isZero();
        assertThat(stage.as(other, () -> stage.get(FileAccess.class).level(file)))
                .contains(Level.OPEN);
        give(file, Level.RESTRICTED);
        assertThat(stage.count(other, rows)).isEqualTo(1);
        give(file, Level.PROTECTED);
        assertThat(stage.count(other, rows)).isEqualTo(2);
        assertThat(stage.count(stage.agent(ANTENNA), rows)).isEqualTo(1);
        assertThat(stage.as(
                        stage.agent(ANTENNA), () -> stage.get(FileAccess.class).level(file)))
                .contains(Level.RESTRICTED);
    }

    @Test
    void aPaperIsFoundByItsNumberAndStandsEncrypted() {
        long file = stage.register(agent, person("Salif", "Kouyaté", ""), CONSULATE);
        Papers papers = stage.get(Papers.class);
        run(agent, () -> papers.add(file, "passport", Optional.of("ML"), "AA 0412-993", Optional.empty()));
        for (String question : new String[] {"aa0412993", "AA 0412993"}) {
            assertThat(stage.as(agent, () -> stage.get(People.class).search(question, 5)))
                    .extracting(p -> p.head().id())
                    .containsExactly(file);
        }
        assertThat(stage.as(other, () -> stage.get(People.class).search("aa0412993", 5)))
                .isEmpty();
        assertThat(stage.site()
                        .owner()
                        .sql(
                                "select count(*) from people.sealed_value where position('0412' in encode(content, 'escape')) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() ->
                        run(other, () -> papers.add(file, "passport", Optional.empty(), "X12345", Optional.empty())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aRelationIsReadFromBothSidesAndNamesNobodyWhomOneMayNotSee() {
        long mother = stage.register(agent, person("Maïmouna", "Diallo", ""), CONSULATE);
        long child = stage.register(agent, person("Issa", "Diallo", ""), CONSULATE);
        run(agent, () -> stage.get(Relations.class).add(child, "mother", PublicNumber.spaced(number(mother))));
        Person seen =
                stage.as(agent, () -> stage.get(People.class).find(mother)).orElseThrow();
        assertThat(stage.as(agent, () -> stage.get(Relations.class).of(seen)))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.kind()).isEqualTo("child");
                    assertThat(r.other().map(Person::name)).contains("Issa Diallo");
                });
        give(child, Level.OPEN);
        Person theirs =
                stage.as(other, () -> stage.get(People.class).find(child)).orElseThrow();
        assertThat(stage.as(other, () -> stage.get(Relations.class).of(theirs)))
                .singleElement()
                .satisfies(r -> assertThat(r.other()).isEmpty());
    }

    @Test
    void aPhotographIsDrawnAnewAndAnythingElseIsRefused() throws IOException {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB), "png", large);
        byte[] small = Photographs.small(large.toByteArray()).orElseThrow();
        BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(small));
        assertThat(drawn.getWidth()).isEqualTo(480);
        assertThat(drawn.getHeight()).isEqualTo(240);
        assertThat(Photographs.small("<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Photographs.small(java.util.Arrays.copyOf(large.toByteArray(), 60)))
                .isEmpty();

        long file = stage.register(agent, person("Fanta", "Bagayoko", ""), CONSULATE);
        run(agent, () -> stage.get(Photographs.class).put(file, large.toByteArray()));
        assertThat(stage.as(agent, () -> stage.get(Photographs.class).of(file))).isPresent();
        assertThat(stage.as(other, () -> stage.get(Photographs.class).of(file))).isEmpty();
    }

    @Test
    void anEmergencyIsExaminedByASupervisorAndNotByOneself() {
        long file = stage.register(agent, person("Awa", "Cissé", ""), CONSULATE);
        String number = number(file);
        run(other, () -> stage.get(FileAccess.class).breakGlass(number, "Malaise grave à la gare"));
        Actor supervisor = stage.actor(Role.SUPERVISOR, CONSULATE);
        Glasses glasses = stage.get(Glasses.class);
        Glasses.Glass glass = stage.as(supervisor, glasses::all).stream()
                .filter(g -> g.file() == file)
                .findFirst()
                .orElseThrow();
        assertThat(glass.reason()).isEqualTo("Malaise grave à la gare");
        assertThat(stage.as(agent, glasses::all)).isEmpty();
        assertThatThrownBy(() -> run(other, () -> glasses.review(glass.id(), "vu")))
                .isInstanceOf(Problem.class);
        run(supervisor, () -> glasses.review(glass.id(), "Urgence réelle"));
        assertThat(stage.as(supervisor, glasses::all).stream()
                        .filter(g -> g.file() == file)
                        .findFirst()
                        .orElseThrow()
                        .finding())
                .isEqualTo("Urgence réelle");
    }
}
