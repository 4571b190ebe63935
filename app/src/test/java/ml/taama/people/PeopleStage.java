package ml.taama.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import ml.taama.RunningSite;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
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

    @Override
    public void close() {
        site.close();
    }
}
