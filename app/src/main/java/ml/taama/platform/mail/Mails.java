package ml.taama.platform.mail;

import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue of mails. */
@Component
public class Mails {

    private final JdbcClient jdbc;
    private final Optional<MailServer> server;

    Mails(JdbcClient jdbc, @Value("${TAAMA_SMTP_URL:}") String server) {
        this.jdbc = jdbc;
        this.server = MailServer.parse(server);
    }

    /**
     * Refuses a setting that cannot be read, before anything starts.
     *
     * @throws Problem that names the setting
     */
    public static void check(String server) {
        MailServer.parse(server);
    }

    /** Whether there is a server to hand mail to; without one nothing is written. */
    public boolean on() {
        return server.isPresent();
    }

    Optional<MailServer> server() {
        return server;
    }

    /** Writes a mail in the transaction of what it tells; the job sends it. */
    @Transactional
    public void write(long account, String recipient, Locale language, String subject, String body) {
        if (on()) {
            jdbc.sql("insert into platform.mail (account, recipient, language, subject, body) values (?, ?, ?, ?, ?)")
                    .params(account, recipient, language.getLanguage(), subject, body)
                    .update();
        }
    }
}
