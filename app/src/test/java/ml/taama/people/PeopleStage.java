package ml.taama.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import ml.taama.RunningSite;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import ml.taama.platform.text.Messages;
import ml.taama.ui.Assets;
import ml.taama.ui.Ui;
import ml.taama.ui.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The product with Mali, and people of two services who register and look for others. */
public final class PeopleStage implements AutoCloseable {

    public static final String CONSULATE = "ministry-foreign";
    public static final String ANTENNA = "ministry-abroad";

    private final RunningSite site = RunningSite.demonstration();

    public RunningSite site() {
        return site;
    }

    public <T> T get(Class<T> type) {
        return site.bean(type);
    }

    /** Somebody with a role in an organisation; accounts of the demonstration stand behind them. */
    public Actor actor(Role role, String organisation) {
        long account = site.owner()
                .sql("select account from accounts.holding where role = ? limit 1")
                .param(role.word())
                .query(Long.class)
                .single();
        return Actor.person(account, List.of(new Actor.Holding(role, organisation)));
    }

    public Actor agent(String organisation) {
        return actor(Role.FIELD_AGENT, organisation);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    /** What somebody sees in SQL. */
    public long count(Actor actor, String sql) {
        return as(
                actor,
                () -> Objects.requireNonNull(get(TransactionTemplate.class)
                        .execute(status -> get(JdbcClient.class)
                                .sql("select count(*) from " + sql)
                                .query(Long.class)
                                .single())));
    }

    /** Somebody with a name and a telephone. */
    public static PersonData person(String given, String surname, String phone) {
        return new PersonData(
                List.of(new PersonName("said", given, surname, "")),
                "female",
                Birth.read("12/03/1985", false, java.time.LocalDate.of(2026, 1, 1))
                        .orElseThrow(),
                List.of("ML"),
                Optional.of("ML"),
                "Aminata",
                "",
                Optional.of("bm"),
                List.of(new Place("origin", Optional.of("ML"), Optional.empty(), "Yélimané")),
                phone.isEmpty() ? List.of() : List.of(phone));
    }

    public long register(Actor actor, PersonData data, String organisation) {
        return as(actor, () -> get(People.class).register(data, organisation, "counter"));
    }

    /** Brings somebody in a spreadsheet, keeps it, and gives the number of the file. */
    public long imported(Actor actor, String organisation, String name, String csv) {
        PeopleImports imports = get(PeopleImports.class);
        long id = as(actor, () -> imports.upload(organisation, name, csv.getBytes(StandardCharsets.UTF_8)));
        as(actor, () -> {
            imports.keep(id, false, shown(actor));
            return id;
        });
        for (int i = 0; i < 600 && imports.progress(id).isPresent(); i++) {
            pause();
        }
        return site.owner()
                .sql("select id from people.file where import = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private Shown shown(Actor actor) {
        return get(Shown.Maker.class)
                .of(new Ui(
                        Locale.FRENCH,
                        "/work/people",
                        "",
                        List.of(Locale.FRENCH),
                        List.of(),
                        List.of(),
                        new Visitor(actor, Optional.of("Awa"), false, 0, true, () -> ""),
                        get(Messages.class),
                        get(Assets.class)));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes two files one person, without any decision of a reviewer; gives the number of the merge. */
    public long merge(Actor actor, long one, long other) {
        return as(
                actor,
                () -> Objects.requireNonNull(get(TransactionTemplate.class)
                        .execute(status -> get(Merges.class).merge(one, other, Optional.empty()))));
    }

    public void unmerge(Actor actor, long merge, String reason) {
        as(actor, () -> {
            get(TransactionTemplate.class)
                    .executeWithoutResult(status -> get(Merges.class).undo(merge, reason));
            return merge;
        });
    }

    /** What was added while two files were one. */
    public List<Addition> additions(Actor actor, long merge) {
        return as(actor, () -> {
            Merge found = get(Merges.class).find(merge).orElseThrow();
            return get(MergeAdditions.class).of(found, found.undoneAt().orElseThrow());
        });
    }

    public void assign(Actor actor, long merge, Addition addition) {
        as(actor, () -> {
            Merge found = get(Merges.class).find(merge).orElseThrow();
            get(MergeAdditions.class).assign(found, addition.kind(), addition.id(), addition.file());
            return merge;
        });
    }

    /** Takes what was erased out of the files of the database. */
    public boolean sweep() {
        return as(Actor.system("sweep"), () -> get(ErasureSweep.class).sweep());
    }

    @Override
    public void close() {
        site.close();
    }
}
