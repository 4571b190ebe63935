package ml.taama.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import ml.taama.accounts.Tokens.Purpose;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first account of an installation: an administrator, whose invitation is shown to who starts it. */
@Component
public class FirstAdministrator {

    private static final Actor SYSTEM = Actor.system("first-administrator");

    private final Accounts accounts;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstAdministrator(
            Accounts accounts, Tokens tokens, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whether there is no account at all. */
    public boolean nobody() {
        return Actors.as(SYSTEM, accounts::all).isEmpty();
    }

    /** The page where the first administrator chooses a password; nothing once somebody has done so. */
    public Optional<String> invite(String organisation) {
        return Actors.as(
                SYSTEM,
                () -> transaction.execute(status -> {
                    if (nobody()) {
                        long account = accounts.create("Administration", "administrator@localhost", Locale.FRENCH);
                        accounts.give(
                                account, Role.ADMINISTRATOR, organisation, LocalDate.now(clock), Optional.empty());
                    }
                    return waiting().map(account -> "/fr/welcome/" + tokens.make(account, Purpose.INVITATION));
                }));
    }

    /** The first administrator, while nobody has a password. */
    private Optional<Long> waiting() {
        return jdbc.sql("""
                select account from accounts.credential
                where not exists (select from accounts.credential where password is not null) order by account limit 1
                """).query(Long.class).optional();
    }
}
