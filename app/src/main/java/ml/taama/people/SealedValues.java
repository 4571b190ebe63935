package ml.taama.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.people.FileWriting.Desk;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Values that stand encrypted in the database, each bound to its file. What the reader may not see is not there. */
@Component
class SealedValues {

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedValues(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A value with its content.
     *
     * @param subject kind of paper, or of note
     * @param level {@code restricted} or {@code protected}
     */
    @SuppressWarnings("ArrayRecordComponent") // opened and shown, never compared
    record Sealed(
            long id,
            String subject,
            String level,
            Optional<String> country,
            Optional<LocalDate> validTo,
            boolean verified,
            byte[] content,
            String organisation,
            Instant at,
            long by) {

        String text() {
            return new String(content, java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Sealed[" + id + "]";
        }
    }

    /** What a value is beside its content. */
    record Label(String kind, String level, String subject, Optional<String> country, Optional<LocalDate> validTo) {}

    /** Values of a kind of all files of a person, the latest first. */
    @Transactional(readOnly = true)
    List<Sealed> of(long file, String kind) {
        return jdbc.sql("""
                select v.* from people.sealed_value v join people.file f on f.id = v.file
                where f.head = (select head from people.file where id = ?) and v.kind = ? order by v.created_at desc, v.id desc
                """)
                .params(file, kind)
                .query(Row.mapper(r -> sealed(kind, r)))
                .list();
    }

    private Sealed sealed(String kind, Row row) throws SQLException {
        return new Sealed(
                row.number("id").longValue(),
                row.text("subject"),
                row.text("level"),
                row.maybe("country"),
                row.day("valid_to"),
                row.truth("verified"),
                vault.bytes(
                        PersonRows.place(kind, row.number("file").longValue()),
                        row.bytes("content").orElseThrow()),
                row.text("organisation"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue());
    }

    /** Whether there is one of a kind; it is not opened. */
    @Transactional(readOnly = true)
    boolean has(long file, String kind) {
        return jdbc.sql("""
                select exists (select from people.sealed_value v join people.file f on f.id = v.file
                where f.head = (select head from people.file where id = ?) and v.kind = ?)
                """).params(file, kind).query(Boolean.class).single();
    }

    /** Seals a value and keeps it; {@code token} is what it is found by. */
    @Transactional
    long add(Desk desk, Label label, byte[] content, Optional<String> token) {
        long file = desk.file().id();
        return jdbc.sql("""
                insert into people.sealed_value (file, kind, level, subject, country, valid_to, content, token, organisation)
                values (:file, :kind, :level, :subject, :country, :valid, :content, :token, :organisation) returning id
                """)
                .param("file", file)
                .param("kind", label.kind())
                .param("level", label.level())
                .param("subject", label.subject())
                .param("country", label.country().orElse(null))
                .param("valid", label.validTo().orElse(null))
                .param("content", vault.seal(PersonRows.place(label.kind(), file), content))
                .param("token", token.map(t -> vault.token(label.kind(), t)).orElse(null))
                .param("organisation", desk.organisation())
                .query(Long.class)
                .single();
    }

    /** What the token of a telephone or a paper is made of. */
    static String plain(String kind, String text) {
        return kind.equals("phone") ? Search.digits(text) : Papers.plain(text);
    }

    /** Takes a value away from a person; whether it was there. */
    @Transactional
    boolean remove(Person person, String kind, long id) {
        return jdbc.sql("delete from people.sealed_value where id = ? and kind = ? and file = any(?)")
                        .params(id, kind, numbers(person))
                        .update()
                > 0;
    }

    /** Says whether a value was seen and found right; whether it was there. */
    @Transactional
    boolean verify(Person person, String kind, long id, boolean verified) {
        return jdbc.sql("update people.sealed_value set verified = ? where id = ? and kind = ? and file = any(?)")
                        .params(verified, id, kind, numbers(person))
                        .update()
                > 0;
    }

    private static Long[] numbers(Person person) {
        return person.files().stream().map(PersonFile::id).toArray(Long[]::new);
    }
}
