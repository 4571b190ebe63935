package ml.taama.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links: an invitation, or a way back for who lost the password. Only their hash is kept. */
@Component
class Tokens {

    /** What a link is for, and how long it works. */
    enum Purpose {
        INVITATION(Duration.ofDays(14)),
        RESET(Duration.ofHours(2));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new link; those given before for the same purpose end. */
    @Transactional
    public String make(long account, Purpose purpose) {
        jdbc.sql("update accounts.token set used_at = now() where account = ? and purpose = ? and used_at is null")
                .params(account, purpose.word())
                .update();
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("""
                insert into accounts.token (hash, account, purpose, expires_at)
                values (?, ?, ?, now() + make_interval(secs => ?))
                """)
                .params(hash(token), account, purpose.word(), purpose.life().toSeconds())
                .update();
        return token;
    }

    /** The account of a link that still works. */
    @Transactional(readOnly = true)
    public Optional<Long> account(String token) {
        return jdbc.sql("""
                select t.account from accounts.token t join accounts.account a on a.id = t.account
                where t.hash = ? and t.used_at is null and t.expires_at > now() and a.ended_at is null
                """).param(hash(token)).query(Long.class).optional();
    }

    /**
     * Uses a link up.
     *
     * @throws Problem when it does not work any more
     */
    @Transactional
    public long use(String token) {
        return jdbc.sql("""
                update accounts.token t set used_at = now() from accounts.account a
                where a.id = t.account and t.hash = ? and t.used_at is null and t.expires_at > now()
                  and a.ended_at is null
                returning t.account
                """)
                .param(hash(token))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.of(AccountProblem.DEAD_LINK));
    }

    /** Compares in the same time whatever differs. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
