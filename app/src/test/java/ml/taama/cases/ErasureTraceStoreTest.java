package ml.taama.cases;

import static ml.taama.cases.CaseStage.ANTENNA;
import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.proposal;
import static ml.taama.cases.CaseStage.request;
import static ml.taama.cases.CaseStage.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import ml.taama.cases.Aid.Given;
import ml.taama.cases.ReferralState.Move;
import ml.taama.cases.Screening.Finding;
import ml.taama.matching.Decisions;
import ml.taama.matching.MatchingStage;
import ml.taama.matching.Review;
import ml.taama.matching.Verdict;
import ml.taama.people.Birth;
import ml.taama.people.Consents;
import ml.taama.people.Erasure;
import ml.taama.people.FileAccess;
import ml.taama.people.Papers;
import ml.taama.people.People;
import ml.taama.people.PersonData;
import ml.taama.people.PersonName;
import ml.taama.people.PersonNotes;
import ml.taama.people.Photographs;
import ml.taama.people.Place;
import ml.taama.people.Relations;
import ml.taama.people.RightsRequests;
import ml.taama.platform.database.Backup;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erased person leaves no trace: in no row, in no file of the database, in no backup made afterwards. */
class ErasureTraceStoreTest {

    private static final String PLANNER = "pg_catalog.pg_statistic";

    private static CaseStage stage;
    private static Actor statistician;
    private static Actor officer;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        statistician = stage.people.actor(Role.STATISTICIAN, ANTENNA);
        officer = stage.people.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static PersonData data() {
        return new PersonData(
                List.of(
                        new PersonName("said", "Zyqwenatou", "Haxvumbré", ""),
                        new PersonName("written", "Zyqwena", "Haxvumbret", "papier Kjuzwex")),
                "female",
                Birth.read("12/03/1985", false, today()).orElseThrow(),
                List.of("ML"),
                Optional.of("ML"),
                "Mwokzija",
                "Ptelqui",
                Optional.of("bm"),
                List.of(new Place("origin", Optional.of("ML"), Optional.empty(), "Vlopzakoro")),
                List.of("70 98 76 54"));
    }

