package ml.taama.reporting.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import ml.taama.Taama;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.accounts.DemonstrationAccounts;
import ml.taama.platform.database.Backup;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Restore;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import ml.taama.platform.time.Period;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import ml.taama.reporting.writing.Texts.Kept;
import ml.taama.reporting.writing.Texts.Undecided;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A new review of Mali, written by a coordinator and two services that do not see each other's drafts. */
class WritingStoreTest {

    private static final Path PACKS = Path.of("../packs").toAbsolutePath().normalize();
    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();
    private static final String CYCLE = "2024-2026";
    private static final TextKey MEANS = new TextKey(CYCLE, "means", "fr");

    @TempDir
    static Path folder;

    private static Database database;
    private static ConfigurableApplicationContext context;
    private static Actor coordinator;
    private static Actor focalPoint;
    private static Actor otherService;

    @BeforeAll
    static void open() {
        database = TemporaryDatabase.open(CACHE);
        context = application(database);
        bean(PackLoader.class)
                .load(bean(PackReader.class)
                        .read(PACKS.resolve("mali"), PACKS, new Faults())
                        .orElseThrow());
        Review last = bean(Reviews.class).all().getFirst();
        List<String> contributors = last.contributions().stream()
                .filter(c -> c.task().equals("contribution"))
                .map(c -> c.organisation())
                .toList();
        bean(DemonstrationAccounts.class).make(last.coordinator(), contributors);
        List<Account> accounts = Actors.as(Actor.system("test"), bean(Accounts.class)::all);
        coordinator = actor(accounts, Role.COORDINATOR, 0);
        focalPoint = actor(accounts, Role.FOCAL_POINT, 0);
        otherService = actor(accounts, Role.FOCAL_POINT, 1);
        run(
                coordinator,
                () -> bean(Cycles.class)
                        .open(
                                last,
                                CYCLE,
                                Map.of(Locale.FRENCH, "Deuxième rapport", Locale.ENGLISH, "Second report"),
                                Period.parse("2024/2026"),
                                LocalDate.of(2026, 12, 31)));
        run(coordinator, () -> bean(Assignments.class).set(CYCLE, "means", List.of(organisation(focalPoint))));
    }

