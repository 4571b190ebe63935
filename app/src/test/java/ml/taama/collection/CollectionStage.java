package ml.taama.collection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import ml.taama.Taama;
import ml.taama.accounts.Accounts;
import ml.taama.accounts.DemonstrationAccounts;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Question;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole product on a free port, with Mali and one person for each role. */
final class CollectionStage implements AutoCloseable {

    static final Path PACKS = Path.of("../packs").toAbsolutePath().normalize();
    static final String COORDINATOR = "ministry-abroad";
    static final String HEALTH = "ministry-health";
    static final String FOREIGN = "ministry-foreign";

    private final Database database =
            TemporaryDatabase.open(Path.of("../.build").toAbsolutePath().normalize());
    private final ConfigurableApplicationContext context;

    CollectionStage() {
        SpringApplication application = new SpringApplication(Taama.class);
        application.addInitializers(
                c -> ((GenericApplicationContext) c).registerBean("database", Database.class, () -> database));
        application.setDefaultProperties(Map.of("server.port", 0));
        context = application.run();
        get(PackReader.class).read(PACKS.resolve("mali"), PACKS, new Faults()).ifPresent(get(PackLoader.class)::load);
        get(DemonstrationAccounts.class).make(COORDINATOR, List.of(FOREIGN, HEALTH));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody who holds a role in an organisation. */
    Actor person(Role role, String organisation) {
        long account = Actors.as(
                Actor.system("test"),
                () -> get(Accounts.class).holding(role, "").stream()
                        .filter(a -> a.holdings().getFirst().organisation().equals(organisation))
                        .findFirst()
                        .or(() -> get(Accounts.class).holding(role, "").stream().findFirst())
                        .orElseThrow()
                        .id());
        return Actor.person(account, List.of(new Actor.Holding(role, organisation)));
    }

    Actor coordinator() {
        return person(Role.COORDINATOR, COORDINATOR);
    }

    Actor focalPoint(String organisation) {
        return person(Role.FOCAL_POINT, organisation);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    void run(Actor actor, Runnable work) {
        Actors.run(actor, work);
    }

    /** An open call for the review of Mali, with agreements for everybody asked. */
    Call openCall() {
        return as(coordinator(), () -> {
            long before =
                    get(Calls.class).all().stream().mapToLong(Call::id).max().orElse(0);
            get(DemonstrationCall.class).make();
            return get(Calls.class).all().stream()
                    .filter(c -> c.id() > before)
                    .findFirst()
                    .orElseThrow();
        });
    }

    Return document(Call call, String organisation) {
        return as(
                coordinator(),
                () -> get(Returns.class).to(call.id()).stream()
                        .filter(r -> r.organisation().equals(organisation))
                        .findFirst()
                        .orElseThrow());
    }

    static Question question(Call call, String code) {
        return call.questions().stream()
                .filter(q -> q.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Types into the page of a return. */
    void type(String organisation, long document, Map<String, String> fields) {
        run(focalPoint(organisation), () -> get(Returns.class).type(document, fields));
    }

    /** Says of every figure that has no value yet that it was not collected. */
    void answerTheRest(String organisation, long document) {
        run(focalPoint(organisation), () -> {
            Returns.Opened opened = get(Returns.class).open(document, Locale.FRENCH);
            for (Question question : opened.form().questions().values()) {
                boolean answered = opened.values().stream().anyMatch(v -> v.question() == question.id());
                if (question.figure() && !answered) {
                    get(Returns.class).type(document, Map.of("a:" + question.id(), "not-collected"));
                }
            }
        });
    }

    static String field(Question question, Cell cell) {
        return "v:" + question.id() + ":" + cell;
    }

    /** Rows as somebody sees them, in SQL. */
    long count(Actor actor, String table) {
        return as(
                actor,
                () -> get(TransactionTemplate.class)
                        .execute(status -> get(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
