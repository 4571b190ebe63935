package ml.taama.people;

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
                seal(addition, file, "people.sealed_value", "content", addition.kind());
                yield true;
            }
            case "consent" -> {
                seal(addition, file, "people.consent", "witness", "consent");
                yield true;
            }
            default -> false;
        };
    }

    /** What is sealed opens only where it stands: it is sealed anew for its new place. */
    private void seal(Addition addition, long file, String table, String column, String place) {
        jdbc.sql("select " + column + " as content from " + table + " where id = ? and file = ?")
                .params(addition.id(), addition.file())
                .query(Row.mapper(r -> r.bytes("content")))
                .optional()
                .ifPresent(content -> jdbc.sql(
                                "update " + table + " set file = :file, " + column + " = :content where id = :id")
                        .param("file", file)
                        .param(
                                "content",
                                content.map(c -> vault.seal(
                                                PersonRows.place(place, file),
                                                vault.bytes(PersonRows.place(place, addition.file()), c)))
                                        .orElse(null))
                        .param("id", addition.id())
                        .update());
    }
}
