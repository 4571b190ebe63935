package ml.taama.platform.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail. What somebody may see of it, the policies of the database decide. */
@Component
public class AuditReader {

    /**
     * What was done.
     *
     * @param account who did it; 0 for the product itself and for visitors
     * @param actor {@code account}, {@code public}, or the name of a part of the product
     * @param organisation empty where it concerns none
     * @param detail JSON
     */
    public record Entry(
            long id,
            Instant at,
            long account,
            String actor,
            String action,
            String subject,
            String subjectId,
            String organisation,
            String address,
            String detail) {}

    /**
     * What is searched.
     *
     * @param account who did it
     * @param action beginning of the word, for example {@code sign-in}
     * @param subject kind of thing, or kind and number as in {@code account 7}
     * @param to its last day is included
     */
    public record Search(
            Optional<Long> account,
            String action,
            String subject,
            String organisation,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    private static final String FIELDS = """
            select id, at, account, actor, action, subject, subject_id, coalesce(organisation, '') as organisation,
              address, detail::text as detail from platform.audit_entry
            """;
    private static final String ASKED = """
             where (:account::bigint is null or account = :account::bigint)
              and (:action = '' or starts_with(action, :action))
              and (:subject = '' or subject = :subject or subject || ' ' || subject_id = :subject)
              and (:organisation = '' or organisation = :organisation)
              and (:from::timestamptz is null or at >= :from::timestamptz)
              and (:to::timestamptz is null or at < :to::timestamptz)
            """;
    private static final int HISTORY = 100;

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many entries a search finds. */
    @Transactional(readOnly = true)
    public int count(Search search) {
        Actors.current().require(Permission.READ_AUDIT);
        return asked("select count(*) from platform.audit_entry" + ASKED, search)
                .query(Integer.class)
                .single();
    }

    /** Entries of a search, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> find(Search search, int offset, int most) {
        Actors.current().require(Permission.READ_AUDIT);
        return asked(FIELDS + ASKED + " order by at desc, id desc offset :offset limit :most", search)
                .param("offset", offset)
                .param("most", most)
                .query(Row.mapper(AuditReader::entry))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Search search) {
        return jdbc.sql(sql)
                .param("account", search.account().orElse(null))
                .param("action", search.action())
                .param("subject", search.subject())
                .param("organisation", search.organisation())
                .param("from", start(search.from()))
                .param("to", start(search.to().map(d -> d.plusDays(1))));
    }

    private static @Nullable String start(Optional<LocalDate> day) {
        return day.map(d -> d.atStartOfDay(ZoneId.systemDefault()).toInstant().toString())
                .orElse(null);
    }

    /** The words of actions that stand in the trail. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        Actors.current().require(Permission.READ_AUDIT);
        return jdbc.sql("select distinct action from platform.audit_entry order by 1")
                .query(Row.mapper(row -> row.text("action")))
                .list();
    }

    /** What was done to one thing, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> about(String subject, String id) {
        return jdbc.sql(FIELDS + " where subject = ? and subject_id = ? order by at desc, id desc limit ?")
                .params(subject, id, HISTORY)
                .query(Row.mapper(AuditReader::entry))
                .list();
    }

    /** What people did for some organisations, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(Collection<String> organisations, int most) {
        return organisations.isEmpty()
                ? List.of()
                : jdbc.sql(
                                FIELDS
                                        + " where organisation in (:codes) and account > 0 order by at desc, id desc limit :most")
                        .paramSource(new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(
                                Map.of("codes", organisations, "most", most)))
                        .query(Row.mapper(AuditReader::entry))
                        .list();
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.number("id").longValue(),
                row.instant("at").orElseThrow(),
                row.number("account").longValue(),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                row.text("subject_id"),
                row.text("organisation"),
                row.text("address"),
                row.text("detail"));
    }
}
