package ml.taama.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the queue, one mail in one transaction: several instances do not send the same mail twice. When the
 * server does not take a mail, it is tried again after 1, 2, 4… minutes, at most six hours apart, for about four days. A mail that was
 * sent loses its text, which may hold a link that opens an account.
 */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Actor SYSTEM = Actor.system("postman");
    private static final int ATTEMPTS = 24;
    private static final int LONGEST_WAIT = 360;
    private static final String TIMEOUT = "10000";

    private static final String NEXT = """
            select id, recipient, language, subject, body from platform.mail
            where sent_at is null and due_at <= now() and attempts < ?
            order by due_at, id limit 1 for update skip locked
            """;

    private record Waiting(long id, String recipient, String language, String subject, String body) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Mails mails;

    Postman(JdbcClient jdbc, TransactionTemplate transaction, Mails mails) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mails = mails;
    }

    /** Sends everything that is due. */
    @Scheduled(fixedDelay = 1000, initialDelay = 1000)
    public void send() {
        if (!mails.on()) {
            return;
        }
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(Actors.as(SYSTEM, () -> transaction.execute(status -> sendNext())));
        }
    }

    private boolean sendNext() {
        Optional<Waiting> next = jdbc.sql(NEXT)
                .param(ATTEMPTS)
                .query(Row.mapper(row -> new Waiting(
                        row.number("id").longValue(),
                        row.text("recipient"),
                        row.text("language"),
                        row.text("subject"),
                        row.text("body"))))
                .optional();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Waiting mail) {
        try {
            hand(mail);
            jdbc.sql("update platform.mail set sent_at = now(), body = '', fault = null where id = ?")
                    .param(mail.id())
                    .update();
        } catch (MailException | MessagingException e) {
            LOG.warn(
                    "Mail {} was not taken by {}: {}",
                    mail.id(),
                    mails.server(),
                    e.getClass().getSimpleName());
            jdbc.sql("""
                    update platform.mail set attempts = attempts + 1, fault = ?,
                      due_at = now() + make_interval(mins => least(?, power(2, attempts)::integer))
                    where id = ?
                    """)
                    .params(e.getClass().getSimpleName(), LONGEST_WAIT, mail.id())
                    .update();
        }
    }

    private void hand(Waiting mail) throws MessagingException {
        MailServer server = mails.server().orElseThrow();
        JavaMailSenderImpl sender = sender(server);
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(server.from());
        helper.setTo(mail.recipient());
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }

    private static JavaMailSenderImpl sender(MailServer server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setProtocol(server.secure() ? "smtps" : "smtp");
        Properties properties = sender.getJavaMailProperties();
        String name = "mail." + (server.secure() ? "smtps" : "smtp") + ".";
        properties.setProperty(name + "connectiontimeout", TIMEOUT);
        properties.setProperty(name + "timeout", TIMEOUT);
        properties.setProperty(name + "writetimeout", TIMEOUT);
        properties.setProperty(name + "starttls.enable", String.valueOf(!server.secure()));
        if (!server.user().isEmpty()) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
            properties.setProperty(name + "auth", "true");
            properties.setProperty(name + "starttls.required", String.valueOf(!server.secure()));
        }
        return sender;
    }
}
