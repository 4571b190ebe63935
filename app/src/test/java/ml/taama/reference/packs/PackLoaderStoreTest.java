package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PackLoaderStoreTest {

    private static final PackReader READER = AllSections.reader();
    private static final String ACTIONS = "plan/actions.csv";
    private static final String PLACES = "reference/places.csv";
    private static final String ACTION_HEADER = "code,title_fr,kind,status,goals,goals_basis,source_ref";
    private static final String PLACE_HEADER = "code,kind,name_fr,parent,source_ref";

    private static final Database database = TemporaryDatabase.open(Path.of("..", ".build"));
    private static final JdbcClient people = JdbcClient.create(database.applicationDataSource());
    private static final PackLoader loader = new PackLoader(database.applicationDataSource(), event -> {});

    @TempDir
    private Path packs;

    private DraftPack pack = new DraftPack(Path.of("target"), "unused", READER);

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void draft() {
        JdbcClient.create(database.ownerDataSource())
                .sql("truncate reference.pack, reference.message, reference.source, matching.model cascade")
                .update();
        pack = new DraftPack(packs, "trial", READER)
                .write(
                        "reference/frameworks.csv",
                        "code,kind,scope,title_fr,short_title_fr,status,source_ref",
                        "F,policy,national,Cadre,Cadre,in-force,S1")
                .write(
                        "reference/goals.csv",
                        "framework,code,parent,level_fr,title_fr,source_ref",
                        "F,*,,cadre,Cadre,S1",
                        "F,1,*,axe,Un,S1",
                        "F,2,*,axe,Deux,S1");
        actions("a1,Première,policy,done,F:1,stated,S1", "a2,Deuxième,policy,done,F:1,stated,S1");
        places("xt,country,Pays,,S1", "north,region,Nord,xt,S1");
    }

    private DraftPack actions(String... rows) {
        return pack.write(ACTIONS, ACTION_HEADER, String.join("\n", rows));
    }

    private DraftPack places(String... rows) {
        return pack.write(PLACES, PLACE_HEADER, String.join("\n", rows));
    }

    private LoadSummary load() {
        return loader.load(pack.content()).getLast();
    }

    private static List<@Nullable String> texts(String sql) {
        return people.sql(sql).query(String.class).list();
    }

    @Test
    void saysHowManyRowsWereAdded() {
        LoadSummary summary = load();

        assertThat(summary).isEqualTo(new LoadSummary("trial", false, 9, 0, 0, 9, List.of()));
        assertThat(texts("select code from plan.action order by code")).containsExactly("a1", "a2");
    }

    @Test
    void changesNothingWhenTheSamePackIsLoadedAgain() {
        load();
        List<@Nullable String> before = texts("select code || ' ' || xmin from plan.action order by code");

        assertThat(load()).isEqualTo(new LoadSummary("trial", true, 0, 0, 0, 9, List.of()));
        assertThat(texts("select code || ' ' || xmin from plan.action order by code"))
                .isEqualTo(before);
    }

    @Test
    void takesAPackWithAnotherCommentForTheSame() {
        load();
        pack.write(
                "pack.yaml",
                "# A comment.",
                "code: trial",
                "kind: country",
                "name: {en: Trial, fr: Essai}",
                "languages: [fr, en]",
                "country: XT",
                "licence: none");

        assertThat(load().unchanged()).isTrue();
    }

    @Test
    void updatesExactlyWhatChanged() {
        actions("a1,Première,policy,done,F:1,stated,S1", "a2,Deuxième,policy,done,,,S1", "a3,Ôtée,policy,done,,,S1");
        load();
        String untouched = "select xmin::text from plan.action where code = 'a1'";
        List<@Nullable String> before = texts(untouched);
        actions("a1,Première,policy,done,F:1,stated,S1", "a2,Changée,policy,done,,,S1", "a4,Neuve,policy,done,,,S1");

        assertThat(load()).isEqualTo(new LoadSummary("trial", false, 1, 1, 1, 10, List.of()));
        assertThat(texts("select code || ' ' || (title ->> 'fr') from plan.action order by code"))
                .containsExactly("a1 Première", "a2 Changée", "a4 Neuve");
        assertThat(texts(untouched)).isEqualTo(before);
    }

    @Test
    void countsARowWhoseGoalsChangedAsUpdated() {
        load();
        actions("a1,Première,policy,done,F:2,inferred,S1", "a2,Deuxième,policy,done,F:1,stated,S1");

        assertThat(load()).isEqualTo(new LoadSummary("trial", false, 0, 1, 0, 9, List.of()));
        assertThat(texts("select action || ' ' || goal || ' ' || basis from plan.action_goal order by action"))
                .containsExactly("a1 2 inferred", "a2 1 stated");
    }

    @Test
    void leavesARowThatPeopleChangedWithItsGoals() {
        load();
        people.sql("update plan.action set title = '{\"fr\": \"Écrite par nous\"}' where code = 'a1'")
                .update();
        actions("a1,Autre,policy,ongoing,F:2,stated,S1", "a2,Deuxième,policy,done,F:1,stated,S1");

        assertThat(load()).isEqualTo(new LoadSummary("trial", false, 0, 0, 0, 9, List.of("plan.action: a1")));
        assertThat(texts(
                        "select (title ->> 'fr') || ' ' || status || ' ' || origin from plan.action where code = 'a1'"))
                .containsExactly("Écrite par nous done people");
        assertThat(texts("select goal from plan.action_goal where action = 'a1'"))
                .containsExactly("1");
    }

    @Test
    void leavesARowThatPeopleEnteredUnderAKeyThatThePackTakesLater() {
        load();
        people.sql("insert into reference.place (code, kind, name, source_ref, origin)"
                        + " values ('south', 'region', '{\"fr\": \"Chez nous\"}', 'S1', 'trial')")
                .update();
        places("xt,country,Pays,,S1", "north,region,Nord,xt,S1", "south,region,Sud,xt,S1");

        assertThat(load().kept()).containsExactly("reference.place: south");
        assertThat(texts("select name ->> 'fr' from reference.place where code = 'south'"))
                .containsExactly("Chez nous");
    }

    @Test
    void leavesGoalsThatPeopleLinkedToARowOfThePack() {
        load();
        people.sql("insert into plan.action_goal (action, framework, goal, basis, origin)"
                        + " values ('a1', 'F', '2', 'inferred', '')")
                .update();
        actions("a1,Première,policy,done,F:2,stated,S1", "a2,Autre,policy,done,F:1,stated,S1");
        load();

        assertThat(texts("select goal || ' ' || basis || ' ' || origin from plan.action_goal where action = 'a1'"))
                .containsExactly("2 inferred people");
    }

    @Test
    void keepsARowThatLeftThePackWhenPeopleLinkedSomethingToIt() {
        load();
        people.sql("insert into plan.action_goal (action, framework, goal, basis, origin)"
                        + " values ('a2', 'F', '2', 'inferred', '')")
                .update();
        actions("a1,Première,policy,done,F:1,stated,S1");

        assertThat(load()).isEqualTo(new LoadSummary("trial", false, 0, 0, 0, 8, List.of("plan.action: a2")));
        assertThat(texts("select goal from plan.action_goal where action = 'a2'"))
                .containsExactly("2");
    }

    @Test
    void keepsARowThatLeftThePackWhenPeopleBuiltUponIt() {
        load();
        people.sql("insert into reference.place (code, kind, name, parent, source_ref, origin)"
                        + " values ('camp', 'town', '{\"fr\": \"Camp\"}', 'north', 'S1', '')")
                .update();
        places("xt,country,Pays,,S1");

        assertThat(load().kept()).containsExactly("reference.place: north");
        assertThat(texts("select code from reference.place order by code")).containsExactly("camp", "north", "xt");
    }

    @Test
    void removesRowsThatHangOnEachOther() {
        places("xt,country,Pays,,S1", "north,region,Nord,xt,S1", "village,commune,Village,north,S1");
        load();
        people.sql("insert into reference.place (code, kind, name, parent, source_ref, origin)"
                        + " values ('camp', 'town', '{\"fr\": \"Camp\"}', 'xt', 'S1', '')")
                .update();
        pack.write(PLACES, PLACE_HEADER);

        assertThat(load()).isEqualTo(new LoadSummary("trial", false, 0, 0, 2, 7, List.of("reference.place: xt")));
    }

    @Test
    void loadsNothingOfAPackThatBreaksHalfWay() {
        pack.write(
                "reference/goals.csv",
                "framework,code,parent,level_fr,title_fr,source_ref",
                "F,*,,cadre,Cadre,S1",
                "F,1,nowhere,axe,Un,S1");
        PackContent broken =
                READER.read(packs.resolve("trial"), packs, new Faults()).orElseThrow();

        assertThatThrownBy(() -> loader.load(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(texts("select code from reference.pack")).isEmpty();
        assertThat(texts("select code from reference.source")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mali", "example"})
    void loadsEveryShippedCountry(String country) {
        Faults faults = new Faults();
        PackContent content = READER.read(AllSections.PACKS.resolve(country), AllSections.PACKS, faults)
                .orElseThrow();
        assertThat(faults.all()).isEmpty();

        List<LoadSummary> summaries = loader.load(content);

        assertThat(summaries).extracting(LoadSummary::pack).containsExactly("global", country);
        assertThat(summaries).allMatch(s -> s.added() == s.rows() && s.kept().isEmpty());
        assertThat(loader.load(content)).allMatch(LoadSummary::unchanged);
    }
}