    private static ConfigurableApplicationContext application(Database over) {
        SpringApplication application = new SpringApplication(Taama.class);
        application.addInitializers(
                c -> ((GenericApplicationContext) c).registerBean("database", Database.class, () -> over));
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run();
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    private static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static Actor actor(List<Account> accounts, Role role, int which) {
        Account account = accounts.stream()
                .filter(a -> a.holdings().getFirst().role() == role)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .skip(which)
                .findFirst()
                .orElseThrow();
        return Actor.person(
                account.id(),
                List.of(new Actor.Holding(role, account.holdings().getFirst().organisation())));
    }

    private static String organisation(Actor actor) {
        return actor.organisations().iterator().next();
    }

    private static void run(Actor actor, Runnable work) {
        Actors.run(actor, work);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    private static TextVersion current(TextKey key) {
        return as(coordinator, () -> bean(Texts.class).current(key));
    }

    private static Texts.Saved save(Actor actor, TextKey key, int base, String text) {
        return as(actor, () -> bean(Texts.class).save(key, base, text, "write"));
    }

    @Test
    void beginsWithTheWordsOfTheReviewBefore() {
        assertThat(current(MEANS).markdown()).isNotBlank().doesNotContain("{{say", "{{claim");
        assertThat(current(MEANS).markdown())
                .isEqualTo(current(MEANS).markdown().strip());
        assertThat(as(coordinator, () -> bean(Cycles.class).before(CYCLE))).contains("2021");
    }

    @Test
    void keepsEveryVersionAndMergesWhatTwoWrote() {
        TextKey key = new TextKey(CYCLE, "lessons", "fr");
        TextVersion begin = current(key);
        String base = "Premier point.\n\nDeuxième point.";
        Kept first = (Kept) save(coordinator, key, begin.number(), base);
        save(coordinator, key, first.version().number(), base.replace("Premier", "Tout premier"));
        Kept merged = (Kept) save(coordinator, key, first.version().number(), base.replace("Deuxième", "Second"));
        assertThat(merged.merged()).isTrue();
        assertThat(merged.version().markdown()).isEqualTo("Tout premier point.\n\nSecond point.");

        Texts.Saved disputed =
                save(coordinator, key, first.version().number(), base.replace("Premier point", "Un point"));
        assertThat(disputed).isInstanceOf(Undecided.class);
        assertThat(as(coordinator, () -> bean(Texts.class).draft(key)))
                .hasValueSatisfying(d -> assertThat(d.markdown()).contains("Un point"));
        assertThat(as(coordinator, () -> bean(Texts.class).history(key)))
                .extracting(TextVersion::number)
                .containsExactly(3, 2, 1, 0);
        assertThat(as(coordinator, () -> bean(Texts.class).version(key, 0).markdown()))
                .isEqualTo(begin.markdown());
    }

    @Test
    void onlyThoseToWhomASectionIsAssignedWriteIt() {
        TextVersion begin = current(MEANS);
        assertThatThrownBy(() -> save(otherService, MEANS, begin.number(), "Autre texte"))
                .isInstanceOf(Problem.class);
        assertThat(save(focalPoint, MEANS, begin.number(), begin.markdown() + "\n\nUne ligne de plus."))
                .isInstanceOf(Kept.class);
        assertThatThrownBy(() -> save(coordinator, new TextKey("2021", "means", "fr"), 0, "Réécrit"))
                .as("a review that no longer goes on")
                .isInstanceOf(Problem.class);
    }

    @Test
    void withoutAnActorNothingThatIsNotPublishedIsThere() {
        JdbcClient bare = JdbcClient.create(database.applicationDataSource());
        for (String table : List.of("text_version", "assignment", "comment", "signature", "draft", "edition")) {
            assertThat(bare.sql("select count(*) from reporting." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(bare.sql("select count(*) from reporting.narrative where cycle = ?")
                        .param(CYCLE)
                        .query(Long.class)
                        .single())
                .isZero();
        TransactionTemplate transaction = bean(TransactionTemplate.class);
        run(
                otherService,
                () -> assertThatThrownBy(() -> transaction.executeWithoutResult(status -> bean(JdbcClient.class)
                                .sql(
                                        "insert into reporting.text_version (cycle, section, language, number, markdown, reason) "
                                                + "values (?, 'means', 'fr', 99, 'x', 'write')")
                                .param(CYCLE)
                                .update()))
                        .rootCause()
                        .hasMessageContaining("row-level security"));
    }

    @Test
    void aSignatureHoldsOnlyWhileTheSectionSaysTheSame() {
        TextKey key = MEANS;
        String read = fingerprint("means");
        run(
                focalPoint,
                () -> bean(Signatures.class)
                        .sign(CYCLE, "means", organisation(focalPoint), read, fingerprint("means"), false, "", false));
        assertThat(signature().holds(fingerprint("means"))).isTrue();
        save(coordinator, key, current(key).number(), current(key).markdown() + "\n\nAjout.");
        assertThat(signature().holds(fingerprint("means"))).isFalse();
        assertThatThrownBy(() -> run(
                        focalPoint,
                        () -> bean(Signatures.class)
                                .sign(
                                        CYCLE,
                                        "means",
                                        organisation(focalPoint),
                                        read,
                                        fingerprint("means"),
                                        false,
                                        "",
                                        false)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run(
                        otherService,
                        () -> bean(Signatures.class)
                                .sign(CYCLE, "means", organisation(focalPoint), read, read, false, "", false)))
                .as("for another organisation")
                .isInstanceOf(Problem.class);
    }

    private static Signature signature() {
        return as(coordinator, () -> bean(Signatures.class).of(CYCLE)).stream()
                .filter(s -> s.section().equals("means"))
                .findFirst()
                .orElseThrow();
    }

    private static String fingerprint(String section) {
        return as(
                coordinator,
                () -> Drafts.fingerprints(bean(Drafts.class).now(CYCLE)).getOrDefault(section, ""));
    }

    @Test
    void anEditionIsTheSameAfterTheDataChangedAndAfterARestore() {
        int number = as(coordinator, () -> bean(Editions.class).lock(CYCLE, "première"));
        Map<String, String> before = files(bean(Editions.class), number);
        assertThat(before.keySet())
                .anyMatch(n -> n.endsWith("brief.pdf"))
                .anyMatch(n -> n.endsWith("slides.pptx"))
                .anyMatch(n -> n.endsWith("report.json"))
                .anyMatch(n -> n.endsWith("national-report.round-table.docx"));
        TextKey key = new TextKey(CYCLE, "challenges", "fr");
        save(coordinator, key, current(key).number(), "Tout autre chose.");
        assertThat(files(bean(Editions.class), number)).isEqualTo(before);
        int later = as(coordinator, () -> bean(Editions.class).lock(CYCLE, ""));
        assertThat(edition(later).hash()).isNotEqualTo(edition(number).hash());

        Path file = folder.resolve("taama.zip");
        Backup.write(database, file);
        try (Database other = TemporaryDatabase.open(CACHE)) {
            Restore.read(file, other);
            try (ConfigurableApplicationContext restored = application(other)) {
                assertThat(files(restored.getBean(Editions.class), number)).isEqualTo(before);
            }
        }
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        assertThatThrownBy(() -> owner.sql("update reporting.edition_file set content = ''")
                        .update())
                .hasMessageContaining("An edition never changes");
    }

    private static Edition edition(int number) {
        return as(coordinator, () -> bean(Editions.class).find(CYCLE, number));
    }

    /** What each file of an edition hashes to, read byte by byte. */
    private static Map<String, String> files(Editions editions, int number) {
        return as(coordinator, () -> {
            Edition edition = editions.find(CYCLE, number);
            Map<String, String> files = new TreeMap<>();
            for (Edition.File file : edition.files()) {
                String hash = Hashes.of(editions.content(edition, file.language(), file.name()));
                assertThat(hash).isEqualTo(file.sha256());
                files.put(file.language() + "/" + file.name(), hash);
            }
            return files;
        });
    }

    /** A figure that a service gave is printed for all who sign, quoted by who may see it, and public once it is published. */
    @Test
    void aReturnedFigureIsQuotedByWhoSeesItAndReadTheSameByAll() {
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("""
                insert into observatory.observation
                  (code, indicator, value, status, period, organisation, source_ref, published)
                select 'R1', indicator, 4242, 'done', '2024', :organisation, source_ref, false
                from observatory.observation order by code limit 1
                """).param("organisation", organisation(otherService)).update();
        String quoting = "Un chiffre : {{obs R1}}.";
        assertThatThrownBy(() -> save(focalPoint, MEANS, current(MEANS).number(), quoting))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("R1");
        TextKey key = new TextKey(CYCLE, "method", "fr");
        save(coordinator, key, current(key).number(), quoting);
        Drafts drafts = bean(Drafts.class);
        Map<String, String> words = words(coordinator);
        assertThat(words.get("method")).contains("4\u202f242");
        for (Actor actor : List.of(focalPoint, otherService)) {
            assertThat(words(actor)).isEqualTo(words);
        }
        assertThat(as(focalPoint, () -> drafts.with(CYCLE, "means", Locale.FRENCH, quoting))
                        .words()
                        .get("means"))
                .as("quoted already")
                .contains("4\u202f242");
        assertThat(as(focalPoint, () -> drafts.quotedOnlyBy(CYCLE, quoting, "Sans chiffre.")))
                .extracting(figure -> figure.observation().code())
                .containsExactly("R1");
        assertThat(seenByAll()).isZero();
        int number = as(coordinator, () -> bean(Editions.class).lock(CYCLE, ""));
        run(coordinator, () -> bean(Editions.class).publish(CYCLE, number, "CC-BY-4.0"));
        assertThat(seenByAll()).isEqualTo(1);
    }

    private static Map<String, String> words(Actor actor) {
        return Objects.requireNonNull(
                        as(actor, () -> bean(Drafts.class).now(CYCLE)).get(Locale.FRENCH))
                .words();
    }

    private static long seenByAll() {
        return JdbcClient.create(database.applicationDataSource())
                .sql("select count(*) from observatory.observation where code = 'R1'")
                .query(Long.class)
                .single();
    }

    @Test
    void aSuggestionEntersTheTextWhenItIsAccepted() {
        TextKey key = new TextKey(CYCLE, "introduction", "fr");
        save(coordinator, key, current(key).number(), "Le Mali est un pays de départ.");
        run(otherService, () -> bean(Comments.class).say(key, 0, "de départ", "de départ et de transit", "Plus exact"));
        Comment suggestion = as(coordinator, () -> bean(Comments.class).on(key)).getFirst();
        run(coordinator, () -> bean(Comments.class).accept(key, suggestion.id()));
        assertThat(current(key).markdown()).isEqualTo("Le Mali est un pays de départ et de transit.");
        assertThat(as(coordinator, () -> bean(Comments.class).on(key))
                        .getFirst()
                        .outcome())
                .contains("accepted");
        assertThatThrownBy(
                        () -> run(otherService, () -> bean(Comments.class).say(key, 0, "nulle part", "ailleurs", "")))
                .isInstanceOf(Problem.class);
    }

    /** Any sequence of saving, restoring and remarking keeps every version, numbered without a gap, the first untouched. */
    @Test
    void anySequenceOfActionsKeepsVersionsComplete() {
        TextKey key = new TextKey(CYCLE, "next", "en");
        Random random = new Random(3);
        String begin = current(key).markdown();
        List<String> written = new ArrayList<>(List.of(begin));
        for (int step = 0; step < 60; step++) {
            int latest = current(key).number();
            int base = random.nextInt(latest + 1);
            String text = "Point " + random.nextInt(4) + ".\n\nLine " + random.nextInt(4) + ".";
            Texts.Saved saved = random.nextInt(4) == 0
                    ? as(coordinator, () -> {
                        Texts texts = bean(Texts.class);
                        return texts.save(key, latest, texts.version(key, base).markdown(), "restore");
                    })
                    : save(coordinator, key, base, text);
            if (saved instanceof Kept kept && kept.version().number() > latest) {
                written.add(kept.version().markdown());
            }
            List<TextVersion> history =
                    as(coordinator, () -> bean(Texts.class).history(key)).reversed();
            assertThat(history).extracting(TextVersion::markdown).containsExactlyElementsOf(written);
            assertThat(history.getLast().markdown()).isEqualTo(current(key).markdown());
        }
        assertThat(written.getFirst()).isEqualTo(begin);
    }
}
