package ml.taama.platform.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ml.taama.platform.audit.SealFile.Line;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the audit trail behind the writers, so that none of them waits. An entry is sealed once every transaction as old as its
 * own has ended ({@code pg_snapshot_xmin}): from then on no entry can appear before it, and the order (transaction, number) is
 * final. One sealer works at a time, over all instances.
 */
@Component
public class Sealer {

    private static final Actor SYSTEM = Actor.system("sealer");
    private static final int ROUND = 2000;

    /** Any number that nothing else locks. */
    private static final long LOCK = 7_233_147;

    /** From the transaction of the last seal on; older entries were all visible, and sealed, before it. */
    private static final String UNSEALED = """
            select e.id, %s as content from platform.audit_entry e
            where e.transaction < pg_snapshot_xmin(pg_current_snapshot())
              and e.transaction >= coalesce((select l.transaction from platform.audit_seal s
                join platform.audit_entry l on l.id = s.entry order by s.sequence desc limit 1), '0')
              and not exists (select from platform.audit_seal s where s.entry = e.id)
            order by e.transaction, e.id limit %d
            """.formatted(SealChain.CONTENT, ROUND);

    private record Content(long id, String text) {}

    private record Seal(long sequence, String hash) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SealChain chain;
    private final Optional<SealFile> file;

    Sealer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Database database,
            @Value("${taama.seals:}") String folder) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.chain = new SealChain(database);
        this.file = Optional.of(folder).filter(f -> !f.isEmpty()).map(f -> new SealFile(Path.of(f)));
    }

    /** Seals everything that can be sealed; returns how many entries. */
    @Scheduled(fixedDelay = 2000, initialDelay = 2000)
    public int seal() {
        int sealed = 0;
        int round = ROUND;
        while (round == ROUND) {
            List<Line> last = new ArrayList<>();
            round = Objects.requireNonNull(Actors.as(SYSTEM, () -> transaction.execute(status -> round(last))));
            file.ifPresent(f -> last.forEach(f::append));
            sealed += round;
        }
        return sealed;
    }

    private int round(List<Line> last) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return 0;
        }
        List<Content> contents = jdbc.sql(UNSEALED)
                .query(Row.mapper(row -> new Content(row.number("id").longValue(), row.text("content"))))
                .list();
        if (contents.isEmpty()) {
            return 0;
        }
        Seal seal = jdbc.sql("select sequence, hash from platform.audit_seal order by sequence desc limit 1")
                .query(Row.mapper(row -> new Seal(row.number("sequence").longValue(), row.text("hash"))))
                .optional()
                .orElse(new Seal(0, SealChain.START));
        List<String> hashes = new ArrayList<>(contents.size());
        String hash = seal.hash();
        for (Content content : contents) {
            hash = chain.next(hash, content.text());
            hashes.add(hash);
        }
        jdbc.sql("""
                insert into platform.audit_seal (sequence, entry, hash)
                select ? + n, entry, hash from unnest(?::bigint[], ?::text[]) with ordinality as s (entry, hash, n)
                """)
                .params(
                        seal.sequence(),
                        contents.stream().map(Content::id).toArray(Long[]::new),
                        hashes.toArray(String[]::new))
                .update();
        last.add(new Line(seal.sequence() + contents.size(), contents.getLast().id(), hash));
        return contents.size();
    }
}
