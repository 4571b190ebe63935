package ml.taama.reporting.writing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.reporting.narrative.Quotations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts of a review that goes on, every version of each, and what people typed and have not saved. */
@Component
class Texts {

    /** What came of saving. */
    sealed interface Saved {}

    /** It is now the text; {@code merged} where somebody else had written in the meantime and both changes are in it. */
    record Kept(TextVersion version, boolean merged) implements Saved {}

    /** Both changed the same words: nothing was saved, what was typed is kept as a draft. */
    record Undecided(Merge merge, TextVersion theirs) implements Saved {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Texts(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The text as it stands. */
    @Transactional(readOnly = true)
    public TextVersion current(TextKey key) {
        return latest(key).orElseGet(() -> begin(key));
    }

    private Optional<TextVersion> latest(TextKey key) {
        return versions(key, " order by number desc limit 1").stream().findFirst();
    }

    /** All versions, the latest first. */
    @Transactional(readOnly = true)
    public List<TextVersion> history(TextKey key) {
        List<TextVersion> all = versions(key, " order by number desc");
        return all.isEmpty() ? List.of(begin(key)) : all;
    }

    /** One version. */
    @Transactional(readOnly = true)
    public TextVersion version(TextKey key, int number) {
        return history(key).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private List<TextVersion> versions(TextKey key, String order) {
        return jdbc.sql("select * from reporting.text_version where cycle = ? and section = ? and language = ?" + order)
                .params(key.cycle(), key.section(), key.language())
                .query(Row.mapper(Texts::version))
                .list();
    }

    /** What stands there before anybody wrote, without the empty lines at its ends, as everything is kept. */
    private TextVersion begin(TextKey key) {
        String text = jdbc.sql(
                        "select markdown from reporting.narrative where cycle = ? and section = ? and language = ?")
                .params(key.cycle(), key.section(), key.language())
                .query(String.class)
                .optional()
                .orElse("")
                .strip();
        return new TextVersion(0, 0, text, "begin", java.time.Instant.EPOCH, 0);
    }

    /**
     * Saves what a person wrote on top of a version. When somebody else wrote in the meantime the two are merged.
     *
     * @param base number of the version that the person began from
     * @throws Problem when the person may not write this section, or the review does not go on
     */
    @Transactional
    public Saved save(TextKey key, int base, String markdown, String reason) {
        requireWriting(key);
        lock(key);
        TextVersion current = current(key);
        String text = markdown.replace("\r\n", "\n").strip();
        refuseUnknownFigures(key, text);
        if (current.markdown().equals(text)) {
            forgetDraft(key);
            return new Kept(current, false);
        }
        if (current.number() == base) {
            return new Kept(append(key, current, text, reason), false);
        }
        Merge merge = Merge.of(version(key, base).markdown(), current.markdown(), text);
        if (!merge.clean()) {
            keepDraft(key, base, markdown);
            return new Undecided(merge, current);
        }
        return new Kept(append(key, current, merge.text(true), "merge"), true);
    }

    /** A figure is quoted by who may see it; what the report quotes already may stay. */
    private void refuseUnknownFigures(TextKey key, String text) {
        Set<String> quoted = Quotations.of(text);
        jdbc.sql("""
                select code from observatory.observation where code = any (:codes)
                """)
                .param("codes", quoted.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(quoted::remove);
        if (!quoted.isEmpty()) {
            narratives(key.cycle()).forEach(saved -> quoted.removeAll(Quotations.of(saved)));
        }
        if (!quoted.isEmpty()) {
            throw Problem.of(WritingProblem.UNKNOWN_FIGURE, String.join(", ", quoted));
        }
    }

    private List<String> narratives(String cycle) {
        return jdbc.sql("select markdown from reporting.narrative where cycle = ?")
                .param(cycle)
                .query(Row.mapper(row -> row.text("markdown")))
                .list();
    }

    private TextVersion append(TextKey key, TextVersion current, String text, String reason) {
        if (current.id() == 0) {
            insert(key, 0, current.markdown(), "begin");
        }
        TextVersion next = insert(key, current.number() + 1, text, reason);
        jdbc.sql("""
                insert into reporting.narrative (cycle, section, language, markdown) values (?, ?, ?, ?)
                on conflict (cycle, section, language) do update set markdown = excluded.markdown
                """).params(key.cycle(), key.section(), key.language(), text).update();
        forgetDraft(key);
        audit.note(
                "text." + reason,
                "section",
                key.cycle() + "/" + key.section() + "/" + key.language(),
                "",
                Map.of("number", next.number()));
        return next;
    }

    private TextVersion insert(TextKey key, int number, String text, String reason) {
        return jdbc.sql("""
                insert into reporting.text_version (cycle, section, language, number, markdown, reason)
                values (?, ?, ?, ?, ?, ?) returning *
                """)
                .params(key.cycle(), key.section(), key.language(), number, text, reason)
                .query(Row.mapper(Texts::version))
                .single();
    }

    /** Two who save one text wait for each other; others do not. */
    private void lock(TextKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(key.toString())
                .query(String.class)
                .single();
    }

    /** Keeps what a person typed, without making it the text. */
    @Transactional
    public void keepDraft(TextKey key, int base, String markdown) {
        requireWriting(key);
        jdbc.sql("""
                insert into reporting.draft (cycle, section, language, base, markdown) values (?, ?, ?, ?, ?)
                on conflict (cycle, section, language, account)
                do update set base = excluded.base, markdown = excluded.markdown, saved_at = now()
                """)
                .params(key.cycle(), key.section(), key.language(), base, markdown)
                .update();
    }

    /** What the person typed and has not saved. */
    @Transactional(readOnly = true)
    public Optional<TextVersion> draft(TextKey key) {
        return jdbc.sql("""
                select 0 as id, base as number, markdown, 'write' as reason, saved_at as written_at, account
                from reporting.draft
                where cycle = ? and section = ? and language = ? and account = platform.account()
                """)
                .params(key.cycle(), key.section(), key.language())
                .query(Row.mapper(Texts::version))
                .optional();
    }

    /** Forgets what the person typed. */
    @Transactional
    public void forgetDraft(TextKey key) {
        jdbc.sql(
                        "delete from reporting.draft where cycle = ? and section = ? and language = ? and account = platform.account()")
                .params(key.cycle(), key.section(), key.language())
                .update();
    }

    /** Whether the actor may write a section of a review that goes on. */
    @Transactional(readOnly = true)
    public boolean mayWrite(String cycle, String section) {
        boolean open = jdbc.sql("select 1 from reporting.cycle where code = ? and state = 'open'")
                .param(cycle)
                .query(Integer.class)
                .optional()
                .isPresent();
        return open
                && (Actors.current().may(Permission.MANAGE_REPORTS)
                        || jdbc.sql("select reporting.may_write(?, ?)")
                                .params(cycle, section)
                                .query(Boolean.class)
                                .single());
    }

    private void requireWriting(TextKey key) {
        if (!mayWrite(key.cycle(), key.section())) {
            throw Problem.of(PlatformProblem.NOT_ALLOWED);
        }
    }

    private static TextVersion version(Row row) throws SQLException {
        return new TextVersion(
                row.number("id").longValue(),
                row.whole("number"),
                row.text("markdown"),
                row.text("reason"),
                row.instant("written_at").orElseThrow(),
                row.number("account").longValue());
    }
}
