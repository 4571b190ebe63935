package ml.taama.reporting.writing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.accounts.Notices;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.reporting.writing.Texts.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks and suggestions on the texts of a report; who is named with an @ is told. */
@Component
class Comments {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Accounts accounts;
    private final Sections sections;
    private final Notices notices;
    private final AuditTrail audit;

    Comments(JdbcClient jdbc, Texts texts, Accounts accounts, Sections sections, Notices notices, AuditTrail audit) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.accounts = accounts;
        this.sections = sections;
        this.notices = notices;
        this.audit = audit;
    }

    /** All remarks on a review, in order. */
    @Transactional(readOnly = true)
    public List<Comment> all(String cycle) {
        return jdbc.sql("select * from reporting.comment where cycle = ? order by coalesce(parent, id), id")
                .param(cycle)
                .query(Row.mapper(Comments::comment))
                .list();
    }

    /** Remarks on one text. */
    @Transactional(readOnly = true)
    public List<Comment> on(TextKey key) {
        return all(key.cycle()).stream()
                .filter(c -> c.section().equals(key.section()) && c.language().equals(key.language()))
                .toList();
    }

    /**
     * Says something about a text.
     *
     * @param parent remark that it answers, or 0
     * @param passage words of the text that it is about, or empty
     * @param replacement words to put in their place, or null
     * @throws Problem when a suggestion is about words that do not stand in the text exactly once
     */
    @Transactional
    public void say(TextKey key, long parent, String passage, @Nullable String replacement, String text) {
        Actors.current().require(Permission.READ_REPORTS);
        if (replacement != null) {
            refuseUnlessOnce(texts.current(key).markdown(), passage);
        } else if (text.isBlank()) {
            throw Problem.of(WritingProblem.EMPTY_COMMENT);
        }
        long id = jdbc.sql("""
                insert into reporting.comment (cycle, section, language, parent, passage, replacement, text)
                values (:cycle, :section, :language, nullif(:parent, 0), :passage, :replacement, :text) returning id
                """)
                .param("cycle", key.cycle())
                .param("section", key.section())
                .param("language", key.language())
                .param("parent", parent)
                .param("passage", passage.strip())
                .param("replacement", replacement)
                .param("text", text.strip())
                .query(Long.class)
                .single();
        audit.note("comment.say", "comment", id);
        tell(key, parent, text);
    }

    private void tell(TextKey key, long parent, String text) {
        List<Long> to = new ArrayList<>(mentioned(text));
        if (parent > 0) {
            jdbc.sql("select account from reporting.comment where id = ?")
                    .param(parent)
                    .query(Long.class)
                    .optional()
                    .ifPresent(to::add);
        }
        to.remove(Actors.current().account());
        String path = "/work/reports/" + key.cycle() + "/sections/" + key.section() + "/" + key.language() + "#remarks";
        notices.tell(
                to.stream().distinct().toList(), "comment", path, null, sections.title(key.cycle(), key.section()));
    }

    /** Accounts whose name stands in a text after an @, in part or in whole. */
    private List<Long> mentioned(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return plain.indexOf('@') < 0
                ? List.of()
                : accounts.all().stream()
                        .filter(a -> a.endedAt().isEmpty()
                                && plain.contains("@" + a.name().toLowerCase(Locale.ROOT)))
                        .map(Account::id)
                        .toList();
    }

    /** Closes a remark without changing the text. */
    @Transactional
    public void close(long id, String outcome) {
        int closed = jdbc.sql("""
                update reporting.comment set outcome = ?, closed_at = now(), closed_by = platform.account()
                where id = ? and outcome is null
                """).params(outcome, id).update();
        if (closed == 0) {
            throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        }
        audit.note("comment." + outcome, "comment", id);
    }

    /** Puts the words of a suggestion into the text. */
    @Transactional
    public Saved accept(TextKey key, long id) {
        Comment comment = on(key).stream()
                .filter(c -> c.id() == id && c.open() && c.replacement().isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.CHANGED_MEANWHILE));
        TextVersion current = texts.current(key);
        refuseUnlessOnce(current.markdown(), comment.passage());
        String text = current.markdown()
                .replace(comment.passage(), comment.replacement().get());
        Saved saved = texts.save(key, current.number(), text, "suggestion");
        close(id, "accepted");
        return saved;
    }

    private static void refuseUnlessOnce(String text, String passage) {
        String words = passage.strip();
        int at = words.isEmpty() ? -1 : text.indexOf(words);
        if (at < 0 || text.indexOf(words, at + 1) >= 0) {
            throw Problem.of(WritingProblem.PASSAGE_NOT_FOUND);
        }
    }

    /** Open remarks by section, for the board. */
    @Transactional(readOnly = true)
    public Map<String, Long> open(String cycle) {
        Map<String, Long> open = new java.util.HashMap<>();
        all(cycle).stream()
                .filter(c -> c.open() && c.parent().isEmpty())
                .forEach(c -> open.merge(c.section(), 1L, Long::sum));
        return open;
    }

    private static Comment comment(Row row) throws SQLException {
        return new Comment(
                row.number("id").longValue(),
                row.text("section"),
                row.text("language"),
                row.maybeNumber("parent").map(java.math.BigDecimal::longValue),
                row.text("passage"),
                row.maybe("replacement"),
                row.text("text"),
                row.number("account").longValue(),
                row.instant("at").orElseThrow(),
                row.maybe("outcome"));
    }
}
