package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import ml.taama.people.PeopleImports.Import;
import ml.taama.people.PeopleImports.Preview;
import ml.taama.people.PeopleImports.Wrong;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.text.Messages;
import ml.taama.ui.Assets;
import ml.taama.ui.Ui;
import ml.taama.ui.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spreadsheets of people: looked at, kept whole or in part or not at all, undone. */
class PeopleImportsStoreTest {

    private static final String HEADER = "Prénom;Nom;Sexe;Date de naissance;Téléphone;Village\n";

    private static PeopleStage stage;
    private static PeopleImports imports;
    private static Actor consul;
    private static Shown shown;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        imports = stage.get(PeopleImports.class);
        consul = stage.agent(CONSULATE);
        shown = stage.as(
                consul,
                () -> stage.get(Shown.Maker.class)
                        .of(new Ui(
                                Locale.FRENCH,
                                "/work/people",
                                "",
                                List.of(Locale.FRENCH),
                                List.of(),
                                List.of(),
                                new Visitor(consul, java.util.Optional.of("Awa"), false, 0, true, () -> ""),
                                stage.get(Messages.class),
                                stage.get(Assets.class))));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static long upload(String rows) {
        return stage.as(
                consul, () -> imports.upload(CONSULATE, "liste.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static Preview preview(long id) {
        return stage.as(consul, () -> imports.preview(id, shown));
    }

    private static Import kept(long id, boolean goodOnly) throws InterruptedException {
        stage.as(consul, () -> {
            imports.keep(id, goodOnly, shown);
            return id;
        });
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (imports.progress(id).isPresent() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return stage.as(consul, () -> imports.must(id));
    }

    private static long people(Actor actor) {
        return stage.count(actor, "people.file where origin = 'import'");
    }

    @Test
    void everyFaultIsNamedWithItsCellAndGoodRowsAreKept() throws InterruptedException {
        long before = people(consul);
        long id = upload("""
                Awa;Diallo;F;12/03/1985;76 00 00 01;Yélimané
                Bakary;Sacko;M;31/02/1985;76 00 00 02;Nioro
                ;;F;1990;;Kita
                Coumba;Sissoko;femme;vers 1990;zéro;Kita
                Drissa;Maïga;H;;;Gao
                """);
        Preview preview = preview(id);
        assertThat(preview.rows()).isEqualTo(5);
        assertThat(preview.good()).isEqualTo(2);
        assertThat(preview.faults()).extracting(Wrong::where).containsExactly("D3", "A4", "E5");
        assertThatThrownBy(() -> kept(id, false)).isInstanceOf(Problem.class);
        assertThat(people(consul)).isEqualTo(before);

        Import done = kept(id, true);
        assertThat(done.state()).isEqualTo("kept");
        assertThat(done.kept()).isEqualTo(2);
        assertThat(done.leftOut()).isEqualTo(3);
        List<Person> found = stage.as(consul, () -> stage.get(People.class).search("awa diallo", 5));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().phones()).containsExactly("76 00 00 01");
        assertThat(found.getFirst().birth().precision()).isEqualTo(Birth.Precision.DAY);
        assertThat(people(stage.agent(ANTENNA))).isZero();
    }

    @Test
    void aWholeImportIsUndoneUnlessSomethingUsesIt() throws InterruptedException {
        long id = upload("Fily;Dabo;F;1990;76 11 11 11;Kita\nGaoussou;Fofana;M;1991;;Kayes\n");
        kept(id, false);
        long before = people(consul);
        long file = stage.site()
                .owner()
                .sql("select min(id) from people.file where import = ?")
                .param(id)
                .query(Long.class)
                .single();
        stage.as(consul, () -> {
            stage.get(FileAccess.class)
                    .give(file, ANTENNA, FileAccess.Level.OPEN, "referral", 77, java.util.Optional.empty());
            return file;
        });
        assertThatThrownBy(() -> stage.as(consul, () -> {
                    imports.undo(id);
                    return id;
                }))
                .isInstanceOf(Problem.class);
        assertThat(people(consul)).isEqualTo(before);

        stage.site()
                .owner()
                .sql("delete from people.access where basis = 'referral' and reference = 77")
                .update();
        stage.as(consul, () -> {
            imports.undo(id);
            return id;
        });
        assertThat(people(consul)).isEqualTo(before - 2);
        assertThat(stage.as(consul, () -> stage.get(People.class).search("gaoussou fofana", 5)))
                .isEmpty();
        assertThat(stage.as(consul, () -> imports.must(id)).state()).isEqualTo("undone");
    }

    @Test
    void whatColumnsMeanIsKeptForTheNextFile() {
        long first = upload("Hawa;Keïta;F;1988;;Ségou\n");
        List<ImportColumn> mapping = List.of(
                ImportColumn.SURNAME,
                ImportColumn.GIVEN,
                ImportColumn.SEX,
                ImportColumn.BIRTH,
                ImportColumn.PHONE,
                ImportColumn.NONE);
        stage.as(consul, () -> {
            imports.map(first, mapping);
            return first;
        });
        assertThat(preview(upload("Hawa;Keïta;F;1988;;Ségou\n")).file().mapping())
                .isEqualTo(mapping);
        stage.as(consul, () -> {
            imports.map(
                    first,
                    List.of(
                            ImportColumn.GIVEN,
                            ImportColumn.SURNAME,
                            ImportColumn.SEX,
                            ImportColumn.BIRTH,
                            ImportColumn.PHONE,
                            ImportColumn.VILLAGE));
            return first;
        });
    }

    @Test
    void aFileThatWaitsIsEncryptedAndOthersDoNotSeeIt() {
        long id = upload("Inna;Touré;F;1988;;Djenné\n");
        byte[] content = stage.site()
                .owner()
                .sql("select content from people.import where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("Inna");
        assertThat(stage.count(stage.agent(ANTENNA), "people.import")).isZero();
        assertThatThrownBy(() -> stage.as(stage.agent(ANTENNA), () -> imports.preview(id, shown)))
                .isInstanceOf(Problem.class);
    }
}
