package ml.taama.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in who prove who they are. */
@Component
class SignIn {

    private static final Actor SYSTEM = Actor.system("sign-in");

    /** What is kept of who wants in. */
    private record Kept(long account, Optional<String> password, boolean demonstration, boolean ended) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Demonstration demonstration;
    private final AuditTrail audit;

    SignIn(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Passwords passwords,
            Attempts attempts,
            Demonstration demonstration,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.attempts = attempts;
        this.demonstration = demonstration;
        this.audit = audit;
    }

    /**
     * The account of an address and its password.
     *
     * @param address network address that it is tried from
     * @throws Problem when one of the two is wrong, when there were too many attempts, or for a demonstration account elsewhere
     */
    long withPassword(String email, String password, String address) {
        return Actors.as(SYSTEM, () -> {
            attempts.refuseTooMany(email, address);
            Optional<Kept> kept = find(email).filter(k -> !k.ended());
            if (!passwords.matches(password, kept.flatMap(Kept::password))) {
                attempts.failed(email, address);
                note("sign-in.refuse", kept.map(Kept::account).orElse(0L));
                throw Problem.of(AccountProblem.WRONG_PASSWORD);
            }
            Kept found = kept.orElseThrow();
            if (found.demonstration() && !demonstration.on()) {
                note("sign-in.refuse", found.account());
                throw Problem.of(AccountProblem.DEMONSTRATION_ONLY);
            }
            attempts.succeeded(email, address);
            Actors.run(Actor.person(found.account(), List.of()), () -> note("sign-in", found.account()));
            return found.account();
        });
    }

    private void note(String action, long account) {
        transaction.executeWithoutResult(status -> audit.note(action, "account", account, "", Map.of()));
    }

    private Optional<Kept> find(String email) {
        return transaction.execute(status -> jdbc.sql("""
                select c.account, c.password, a.demonstration, a.ended_at is not null as ended
                from accounts.credential c join accounts.account a on a.id = c.account
                where lower(c.email) = lower(?)
                """)
                .param(email.strip())
                .query(Row.mapper(row -> new Kept(
                        row.number("account").longValue(),
                        row.maybe("password"),
                        row.truth("demonstration"),
                        row.truth("ended"))))
                .optional());
    }
}
