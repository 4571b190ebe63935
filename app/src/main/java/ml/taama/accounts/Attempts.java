package ml.taama.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ml.taama.platform.database.Database;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses: after three failures for an account from one network address each further one doubles the wait,
 * up to fifteen minutes. Another address is not slowed, so nobody can lock the owner out.
 */
@Component
class Attempts {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final byte[] key;

    Attempts(JdbcClient jdbc, Database database) {
        this.jdbc = jdbc;
        this.key = database.derivedKey("attempts");
    }

    /**
     * Refuses while the wait is not over.
     *
     * @throws Problem with the seconds still to wait
     */
    @Transactional(readOnly = true)
    public void refuseTooMany(String email, String address) {
        int wait = jdbc.sql("""
                select ceil(extract(epoch from last_at + make_interval(secs => least(?, power(2, failures - ?))) - now()))
                from accounts.attempt where key = ? and failures > ?
                """)
                .params(LONGEST.toSeconds(), FREE, key(email, address), FREE)
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (wait > 0) {
            throw Problem.of(AccountProblem.WAIT, wait);
        }
    }

    /** Counts a failure; failures older than a day are forgotten. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String email, String address) {
        jdbc.sql("delete from accounts.attempt where last_at < now() - interval '1 day'")
                .update();
        jdbc.sql("""
                insert into accounts.attempt (key, failures) values (?, 1)
                on conflict (key) do update set failures = least(accounts.attempt.failures + 1, 30), last_at = now()
                """).param(key(email, address)).update();
    }

    /** Forgets the failures of who got in. */
    @Transactional
    public void succeeded(String email, String address) {
        jdbc.sql("delete from accounts.attempt where key = ?")
                .param(key(email, address))
                .update();
    }

    private String key(String email, String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String text = email.strip().toLowerCase(Locale.ROOT) + ' ' + address;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
