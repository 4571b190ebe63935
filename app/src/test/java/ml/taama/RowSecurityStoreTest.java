package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What PostgreSQL itself shows, whatever the pages ask: generated from its catalogue, so that a new table is covered by itself. */
class RowSecurityStoreTest {

    private static final String PROTECTED = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity order by 1
            """;
    private static final String HALF = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and (c.relrowsecurity or c.relforcerowsecurity)
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """;
    private static final String WITH_ORGANISATION = PROTECTED.replace(
            "order by",
            "and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation') order by");

    /**
     * Rows that all who take part see, whichever organisation they name: which roles colleagues hold, who writes which
     * section, who has signed it.
     */
    private static final Set<String> SHOWN = Set.of("accounts.holding", "reporting.assignment", "reporting.signature");

    /** Tables that also hold what everybody may read, and which of their rows are not that. */
    private static final Map<String, String> UNPUBLISHED = Map.of(
            "observatory.observation", "not published",
            "reporting.narrative",
                    "origin = 'people' and cycle in (select code from reporting.cycle where state = 'open')",
            "reference.source", "not published_here",
            "reporting.edition", "published_at is null");

    private static RunningSite site;
    private static JdbcClient application;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        site = RunningSite.demonstration();
        site.visit("coordinator");
        application = site.bean(JdbcClient.class);
        transaction = site.bean(TransactionTemplate.class);
        unpublish();
    }

    /** Rows of each kind that nobody has published yet. */
    private static void unpublish() {
        JdbcClient owner = site.owner();
        for (String change : List.of(
                "update observatory.observation set published = false where ctid in (select min(ctid) from observatory.observation group by organisation)",
                "insert into reference.source (code, kind, title, organisation, published_here) values ('X', 'return', '{}', 'X', false)",
                "update reporting.cycle set state = 'open'",
                "update reporting.narrative set origin = 'people'",
                "insert into reporting.edition (cycle, number, hash, locked_by) select code, 99, 'x', 1 from reporting.cycle")) {
            assertThat(owner.sql(change).update()).as(change).isPositive();
        }
        UNPUBLISHED.forEach((table, condition) -> assertThat(tables("select 'x' from " + table + " where " + condition))
                .as(table)
                .isNotEmpty());
    }

    private static String unpublished(String table) {
        return "select count(*) from " + table + " where " + UNPUBLISHED.getOrDefault(table, "true");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<String> tables(String sql) {
        return site.owner()
                .sql(sql)
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static long rows(Actor actor, String sql) {
        return Actors.as(
                actor,
                () -> Objects.requireNonNull(transaction.execute(
                        status -> application.sql(sql).query(Long.class).single())));
    }

    @Test
    void withoutAnActorEveryProtectedTableIsEmpty() {
        List<String> tables = tables(PROTECTED);
        assertThat(tables).contains("accounts.account", "accounts.credential", "platform.audit_entry", "platform.mail");
        for (String table : tables) {
            String count = unpublished(table);
            assertThat(rows(Actor.PUBLIC, count)).as(table).isZero();
            assertThat(application.sql(count).query(Long.class).single())
                    .as("%s outside a transaction", table)
                    .isZero();
        }
        assertThat(site.owner()
                        .sql("select count(*) from accounts.account")
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
        assertThat(tables(HALF)).isEmpty();
    }

    @Test
    void anActorWithoutRolesChangesNothingOfOthers() {
        Actor nobody = Actor.person(999_999, List.of());
        for (String table : tables(PROTECTED)) {
            int changed = Actors.as(
                    nobody,
                    () -> Objects.requireNonNull(transaction.execute(status -> {
                        status.setRollbackOnly();
                        return application.sql("delete from " + table).update();
                    })));
            assertThat(changed).as("deletes from " + table).isZero();
        }
    }

    @Test
    void aFocalPointSeesNoRowOfAnotherOrganisation() {
        Actor focalPoint = Actor.person(999_999, List.of(new Actor.Holding(Role.FOCAL_POINT, "A-SERVICE")));
        TreeMap<String, Long> seen = new TreeMap<>();
        List<String> tables = new ArrayList<>(tables(WITH_ORGANISATION));
        assertThat(tables).contains("platform.audit_entry");
        tables.removeAll(SHOWN);
        for (String table : tables) {
            long rows = rows(
                    focalPoint, unpublished(table) + " and organisation is not null and organisation <> 'A-SERVICE'");
            if (rows > 0) {
                seen.put(table, rows);
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aPersonSeesOwnCredentialsOnlyAndAnAdministratorAll() {
        long own = site.owner()
                .sql("select min(id) from accounts.account")
                .query(Long.class)
                .single();
        String count = "select count(*) from accounts.credential";
        assertThat(rows(Actor.person(own, List.of()), count)).isEqualTo(1);
        assertThat(rows(Actor.person(own, List.of(new Actor.Holding(Role.COORDINATOR, "X"))), count))
                .isEqualTo(1);
        assertThat(rows(Actor.person(own, List.of(new Actor.Holding(Role.ADMINISTRATOR, "X"))), count))
                .isEqualTo(12);
    }

    @Test
    void nobodyTakesAnEntryOutOfTheTrail() {
        for (Role role : Role.values()) {
            Actor actor = Actor.person(1, List.of(new Actor.Holding(role, "X")));
            int changed = Actors.as(
                    actor,
                    () -> Objects.requireNonNull(transaction.execute(status ->
                            application.sql("delete from platform.audit_entry").update()
                                    + application
                                            .sql("update platform.audit_entry set action = 'nothing'")
                                            .update())));
            assertThat(changed).as(role.word()).isZero();
        }
    }
}
