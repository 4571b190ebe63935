package ml.taama.cases;

import static ml.taama.cases.CaseStage.CONSULATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ml.taama.RunningSite.Visit;
import ml.taama.cases.ServiceImports.Preview;
import ml.taama.people.ImportFiles.File;
import ml.taama.people.People;
import ml.taama.people.PeopleImports.Wrong;
import ml.taama.people.PeopleStage;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import ml.taama.platform.text.Messages;
import ml.taama.ui.Assets;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import ml.taama.ui.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spreadsheets of services: into the right case, with every fault named, kept whole or in part or not at all, undone, taken away. */
class ServiceImportsStoreTest {

    private static final String HEADER =
            "N° public;Numéro du cas;Type de service;Date;Pays;Quantité;Montant;Devise;Preuve;Remarque\n";

    private static CaseStage stage;
    private static ServiceImports imports;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        imports = stage.get(ServiceImports.class);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static String number(long file) {
        return stage.owner()
                .sql("select number from people.file where id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private static String caseNumber(long dossier) {
        return stage.owner()
                .sql("select number from cases.dossier where id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }

    private static long upload(String header, String rows) {
        return stage.as(
                stage.manager,
                () -> imports.upload(CONSULATE, "services.csv", (header + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static long upload(String rows) {
        return upload(HEADER.replace("N° public", "Numéro public"), rows);
    }

    private static Preview preview(long id) {
        return stage.as(stage.manager, () -> imports.preview(id));
    }

    private static File kept(long id, boolean goodOnly) {
        stage.run(stage.manager, () -> imports.keep(id, goodOnly));
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (imports.progress(id).isPresent() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return stage.as(stage.manager, () -> imports.must(id));
    }

    private static long services(String condition) {
        return stage.owner()
                .sql("select count(*) from cases.service where " + condition)
                .query(Long.class)
                .single();
    }

    @Test
    void rowsGoIntoTheOpenCaseAndACaseIsOpenedWhereNoneIs() {
        long known = stage.register("Assa", "Camara");
        long open = stage.open(known);
        long fresh = stage.register("Bintou", "Konaté");
        long id = upload(number(known) + ";;alimentation;12/03/2026;;3;;;;repas du soir\n"
                + number(fresh) + ";;argent;2026-03-14;Libye;;25000;FCFA;reçu;\n"
                + number(fresh) + ";;shelter;15/03/2026;LY;2;;;;\n"
                + ";" + caseNumber(open) + ";medical;16/03/2026;;;;;;fièvre\n");
        Preview looked = preview(id);
        assertThat(looked.looked().faults()).isEmpty();
        assertThat(looked.opened()).isEqualTo(1);
        assertThat(services("import = " + id)).isZero();

        File done = kept(id, false);
        assertThat(done.state()).isEqualTo("kept");
        assertThat(done.kept()).isEqualTo(4);
        assertThat(services("import = " + id + " and dossier = " + open)).isEqualTo(2);
        List<Aid> given = stage.as(
                stage.manager,
                () -> stage.get(Services.class)
                        .of(stage.owner()
                                .sql("select id from cases.dossier where import = ?")
                                .param(id)
                                .query(Long.class)
                                .single()));
        assertThat(given).extracting(Aid::kind).containsExactlyInAnyOrder("cash", "shelter");
        assertThat(given.stream().flatMap(a -> a.currency().stream())).containsExactly("XOF");
        assertThat(stage.as(stage.manager, () -> stage.get(Journal.class).of(open)))
                .extracting(Journal.Entry::text)
                .contains("repas du soir", "fièvre");
        assertThat(stage.as(stage.agent, () -> stage.get(Services.class).of(open)))
                .extracting(Aid::kind)
                .containsExactly("food");
        assertThat(stage.count(
                        stage.people.actor(Role.DATA_PROTECTION_OFFICER, CONSULATE),
                        "platform.audit_entry where action = 'services.import' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(stage.count(
                        stage.people.actor(Role.DATA_PROTECTION_OFFICER, CONSULATE),
                        "platform.audit_entry where action = 'access.give' and subject_id = '" + fresh + "'"))
                .as("who was given access to whom is in the trail of the person")
                .isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedWithItsCell() {
        long known = stage.register("Djeneba", "Traoré");
        stage.open(known);
        long several = stage.register("Fanta", "Keita");
        stage.open(several);
        stage.open(several);
        long alone = stage.register("Hawa", "Sidibé");
        long stranger = stage.people.register(
                stage.people.agent(CaseStage.ANTENNA),
                PeopleStage.person("Inconnue", "Ailleurs", ""),
                CaseStage.ANTENNA);
        long id = upload(";;food;12/03/2026\n"
                + "123;;food;12/03/2026\n"
                + number(stranger) + ";;food;12/03/2026;LY\n"
                + number(several) + ";;food;12/03/2026\n"
                + number(alone) + ";;food;12/03/2026\n"
                + number(alone) + ";;food;12/03/2026;Atlantide\n"
                + number(known) + ";;nourrir;12/03/2026\n"
                + number(known) + ";;food;demain\n"
                + number(known) + ";;argent;12/03/2026\n"
                + number(known) + ";;argent;12/03/2026;;;25000;sous\n"
                + number(known) + ";;food;12/03/2026;;zéro\n"
                + number(known) + ";;food;12/03/2026;;;;;parole\n"
                + ";000000000;food;12/03/2026\n"
                + number(known) + ";;food;12/03/2026\n");
        Preview looked = preview(id);
        assertThat(looked.looked().rows()).isEqualTo(14);
        assertThat(looked.looked().good()).isEqualTo(1);
        assertThat(looked.looked().faults())
                .extracting(Wrong::where)
                .containsExactly("A2", "A3", "A4", "A5", "E6", "E7", "C8", "D9", "G10", "H11", "F12", "I13", "B14");
        assertThatThrownBy(() -> kept(id, false)).isInstanceOf(Problem.class);
        assertThat(kept(id, true).leftOut()).isEqualTo(13);
        assertThat(services("import = " + id)).isEqualTo(1);
    }

    @Test
    void aWholeImportIsUndoneUnlessSomethingTouchedIt() {
        long file = stage.register("Kadi", "Sangaré");
        long id = upload(number(file) + ";;food;12/03/2026;LY\n" + number(file) + ";;transport;13/03/2026;LY\n");
        kept(id, false);
        long dossier = stage.owner()
                .sql("select id from cases.dossier where import = ?")
                .param(id)
                .query(Long.class)
                .single();
        stage.run(stage.manager, () -> stage.get(Cases.class).note(dossier, "à rappeler", false));
        assertThatThrownBy(() -> stage.run(stage.manager, () -> imports.undo(id)))
                .isInstanceOf(Problem.class);
        assertThat(services("import = " + id)).isEqualTo(2);

        long other = stage.register("Lala", "Sangaré");
        long second = upload(number(other) + ";;food;12/03/2026;LY\n");
        kept(second, false);
        assertThatThrownBy(() -> stage.run(stage.antenna, () -> imports.undo(second)))
                .isInstanceOf(Problem.class);
        stage.run(stage.manager, () -> imports.undo(second));
        assertThat(services("import = " + second)).isZero();
        assertThat(stage.count(stage.manager, "cases.dossier where import = " + second))
                .isZero();
        assertThat(stage.count(
                        stage.manager,
                        "people.access where file = " + other + " and basis = 'case' and ended_at is null"))
                .isZero();
        assertThat(stage.as(stage.manager, () -> stage.get(People.class).find(other)))
                .isPresent();
        assertThat(stage.as(stage.manager, () -> imports.must(second)).state()).isEqualTo("undone");
    }

    @Test
    void aFileThatWaitsIsEncryptedAndOthersDoNotSeeIt() {
        long id = upload(number(stage.register("Mah", "Diakité")) + ";;food;12/03/2026;LY;;;;;mot secret\n");
        byte[] content = stage.owner()
                .sql("select content from cases.import where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("mot secret");
        assertThat(stage.count(stage.antenna, "cases.import")).isZero();
        assertThatThrownBy(() -> stage.as(stage.antenna, () -> imports.preview(id)))
                .isInstanceOf(Problem.class);
        stage.run(stage.manager, () -> imports.leave(id));
        assertThatThrownBy(() -> preview(id)).isInstanceOf(Problem.class);
    }

    @Test
    void whatColumnsMeanIsKeptForTheNextFile() {
        String header = "Qui;Quoi;Quand\n";
        String row = number(stage.register("Néné", "Bah")) + ";food;12/03/2026\n";
        long first = upload(header, row);
        assertThat(preview(first).file().mapping()).containsExactly("none", "none", "none");
        stage.run(stage.manager, () -> imports.map(first, List.of("number", "kind", "day")));
        assertThat(preview(upload(header, row)).file().mapping()).containsExactly("number", "kind", "day");
    }

    private static Ui ui(Actor actor) {
        return new Ui(
                Locale.FRENCH,
                "/work/cases",
                "",
                List.of(Locale.FRENCH),
                List.of(),
                List.of(),
                new Visitor(actor, Optional.of("Awa Sow"), false, 0, true, () -> ""),
                stage.get(Messages.class),
                stage.get(Assets.class));
    }

    private static String taken(Actor actor, String what, String format) {
        CaseExport export = stage.get(CaseExport.class);
        Query open = Query.of("/work/cases", Map.of("state", "open"), CaseSearch.ASKED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.run(actor, () -> {
            try {
                Objects.requireNonNull((what.equals("cases")
                                        ? export.cases(ui(actor), open, format, "control")
                                        : export.services(
                                                ui(actor), Optional.empty(), Optional.empty(), format, "reporting"))
                                .getBody())
                        .writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tablesAreTakenAwayWithinRightsAndSayWhoTookThem() {
        long file = stage.register("Oumou", "Sacko");
        long dossier = stage.open(file);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(dossier, CaseStage.given("legal", CONSULATE, file));
            stage.get(Services.class).give(dossier, CaseStage.given("medical", CONSULATE, file));
        });
        String numbered = CaseNumber.spaced(caseNumber(dossier));
        assertThat(taken(stage.manager, "cases", "csv")).contains("Awa Sow", "contrôle.", numbered, "Oumou Sacko");
        assertThat(taken(stage.manager, "services", "csv")).contains("rapport.", "Oumou Sacko", "soins médicaux");
        assertThat(taken(stage.agent, "services", "csv"))
                .contains("Oumou Sacko", "aide juridique")
                .doesNotContain("soins médicaux");
        assertThat(taken(stage.antenna, "cases", "csv")).doesNotContain(numbered, "Oumou");
        assertThat(taken(stage.antenna, "services", "xlsx")).startsWith("PK");
        assertThat(stage.count(
                        stage.people.actor(Role.DATA_PROTECTION_OFFICER, CONSULATE),
                        "platform.audit_entry where action in ('cases.export', 'services.export')"))
                .isEqualTo(5);

        Visit manager = stage.people.site().visit("case-manager");
        manager.get("/fr/work/cases");
        assertThat(manager.post("/fr/work/cases/export", "format", "csv", "purpose", "coordination")
                        .body())
                .contains("coordination entre services");
        assertThat(manager.post("/fr/work/cases/services/export", "format", "csv", "purpose", "curiosity")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pagesOfImportsAnswer() {
        Visit manager = stage.people.site().visit("case-manager");
        assertThat(manager.get("/fr/work/cases/imports").body()).contains("Importer des services", "un cas est ouvert");
        assertThat(manager.get("/en/work/cases/imports/template.csv").body())
                .contains("Number of the person,Case number");
        assertThat(manager.get("/fr/work/cases/imports/999999").statusCode()).isEqualTo(404);
    }
}
