package ml.taama.collection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines as a calendar that a mail programme reads by itself, at an address that only its owner knows. */
@Component
class Calendars {

    /** A calendar and the language of its owner. */
    record Feed(List<Call> calls, Locale language) {}

    private static final Actor SYSTEM = Actor.system("calendar");
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Calls calls;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Calendars(
            JdbcClient jdbc,
            Accounts accounts,
            Calls calls,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.calls = calls;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a new address for who is signed in; the old one ends. It is told once: only its hash is kept. */
    String renew() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into collection.calendar (account, hash) values (platform.account(), ?)
                    on conflict (account) do update set hash = excluded.hash, at = now()
                    """).param(hash(token)).update();
            audit.note("calendar.renew", "account", Actors.current().account());
        });
        return token;
    }

    /** The calls that the owner of an address sees, drafts excepted. */
    Optional<Feed> read(String token) {
        Optional<Account> owner = Actors.as(
                        SYSTEM,
                        () -> transaction.execute(
                                status -> jdbc.sql("select account from collection.calendar where hash = ?")
                                        .param(hash(token))
                                        .query(Long.class)
                                        .optional()
                                        .flatMap(accounts::find)))
                .filter(a -> a.endedAt().isEmpty());
        return owner.map(account -> new Feed(
                Actors.as(actor(account), calls::all).stream()
                        .filter(c -> c.state() != Call.State.DRAFT)
                        .toList(),
                account.language()));
    }

    private Actor actor(Account account) {
        LocalDate today = LocalDate.now(clock);
        return Actor.person(
                account.id(),
                account.holdings().stream()
                        .filter(h -> h.on(today))
                        .map(h -> new Actor.Holding(h.role(), h.organisation()))
                        .toList());
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
