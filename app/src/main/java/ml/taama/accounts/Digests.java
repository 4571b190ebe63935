package ml.taama.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.mail.Mails;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.PeriodFormat;
import ml.taama.ui.SiteAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices by mail, all that are new in one, as each person wishes: at once, every morning, or never. What has a deadline
 * does not wait for the morning.
 */
@Component
class Digests {

    private static final Actor SYSTEM = Actor.system("digests");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int MOST = 50;

    /** Whose mail is due. Who was told nothing new, has ended or belongs to a demonstration gets none. */
    private static final String NEXT = """
            select a.id, a.name, a.language, c.email from accounts.account a join accounts.credential c on c.account = a.id
            where a.ended_at is null and not a.demonstration
              and exists (select from accounts.notice n
                where n.account = a.id and n.mailed_at is null and n.read_at is null and (a.digest = 'at-once'
                  or (a.digest = 'daily' and (n.deadline is not null or (a.digest_at < :morning and :morning <= :now)))))
            order by a.id limit 1 for update of a skip locked
            """;

    private static final String UNMAILED = """
            select * from accounts.notice where account = ? and mailed_at is null and read_at is null
            order by at, id limit ?
            """;

    private record Person(long id, String name, Locale language, String email) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Mails mails;
    private final Messages messages;
    private final SiteAddress site;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Mails mails,
            Messages messages,
            SiteAddress site,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mails = mails;
        this.messages = messages;
        this.site = site;
        this.clock = clock;
    }

    /** What a person chose. */
    @Transactional(readOnly = true)
    public Digest choice(long account) {
        return jdbc.sql("select digest from accounts.account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .flatMap(Digest::of)
                .orElse(Digest.DAILY);
    }

    /** Changes one's own choice. */
    @Transactional
    public void choose(long account, Digest digest) {
        jdbc.sql("update accounts.account set digest = ? where id = ?")
                .params(digest.word(), account)
                .update();
    }

    /** Writes every mail that is due. */
    @Scheduled(fixedDelay = 4_000, initialDelay = 4_000)
    public void write() {
        boolean more = mails.on();
        while (more) {
            more = Objects.requireNonNull(Actors.as(SYSTEM, () -> transaction.execute(status -> writeNext())));
        }
    }

    private boolean writeNext() {
        Instant now = clock.instant();
        Instant morning = LocalDate.now(clock)
                .atTime(MORNING)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        Optional<Person> next = jdbc.sql(NEXT)
                .param("morning", morning.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Row.mapper(row -> new Person(
                        row.number("id").longValue(),
                        row.text("name"),
                        Locale.of(row.text("language")),
                        row.text("email"))))
                .optional();
        next.ifPresent(person -> write(person, now));
        return next.isPresent();
    }

    private void write(Person person, Instant now) {
        List<Notice> notices = jdbc.sql(UNMAILED)
                .params(person.id(), MOST)
                .query(Row.mapper(Notices::notice))
                .list();
        String lines = notices.stream().map(n -> line(n, person.language())).collect(Collectors.joining("\n\n"));
        mails.write(
                person.id(),
                person.email(),
                person.language(),
                subject(notices, person.language()),
                messages.text(
                        person.language(),
                        "mail.digest.body",
                        person.name(),
                        lines,
                        site.page(person.language(), "/me")));
        notices.forEach(n -> jdbc.sql("update accounts.notice set mailed_at = now() where id = ?")
                .param(n.id())
                .update());
        jdbc.sql("update accounts.account set digest_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), person.id())
                .update();
    }

    private String subject(List<Notice> notices, Locale language) {
        return notices.size() == 1
                ? "Taama — " + text(notices.getFirst(), language)
                : messages.text(language, "mail.digest.subject", notices.size());
    }

    private String text(Notice notice, Locale language) {
        return messages.text(language, "notice." + notice.kind(), notice.words(language));
    }

    private String line(Notice notice, Locale language) {
        String text = text(notice, language);
        String deadline = notice.deadline()
                .map(day -> " ("
                        + messages.text(language, "work.deadline", new PeriodFormat(messages).day(day, language)) + ")")
                .orElse("");
        return "— " + text + deadline + "\n  " + site.page(language, notice.path());
    }
}