    private static byte[] picture() {
        BufferedImage picture = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 240 * 240; i++) {
            picture.setRGB(i % 240, i / 240, (i * 7919) & 0xFFFFFF);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void decide(long one, long other, Verdict verdict, String reason) {
        stage.as(statistician, () -> {
            Decisions decisions = stage.get(Decisions.class);
            Review pair = decisions.pair(one, other).orElseThrow();
            return decisions.decide(pair.id(), verdict, reason);
        });
    }

    /** Everything that a file can hold. */
    private static void fill(long file, long friend) {
        String number = stage.as(stage.manager, () -> stage.get(People.class).find(file))
                .orElseThrow()
                .head()
                .number();
        stage.run(stage.manager, () -> {
            stage.get(Papers.class).add(file, "passport", Optional.of("ML"), "QZ99817263", Optional.empty());
            stage.get(PersonNotes.class).add(file, "health", "Rwixolam depuis deux mois");
            stage.get(Photographs.class).put(file, picture());
            stage.get(Relations.class).add(friend, "travels-with", number);
            stage.get(Consents.class)
                    .give(
                            file,
                            CONSULATE,
                            "referral",
                            Optional.of(ANTENNA),
                            "consent",
                            "proxy",
                            today(),
                            "bm",
                            "Djuvwex la tante");
        });
        stage.run(stage.iom, () -> stage.get(FileAccess.class).breakGlass(number, "Wuxqazi, en danger de mort"));
    }

    /** A case with all that can stand in it, and one of somebody else in which the person stood by mistake. */
    private static long assist(long file, long friend) {
        return stage.as(stage.manager, () -> {
            Cases cases = stage.get(Cases.class);
            long id = cases.receive(request("Bequltix à Sabha", true, file));
            cases.accept(id, "high", "Ovmizak à aider");
            cases.note(id, "Grobwex passe la nuit dehors", false);
            stage.get(Services.class)
                    .give(
                            id,
                            new Given(
                                    "cash",
                                    CONSULATE,
                                    List.of(file),
                                    today(),
                                    BigDecimal.ONE,
                                    Optional.of(new BigDecimal("52000")),
                                    Optional.of("XOF"),
                                    "receipt",
                                    "Hyvkoma reçoit"));
            long alert = stage.get(Alerts.class).raise(id, file, "violence", "Cuvzalor la bat");
            stage.get(Alerts.class).step(id, alert, Words.steps("violence").getFirst(), today(), "Tixmoque entendue");
            stage.get(CaseTasks.class).add(id, "visit", today(), "Nolwaxi à voir");
            Factor factor = stage.get(Screenings.class).form(false).getFirst();
            stage.get(Screenings.class)
                    .keep(
                            id,
                            file,
                            false,
                            "LY",
                            today(),
                            List.of(new Finding(
                                    factor.code(), factor.answers().iterator().next(), "Yubcerix")));
            long referral =
                    stage.get(Referrals.class).propose(id, proposal(ANTENNA, List.of("request", "services"), "", file));
            stage.as(stage.antenna, () -> {
                stage.get(Referrals.class).move(referral, Move.ACCEPT, "");
                stage.get(Referrals.class).move(referral, Move.FINISH, "Sploqar est partie");
                return referral;
            });
            long shared = cases.receive(request("l’amie attend", false, friend));
            cases.takeIn(shared, file);
            cases.takeOut(shared, file, "Motkwyz, erreur de nom");
            return id;
        });
    }

    private static void sealed(Traces traces, long file, long dossier) {
        traces.kept("select content from people.sealed_value where file = ?", file);
        traces.kept("select token from people.sealed_value where file = ? and token is not null", file);
        traces.kept("select witness from people.consent where file = ? and witness is not null", file);
        traces.kept("select detail from people.rights_request where file = ? and detail is not null", file);
        traces.kept("select content from cases.entry where dossier = ? and content is not null", dossier);
        traces.kept("select content from cases.entry where kind = 'person-out' and subject = ?", file);
        traces.kept("select content from cases.task where dossier = ? and content is not null", dossier);
        traces.kept("select content from cases.screening where file = ?", file);
    }

    private static Path files() {
        return Objects.requireNonNull(Path.of(stage.owner()
                        .sql("show data_directory")
                        .query(String.class)
                        .single())
                .getParent());
    }

    @Test
    void anErasedPersonLeavesNoTrace() {
        long friend = stage.register("Ami", "Sow");
        long file = stage.people.register(stage.manager, data(), CONSULATE);
        long twin = stage.people.imported(stage.agent, CONSULATE, "arrivees.csv", """
                Prénom;Nom;Sexe;Date de naissance;Téléphone;Village
                Zyqwenatou;Haxvumbré;F;12/03/1985;70 98 76 54;Vlopzakoro
                """);
        MatchingStage.follow(stage.people.site());
        decide(file, twin, Verdict.SAME, "Xylmopra, même visage");
        fill(file, friend);
        long dossier = assist(file, friend);
        decide(file, twin, Verdict.DIFFERENT, "Dwolkyz, pas elle");
        decide(file, twin, Verdict.SAME, "Xylmopra, c’est bien elle");
        long request = stage.as(
                stage.manager,
                () -> stage.get(RightsRequests.class).receive(file, "erasure", "Fepzolith ne veut plus"));

        Traces clear = new Traces(stage.owner());
        clear.text("Zyqwenatou", "Haxvumbré", "haxvumbre", "Haxvumbret", "Kjuzwex", "Mwokzija", "Ptelqui");
        clear.text("Vlopzakoro", "Wuxqazi", "Xylmopra", "Dwolkyz");
        Traces all = new Traces(stage.owner());
        sealed(all, file, dossier);
        sealed(all, twin, dossier);
        assertThat(all.size()).as("sealed values").isGreaterThan(15);
        stage.owner().sql("analyze").update();
        stage.owner().sql("checkpoint").update();
        assertThat(clear.inRows()).as("what is looked for is found before").hasSizeGreaterThanOrEqualTo(clear.size());
        assertThat(all.inRows()).hasSizeGreaterThanOrEqualTo(all.size());
        assertThat(clear.inFiles(files())).hasSizeGreaterThanOrEqualTo(clear.size());
        assertThat(all.inFiles(files())).hasSizeGreaterThanOrEqualTo(all.size());
        assertThat(clear.inRows())
                .as("samples in the statistics of the planner are looked at too")
                .anyMatch(t -> t.startsWith(PLANNER));

        assertThat(stage.as(officer, () -> stage.get(RightsRequests.class).decide(request, true, "C’est fait")))
                .isFalse();

        for (String said : List.of(
                "70 98 76 54",
                "QZ99817263",
                "Rwixolam",
                "Djuvwex",
                "Bequltix",
                "Ovmizak",
                "Grobwex",
                "Hyvkoma",
                "Cuvzalor",
                "Tixmoque",
                "Nolwaxi",
                "Yubcerix",
                "Sploqar",
                "Motkwyz",
                "Fepzolith")) {
            all.text(said);
        }
        for (Traces traces : List.of(all, clear)) {
            assertThat(traces.inRows())
                    .as("all that is left at once are samples of the planner")
                    .allMatch(t -> t.startsWith(PLANNER));
        }
        Path backup = folder.resolve("after.zip");
        Backup.write(stage.people.site().database(), backup);
        assertThat(all.inBackup(backup)).isEmpty();
        assertThat(clear.inBackup(backup)).isEmpty();

        assertThat(stage.people.sweep()).isTrue();

        assertThat(clear.inRows()).as("samples of the planner").isEmpty();
        assertThat(all.inRows()).as("samples of the planner").isEmpty();
        assertThat(all.inFiles(files()))
                .as("files of the database and its logs")
                .isEmpty();
        assertThat(clear.inFiles(files()))
                .as("files of the database and its logs")
                .isEmpty();
        assertThat(stage.as(
                        stage.manager,
                        () -> stage.get(Journal.class)
                                .of(stage.owner()
                                        .sql("select max(id) from cases.dossier")
                                        .query(Long.class)
                                        .single())))
                .as("what is written of somebody else stays")
                .anyMatch(e -> e.text().equals("l’amie attend"));
    }

    @Test
    void aCaseForgetsWhoIsMadeAnonymousAlsoWhereTwoFilesOfThePersonStandInIt() {
        long one = stage.register("Anonyme", "Deuxfois");
        long other = stage.register("Anonyme", "Deuxfois");
        long id = stage.open(one, other);
        stage.people.merge(statistician, one, other);
        assertThat(written(id)).isPositive();
        stage.run(officer, () -> stage.get(Erasure.class).anonymise(one));
        assertThat(written(id)).isZero();
        assertThat(stage.owner()
                        .sql("select count(*) from cases.participant where dossier = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .as("what is counted stays")
                .isEqualTo(2);
    }

    private static long written(long dossier) {
        return stage.owner()
                .sql("select count(*) from cases.entry where dossier = ? and content is not null")
                .param(dossier)
                .query(Long.class)
                .single();
    }
}
