package ml.taama.accounts;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and the roles they hold. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** All accounts, by name. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        Map<Long, List<Holding>> holdings = holdings("").stream().collect(Collectors.groupingBy(Holding::account));
        return jdbc.sql("select * from accounts.account order by lower(name), id")
                .query(Row.mapper(row -> account(row, holdings)))
                .list();
    }

    /** One account. */
    @Transactional(readOnly = true)
    public Optional<Account> find(long id) {
        Map<Long, List<Holding>> holdings = Map.of(id, holdings(" where account = " + id));
        return jdbc.sql("select * from accounts.account where id = ?")
                .param(id)
                .query(Row.mapper(row -> account(row, holdings)))
                .optional();
    }

    /** Names by number of account, for pages that say who did something. */
    @Transactional(readOnly = true)
    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from accounts.account")
                .query(Row.mapper(row -> names.put(row.number("id").longValue(), row.text("name"))))
                .list();
        return names;
    }

    /** Accounts that hold a role today, in an organisation or, when it is empty, in any. */
    @Transactional(readOnly = true)
    public List<Account> holding(Role role, String organisation) {
        LocalDate today = LocalDate.now(clock);
        return all().stream()
                .filter(a -> a.endedAt().isEmpty())
                .filter(a -> a.holdings().stream()
                        .anyMatch(h -> h.role() == role
                                && h.on(today)
                                && (organisation.isEmpty() || h.organisation().equals(organisation))))
                .toList();
    }

    /** Accounts that may do something for an organisation today. */
    @Transactional(readOnly = true)
    public List<Account> allowed(Permission permission, String organisation) {
        LocalDate today = LocalDate.now(clock);
        return all().stream()
                .filter(a -> a.endedAt().isEmpty())
                .filter(a -> actor(a, today).may(permission, organisation))
                .toList();
    }

    static Actor actor(Account account, LocalDate day) {
        return Actor.person(
                account.id(),
                account.holdings().stream()
                        .filter(h -> h.on(day))
                        .map(h -> new Actor.Holding(h.role(), h.organisation()))
                        .toList());
    }

    /**
     * Makes an account without a password; the person sets it with an invitation.
     *
     * @throws Problem when the address is already somebody's
     */
    @Transactional
    public long create(String name, String email, Locale language) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        boolean taken = jdbc.sql("select 1 from accounts.credential where lower(email) = lower(?)")
                .param(email)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (taken) {
            throw Problem.of(AccountProblem.ADDRESS_TAKEN);
        }
        long id = jdbc.sql("insert into accounts.account (name, language) values (?, ?) returning id")
                .params(name, language.getLanguage())
                .query(Long.class)
                .single();
        jdbc.sql("insert into accounts.credential (account, email) values (?, ?)")
                .params(id, email)
                .update();
        audit.note("account.create", "account", id);
        return id;
    }

    /** Gives a role in an organisation for a period. */
    @Transactional
    public void give(long account, Role role, String organisation, LocalDate from, Optional<LocalDate> to) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        jdbc.sql("""
                insert into accounts.holding (account, role, organisation, valid_from, valid_to)
                values (:account, :role, :organisation, :from, :to)
                """)
                .param("account", account)
                .param("role", role.word())
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to.orElse(null))
                .update();
        audit.note("role.give", "account", account, organisation, Map.of("role", role.word()));
    }

    /** Ends a role at once: yesterday was its last day, or it never began. */
    @Transactional
    public void endRole(long account, long holding) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        Holding ended = find(account).stream()
                .flatMap(a -> a.holdings().stream())
                .filter(h -> h.id() == holding)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        LocalDate today = LocalDate.now(clock);
        if (ended.from().isBefore(today)) {
            jdbc.sql("update accounts.holding set valid_to = ? where id = ?")
                    .params(today.minusDays(1), holding)
                    .update();
        } else {
            jdbc.sql("delete from accounts.holding where id = ?").param(holding).update();
        }
        audit.note(
                "role.end",
                "account",
                account,
                ended.organisation(),
                Map.of("role", ended.role().word()));
    }

    /** Changes name and language of an account: one's own, or as an administrator. */
    @Transactional
    public void change(long account, String name, Locale language) {
        if (account != Actors.current().account()) {
            Actors.current().require(Permission.MANAGE_ACCOUNTS);
        }
        jdbc.sql("update accounts.account set name = ?, language = ? where id = ?")
                .params(name, language.getLanguage(), account)
                .update();
        audit.note("account.change", "account", account);
    }

    /** Ends an account, or opens it again. */
    @Transactional
    public void end(long account, boolean ended) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        if (ended && account == Actors.current().account()) {
            throw Problem.of(AccountProblem.OWN_ACCOUNT);
        }
        jdbc.sql("update accounts.account set ended_at = case when ? then now() end where id = ?")
                .params(ended, account)
                .update();
        audit.note(ended ? "account.end" : "account.reopen", "account", account);
    }

    private List<Holding> holdings(String where) {
        return jdbc.sql("select * from accounts.holding" + where + " order by valid_from, id")
                .query(Row.mapper(Accounts::holding))
                .list();
    }

    private static Holding holding(Row row) throws SQLException {
        return new Holding(
                row.number("id").longValue(),
                row.number("account").longValue(),
                Role.of(row.text("role")).orElseThrow(),
                row.text("organisation"),
                row.day("valid_from").orElseThrow(),
                row.day("valid_to"));
    }

    private static Account account(Row row, Map<Long, List<Holding>> holdings) throws SQLException {
        long id = row.number("id").longValue();
        return new Account(
                id,
                row.text("name"),
                Locale.of(row.text("language")),
                row.truth("demonstration"),
                row.instant("created_at").orElseThrow(),
                row.instant("ended_at"),
                new ArrayList<>(holdings.getOrDefault(id, List.of())));
    }
}
