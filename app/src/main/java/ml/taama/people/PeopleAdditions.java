package ml.taama.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names, places, telephones, papers, notes, consents and relations that were added while files were one person. */
@Component
class PeopleAdditions implements LaterAdditions {

    private static final String ADDED = """
            select * from (
              select 'name' as kind, id, file, created_at, given || ' ' || surname as detail from people.name
              union all select 'place', id, file, created_at, text from people.place
              union all select kind, id, file, created_at, subject from people.sealed_value
              union all select 'consent', id, file, created_at, purpose from people.consent
              union all select 'relation', id, file, created_at, kind from people.relation) as added
            where file = any(:files) and created_at > :from and created_at < :to order by created_at, kind, id
            """;

    private static final Map<String, String> TABLES =
            Map.of("name", "people.name", "place", "people.place", "relation", "people.relation");

    private final JdbcClient jdbc;
    private final Vault vault;

    PeopleAdditions(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Addition> between(Collection<Long> files, Instant from, Instant to) {
        return jdbc.sql(ADDED)
                .param("files", files.toArray(Long[]::new))
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .query(Row.mapper(r -> new Addition(
                        r.text("kind"),
                        r.number("id").longValue(),
                        r.number("file").longValue(),
                        r.instant("created_at").orElseThrow(),
                        r.text("detail"))))
                .list();
    }

    @Override
    @Transactional
    public boolean assign(Addition addition, long file) {
        String table = TABLES.get(addition.kind());
        if (table != null) {
            jdbc.sql("update " + table + " set file = ? where id = ? and file = ?")
                    .params(file, addition.id(), addition.file())
                    .update();
            return true;
        }
        return switch (addition.kind()) {
            case "phone", "document", "note", "photograph" -> {
                value(addition, file);
                yield true;
            }
            case "consent" -> {
                witness(addition, file);
                yield true;
            }
            default -> false;
        };
    }

    /** What is sealed opens only where it stands: it is sealed anew for its new place, and its token made with the same keys. */
    private void value(Addition addition, long file) {
        jdbc.sql("select content, token is not null as found from people.sealed_value where id = ? and file = ?")
                .params(addition.id(), addition.file())
                .query(Row.mapper(r -> new Value(r.bytes("content").orElseThrow(), r.truth("found"))))
                .optional()
                .ifPresent(value -> {
                    String kind = addition.kind();
                    byte[] plain = vault.bytes(PersonRows.place(kind, addition.file()), value.content());
                    String text = value.found() ? new String(plain, StandardCharsets.UTF_8) : "";
                    jdbc.sql(
                                    "update people.sealed_value set file = :file, content = :content, token = :token where id = :id")
                            .param("file", file)
                            .param("content", vault.seal(PersonRows.place(kind, file), plain))
                            .param("token", value.found() ? vault.token(kind, SealedValues.plain(kind, text)) : null)
                            .param("id", addition.id())
                            .update();
                });
    }

    @SuppressWarnings("ArrayRecordComponent") // sealed anew, never compared
    private record Value(byte[] content, boolean found) {}

    private void witness(Addition addition, long file) {
        jdbc.sql("select witness from people.consent where id = ? and file = ?")
                .params(addition.id(), addition.file())
                .query(Row.mapper(r -> r.bytes("witness")))
                .optional()
                .ifPresent(witness -> jdbc.sql(
                                "update people.consent set file = :file, witness = :witness where id = :id")
                        .param("file", file)
                        .param(
                                "witness",
                                witness.map(w -> vault.seal(
                                                PersonRows.place("consent", file),
                                                vault.bytes(PersonRows.place("consent", addition.file()), w)))
                                        .orElse(null))
                        .param("id", addition.id())
                        .update());
    }
}
