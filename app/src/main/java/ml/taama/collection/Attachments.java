package ml.taama.collection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that accompany a return, kept in the database with every version that had them. */
@Component
public class Attachments {

    private static final int BYTES = Imports.MEGABYTES << 20;

    /** A file without its content. */
    public record Attachment(long id, String name, String type, int size, Instant at) {}

    /** A file with its content. */
    @SuppressWarnings("ArrayRecordComponent") // written to the wire as it is, never compared
    public record Content(String name, String type, byte[] bytes) {}

    private final JdbcClient jdbc;
    private final Returns returns;
    private final AuditTrail audit;

    Attachments(JdbcClient jdbc, Returns returns, AuditTrail audit) {
        this.jdbc = jdbc;
        this.returns = returns;
        this.audit = audit;
    }

    /** Those of a version, as far as the actor sees them. */
    @Transactional(readOnly = true)
    public List<Attachment> of(long id, int version) {
        return jdbc.sql("""
                select id, name, type, size, at from collection.attachment where return = :return
                  and from_version <= :version and (to_version is null or to_version > :version) order by id
                """)
                .param("return", id)
                .param("version", version)
                .query(Row.mapper(row -> new Attachment(
                        row.number("id").longValue(),
                        row.text("name"),
                        row.text("type"),
                        row.whole("size"),
                        row.instant("at").orElseThrow())))
                .list();
    }

    /**
     * Adds a file.
     *
     * @throws Problem when it is too large, or of a kind that is not taken
     */
    @Transactional
    public void add(long id, String name, byte[] content) {
        Return document = returns.writable(id);
        if (content.length > BYTES) {
            throw Problem.of(CollectionProblem.FILE_TOO_LARGE, Imports.MEGABYTES);
        }
        FileKind kind = FileKind.of(content).orElseThrow(() -> Problem.of(CollectionProblem.FILE_KIND));
        jdbc.sql("""
                insert into collection.attachment (return, name, type, size, hash, content, from_version)
                values (:return, :name, :type, :size, :hash, :content, :version)
                """)
                .param("return", id)
                .param("name", FileNames.safe(name))
                .param("type", kind.type())
                .param("size", content.length)
                .param("hash", hash(content))
                .param("content", content)
                .param("version", document.writing())
                .update();
        audit.note("attachment.add", "return", id, document.organisation(), Map.of("bytes", content.length));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Takes a file out of what is being written; versions that were sent keep it. */
    @Transactional
    public void remove(long id, long attachment) {
        Return document = returns.writable(id);
        jdbc.sql("delete from collection.attachment where id = ? and return = ? and from_version = ?")
                .params(attachment, id, document.writing())
                .update();
        jdbc.sql("update collection.attachment set to_version = ? where id = ? and return = ? and to_version is null")
                .params(document.writing(), attachment, id)
                .update();
        audit.note("attachment.remove", "return", id, document.organisation(), Map.of());
    }

    /** A file, when the actor may see it. */
    @Transactional(readOnly = true)
    public Optional<Content> content(long attachment) {
        return jdbc.sql("select name, type, content from collection.attachment where id = ?")
                .param(attachment)
                .query((row, number) ->
                        new Content(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
