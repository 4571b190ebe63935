package ml.taama.accounts;

import java.util.Optional;
import ml.taama.accounts.Tokens.Purpose;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.mail.Mails;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Messages;
import ml.taama.ui.SiteAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links that let a person choose a password: by mail in the person's language, or shown to the administrator. */
@Component
class Invitations {

    private static final Actor SYSTEM = Actor.system("invitations");
    private static final String RECENT = """
            select 1 from accounts.token
            where account = ? and purpose = 'reset' and created_at > now() - interval '2 minutes'
            """;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Mails mails;
    private final Messages messages;
    private final SiteAddress site;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Invitations(
            Accounts accounts,
            Tokens tokens,
            Passwords passwords,
            Mails mails,
            Messages messages,
            SiteAddress site,
            JdbcClient jdbc,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.mails = mails;
        this.messages = messages;
        this.site = site;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether links go by mail. */
    boolean byMail() {
        return mails.on();
    }

    /** Invites a person, again if need be; returns the link when there is no mail server to carry it. */
    Optional<String> invite(long account) {
        Actors.current().require(Permission.MANAGE_ACCOUNTS);
        return transaction.execute(status -> {
            audit.note("account.invite", "account", account);
            return send(account, Purpose.INVITATION);
        });
    }

    /** Sends a way back to who lost the password. Whether there is such an account is not told. */
    void remind(String email) {
        Actors.run(
                SYSTEM,
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        select a.id from accounts.credential c join accounts.account a on a.id = c.account
                        where lower(c.email) = lower(?) and a.ended_at is null and not a.demonstration
                        """)
                        .param(email.strip())
                        .query(Long.class)
                        .optional()
                        .filter(account -> jdbc.sql(RECENT)
                                .param(account)
                                .query(Integer.class)
                                .optional()
                                .isEmpty())
                        .ifPresent(account -> {
                            audit.note("password.remind", "account", account);
                            send(account, Purpose.RESET);
                        })));
    }

    private Optional<String> send(long id, Purpose purpose) {
        Account account = accounts.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        String link = site.page(account.language(), "/welcome/" + tokens.make(id, purpose));
        if (!mails.on()) {
            return Optional.of(link);
        }
        String email = jdbc.sql("select email from accounts.credential where account = ?")
                .param(id)
                .query(String.class)
                .single();
        mails.write(
                id,
                email,
                account.language(),
                messages.text(account.language(), "mail.subject." + purpose.word()),
                messages.text(
                        account.language(),
                        "mail.body." + purpose.word(),
                        account.name(),
                        link,
                        purpose.life().toHours(),
                        purpose.life().toDays()));
        return Optional.empty();
    }

    /** Name of whose link it is, while it works. */
    Optional<Account> whose(String token) {
        return Actors.as(SYSTEM, () -> tokens.account(token).flatMap(accounts::find));
    }

    /**
     * Uses a link to set a password.
     *
     * @return the account
     * @throws Problem when the link does not work any more or the password is weak; a weak password does not use it up
     */
    long accept(String token, String password) {
        Long account = Actors.as(
                SYSTEM,
                () -> transaction.execute(status -> {
                    long used = tokens.use(token);
                    passwords.set(used, password);
                    return used;
                }));
        return java.util.Objects.requireNonNull(account);
    }
}
