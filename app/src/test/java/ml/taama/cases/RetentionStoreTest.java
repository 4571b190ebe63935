package ml.taama.cases;

import static ml.taama.people.PeopleStage.CONSULATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ml.taama.people.Retention;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Retention leaves people alone while a case runs or moved not long ago; a case that was closed long ago keeps nobody. */
class RetentionStoreTest {

    private static CaseStage stage;
    private static Actor officer;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        officer = stage.people.actor(Role.DATA_PROTECTION_OFFICER, CONSULATE);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static List<Long> locked() {
        return stage.as(officer, () -> stage.get(Retention.class).plan()).stream()
                .flatMap(s -> s.ids().stream())
                .toList();
    }

    @Test
    void aRunningCaseKeepsAPersonAndOneClosedLongAgoDoesNot() {
        stage.owner()
                .sql("insert into platform.setting values ('people.retention.person.lock', '24')")
                .update();
        long running = stage.register("Bah", "Occupée");
        long closed = stage.register("Yaye", "Partie");
        stage.open(running);
        long id = stage.open(closed);
        stage.run(stage.manager, () -> {
            stage.get(Cases.class).conclude(id, "met", "");
            stage.get(Cases.class).close(id, "completed", "");
        });
        stage.owner()
                .sql("update people.file set seen_on = '2015-01-01', changed_at = '2015-01-01'")
                .update();
        assertThat(locked()).doesNotContain(running, closed);
        stage.owner().sql("update cases.dossier set changed_at = '2016-01-01'").update();
        assertThat(locked()).contains(closed).doesNotContain(running);
    }
}
