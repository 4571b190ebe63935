package ml.taama.accounts;

import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords: Argon2id, at least twelve characters, no rule of composition (NIST SP 800-63B, 5.1.1). */
@Component
class Passwords {

    static final int LEAST = 12;
    private static final int MOST = 200;

    /** 19 MiB, two passes, one lane: the least that OWASP advises for Argon2id. */
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobody = encoder.encode("nobody");

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Passwords(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Whether the password is that of a kept hash; takes as long when there is none. */
    boolean matches(String password, Optional<String> kept) {
        boolean same = encoder.matches(password, kept.orElse(nobody));
        return same && kept.isPresent();
    }

    /**
     * Changes one's own password.
     *
     * @throws Problem when the present one is wrong or the new one is weak
     */
    @Transactional
    public void change(long account, String present, String future) {
        Optional<String> kept = jdbc.sql("select password from accounts.credential where account = ?")
                .param(account)
                .query(Row.mapper(row -> row.maybe("password")))
                .optional()
                .flatMap(p -> p);
        if (!matches(present, kept)) {
            throw Problem.of(AccountProblem.PRESENT_PASSWORD);
        }
        set(account, future);
    }

    /**
     * Sets a password.
     *
     * @throws Problem when it is too short, too long, or one letter repeated
     */
    @Transactional
    public void set(long account, String password) {
        boolean weak = password.length() < LEAST
                || password.length() > MOST
                || password.chars().distinct().count() < 5;
        if (weak) {
            throw Problem.of(AccountProblem.WEAK_PASSWORD, LEAST);
        }
        jdbc.sql("update accounts.credential set password = ?, password_set_at = now() where account = ?")
                .params(encoder.encode(password), account)
                .update();
        audit.note("password.set", "account", account);
    }
}
