package ml.taama.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second proof of who one is: codes of a phone, keys of devices, and codes on paper for the day when these are lost. */
@Component
class SecondFactors {

    private static final Actor SYSTEM = Actor.system("second-factor");

    /**
     * What somebody has.
     *
     * @param totp whether codes of a phone are set up
     * @param codes recovery codes not used yet
     */
    public record State(boolean totp, int passkeys, int codes) {

        /** Whether there is a second factor at all. */
        public boolean any() {
            return totp || passkeys > 0;
        }
    }

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final RecoveryCodes paper;
    private final Attempts attempts;
    private final AuditTrail audit;
    private final Clock clock;
    private final Totp totp = new Totp();

    SecondFactors(
            JdbcClient jdbc, Sealed sealed, RecoveryCodes paper, Attempts attempts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.paper = paper;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public State of(long account) {
        return jdbc.sql("""
                select (select totp_confirmed_at is not null from accounts.credential where account = :id) as totp,
                  (select count(*) from accounts.passkey where account = :id) as passkeys,
                  (select count(*) from accounts.recovery_code where account = :id and used_at is null) as codes
                """)
                .param("id", account)
                .query(Row.mapper(row -> new State(row.truth("totp"), row.whole("passkeys"), row.whole("codes"))))
                .single();
    }

    /**
     * Refuses to change second factors to who has some and has not shown one: a password alone must not add another.
     *
     * @throws Problem that answers as 403
     */
    @Transactional(readOnly = true)
    public void refuseUnlessShown(Proven proven) {
        if (!proven.twice() && of(proven.account()).any()) {
            throw Problem.of(AccountProblem.FACTOR_FIRST);
        }
    }

    /** The secret to set up: the one begun before, or a new one. */
    @Transactional
    public byte[] begin(long account) {
        Optional<String> begun = secret(account, false);
        if (begun.isPresent()) {
            return sealed.open(account, begun.get());
        }
        byte[] secret = Totp.newSecret();
        jdbc.sql("update accounts.credential set totp_secret = ? where account = ? and totp_confirmed_at is null")
                .params(sealed.seal(account, secret), account)
                .update();
        return secret;
    }

    /**
     * Ends the setting up with a first code.
     *
     * @throws Problem when the code is wrong
     */
    @Transactional
    public void confirm(long account, String code) {
        use(account, code, false);
        jdbc.sql("update accounts.credential set totp_confirmed_at = now() where account = ?")
                .param(account)
                .update();
        audit.note("second-factor.add", "account", account);
    }

    /**
     * Refuses while there were too many wrong codes; to be asked before each attempt, outside of its transaction.
     *
     * @throws Problem with the seconds still to wait
     */
    void refuseTooMany(long account, String address) {
        Actors.run(SYSTEM, () -> attempts.refuseTooMany(key(account), address));
    }

    /** Counts an attempt. */
    void tried(long account, String address, boolean right) {
        Actors.run(SYSTEM, () -> {
            if (right) {
                attempts.succeeded(key(account), address);
            } else {
                attempts.failed(key(account), address);
            }
        });
    }

    private static String key(long account) {
        return "second-factor " + account;
    }

    /**
     * Shows a second factor: a code of the phone, or one on paper.
     *
     * @throws Problem when the code is wrong or was used
     */
    @Transactional
    public void show(long account, String code) {
        String plain = RecoveryCodes.plain(code);
        if (plain.length() == RecoveryCodes.LENGTH) {
            paper.use(account, plain);
            audit.note("second-factor.recovery", "account", account);
        } else {
            use(account, plain, true);
            audit.note("second-factor.show", "account", account);
        }
    }

    /** A code works once: its step must be later than the last one used. */
    private void use(long account, String code, boolean confirmed) {
        OptionalLong step = secret(account, confirmed)
                .map(s -> totp.step(sealed.open(account, s), code, clock.instant()))
                .orElse(OptionalLong.empty());
        boolean fresh = step.isPresent()
                && jdbc.sql(
                                        "update accounts.credential set totp_last_step = ? where account = ? and totp_last_step < ?")
                                .params(step.getAsLong(), account, step.getAsLong())
                                .update()
                        == 1;
        if (!fresh) {
            throw Problem.of(AccountProblem.WRONG_CODE);
        }
    }

    private Optional<String> secret(long account, boolean confirmed) {
        return jdbc.sql("""
                        select totp_secret from accounts.credential
                        where account = ? and (totp_confirmed_at is not null) = ?
                        """)
                .params(account, confirmed)
                .query(Row.mapper(row -> row.maybe("totp_secret")))
                .optional()
                .flatMap(s -> s);
    }

    /** New codes on paper; those before are worth nothing. */
    @Transactional
    public List<String> newCodes(long account) {
        audit.note("second-factor.codes", "account", account);
        return paper.make(account);
    }

    /**
     * Takes the phone away.
     *
     * @throws Problem when it is the last second factor of somebody who needs one
     */
    @Transactional
    public void removeTotp(long account, boolean needed) {
        if (needed && of(account).passkeys() == 0) {
            throw Problem.of(AccountProblem.LAST_FACTOR);
        }
        forgetTotp(account);
        audit.note("second-factor.remove", "account", account);
    }

    private void forgetTotp(long account) {
        jdbc.sql("update accounts.credential set totp_secret = null, totp_confirmed_at = null where account = ?")
                .param(account)
                .update();
    }

    /** Takes everything away from who lost it, so that it can be set up anew. */
    @Transactional
    public void reset(long account) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        forgetTotp(account);
        paper.forget(account);
        jdbc.sql("delete from accounts.passkey where account = ?")
                .param(account)
                .update();
        audit.note("second-factor.reset", "account", account);
    }
}
