package ml.taama.cases;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The time line of a case: everything that was done, in one place; its words are encrypted. */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final Vault vault;

    Journal(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Something that was done.
     *
     * @param kind what; names the message {@code case.entry.<kind>}
     * @param section to which part of the case it belongs
     * @param secret whether only those read it who may read what is protected
     * @param word decision, reason or step; empty when there is none
     * @param subject number of the service, screening, alert, referral or task
     * @param text why, in words
     */
    public record Entry(
            long id,
            long dossier,
            String kind,
            String section,
            boolean secret,
            String word,
            Optional<Long> subject,
            Optional<LocalDate> happenedOn,
            String text,
            String organisation,
            Instant at,
            long by) {

        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /** An entry being written. */
    record Line(
            String kind,
            String section,
            boolean secret,
            String word,
            @Nullable Long subject,
            String text) {

        /** An entry without anything else. */
        static Line of(String kind, String section, String word, String text) {
            return new Line(kind, section, false, word, null, text);
        }

        /** An entry that tells of something. */
        static Line of(String kind, String section, String word, long subject, String text) {
            return new Line(kind, section, false, word, subject, text);
        }

        /** The same, to be read only by those who may read what is protected. */
        Line secretly(boolean yes) {
            return new Line(kind, section, yes, word, subject, text);
        }
    }

    void write(long dossier, String organisation, Line line) {
        write(dossier, organisation, line, Optional.empty());
    }

    void write(long dossier, String organisation, Line line, Optional<LocalDate> happenedOn) {
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('cases.entry', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into cases.entry (id, dossier, kind, section, level, word, subject, happened_on, content, organisation)
                overriding system value
                values (:id, :dossier, :kind, :section, :level, :word, :subject, :on, :content, :organisation)
                """)
                .param("id", id)
                .param("dossier", dossier)
                .param("kind", line.kind())
                .param("section", line.section())
                .param("level", line.secret() ? "protected" : "restricted")
                .param("word", line.word())
                .param("subject", line.subject())
                .param("on", happenedOn.orElse(null))
                .param("content", line.text().isBlank() ? null : sealed(id, line.text()))
                .param("organisation", organisation)
                .update();
    }

    /** The text of an entry as it is kept. */
    byte[] sealed(long id, String text) {
        return vault.seal(place(id), text.strip());
    }

    /** What was done in a case, the first first, as far as the reader may know. */
    @Transactional(readOnly = true)
    public List<Entry> of(long dossier) {
        return jdbc.sql("select * from cases.entry where dossier = ? order by id")
                .param(dossier)
                .query(Row.mapper(this::entry))
                .list();
    }

    private Entry entry(Row row) throws SQLException {
        long id = row.number("id").longValue();
        return new Entry(
                id,
                row.number("dossier").longValue(),
                row.text("kind"),
                row.text("section"),
                row.text("level").equals("protected"),
                row.text("word"),
                row.maybeNumber("subject").map(Number::longValue),
                row.day("happened_on"),
                row.bytes("content").map(c -> vault.open(place(id), c)).orElse(""),
                row.text("organisation"),
                row.instant("at").orElseThrow(),
                row.number("by").longValue());
    }

    private static String place(long id) {
        return "cases.entry " + id;
    }
}
