package ml.taama.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All accounts with their addresses, for who administers them. */
@Component
class Directory {

    private static final String FACTORS = """
            select c.account, c.email, c.password is not null as password,
              (c.totp_confirmed_at is not null)::integer
                + (select count(*) from accounts.passkey p where p.account = c.account) as factors,
              (select to_timestamp(max(s.last_access_time) / 1000.0) from accounts.session s
                where s.principal_name = c.account::text) as seen
            from accounts.credential c
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail audit;

    Directory(JdbcClient jdbc, Accounts accounts, AuditTrail audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Everybody, by name. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        Map<Long, Account> known = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Long, Listed> listed = jdbc.sql(FACTORS).query(Row.mapper(row -> listed(row, known))).list().stream()
                .collect(Collectors.toMap(l -> l.account().id(), Function.identity()));
        return accounts.all().stream()
                .flatMap(a -> Optional.ofNullable(listed.get(a.id())).stream())
                .toList();
    }

    private static Listed listed(Row row, Map<Long, Account> known) throws java.sql.SQLException {
        return new Listed(
                java.util.Objects.requireNonNull(known.get(row.number("account").longValue())),
                row.text("email"),
                row.truth("password"),
                row.whole("factors"),
                row.instant("seen"));
    }

    /** One account. */
    @Transactional(readOnly = true)
    public Optional<Listed> find(long id) {
        return all().stream().filter(l -> l.account().id() == id).findFirst();
    }

    /** Changes the address under which a person signs in and is written to. */
    @Transactional
    public void address(long account, String email) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        try {
            jdbc.sql("update accounts.credential set email = ? where account = ? and email <> ?")
                    .params(email, account, email)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.of(AccountProblem.ADDRESS_TAKEN).causedBy(e);
        }
        audit.note("account.address", "account", account);
    }
}
