package ml.taama.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.accounts.Notices;
import ml.taama.matching.Decision;
import ml.taama.matching.Decisions;
import ml.taama.matching.MatchConfirmed;
import ml.taama.matching.MatchWithdrawn;
import ml.taama.matching.Matching;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files become one person by a decision, and are two again when it is taken back. Nothing moves: what hangs on a file stays on it;
 * only the head that the files share, and with it who sees them, is computed anew from the merges that hold.
 */
@Component
public class Merges {

    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final FileAccess access;
    private final Decisions decisions;
    private final Notices notices;
    private final AuditTrail audit;
    private final Matching matching;

    Merges(
            JdbcClient jdbc,
            SearchIndex index,
            FileAccess access,
            Decisions decisions,
            Notices notices,
            AuditTrail audit,
            Matching matching) {
        this.jdbc = jdbc;
        this.index = index;
        this.access = access;
        this.decisions = decisions;
        this.notices = notices;
        this.audit = audit;
        this.matching = matching;
    }

    @EventListener
    @Transactional
    public void confirmed(MatchConfirmed event) {
        merge(event.one(), event.other(), Optional.of(event.decision()));
    }

    @EventListener
    @Transactional
    public void withdrawn(MatchWithdrawn event) {
        String reason = decisions.find(event.decision()).map(Decision::reason).orElse("");
        jdbc.sql(
                        "select id from people.merge where undone_at is null and least(one, other) = ? and greatest(one, other) = ?")
                .params(Math.min(event.one(), event.other()), Math.max(event.one(), event.other()))
                .query(Long.class)
                .list()
                .forEach(merge -> undo(merge, reason));
    }

    /** Makes two files one person. */
    @Transactional
    long merge(long one, long other, Optional<Long> decision) {
        long merge = jdbc.sql(
                        "insert into people.merge (one, other, decision) values (:one, :other, :decision) returning id")
                .param("one", one)
                .param("other", other)
                .param("decision", decision.orElse(null))
                .query(Long.class)
                .single();
        join(one);
        audit.note("person.merge", "person", one, "", Map.of("other", other));
        tell(one, "people.merged", merge);
        return merge;
    }

    /** Takes a merge back: each file stands again with those that other merges join it with. */
    @Transactional
    void undo(long merge, String reason) {
        Merge undone = find(merge).orElseThrow();
        tell(undone.one(), "people.unmerged", merge);
        jdbc.sql("""
                update people.merge set undone_at = clock_timestamp(), undone_by = platform.account(), undone_reason = ?
                where id = ? and undone_at is null
                """).params(reason, merge).update();
        join(undone.one());
        join(undone.other());
        audit.note("person.unmerge", "person", undone.one(), "", Map.of("other", undone.other()));
    }

    /** Gives the files that merges join with one the oldest of them as head, and with it who sees them and how they are found. */
    private void join(long file) {
        List<Long> together = jdbc.sql("select unnest(people.component(?)) as file")
                .param(file)
                .query(Row.mapper(r -> r.number("file").longValue()))
                .list();
        Long[] files = together.toArray(Long[]::new);
        Set<Long> heads = new TreeSet<>(jdbc.sql("select distinct head from people.file where id = any(?)")
                .param(files)
                .query(Long.class)
                .list());
        jdbc.sql("update people.file set head = ? where id = any(?) and head <> ?")
                .params(together.getFirst(), files, together.getFirst())
                .update();
        jdbc.sql("update people.access set head = ? where file = any(?) and head <> ?")
                .params(together.getFirst(), files, together.getFirst())
                .update();
        heads.add(together.getFirst());
        heads.forEach(index::anew);
        together.forEach(matching::changed);
    }

    private void tell(long file, String kind, long merge) {
        for (String organisation : access.holders(file)) {
            notices.tell(Permission.SUPERVISE_CASES, organisation, kind, "/work/merges/" + merge, null);
        }
    }

    /** A merge, when the reader may see one of its files. */
    @Transactional(readOnly = true)
    public Optional<Merge> find(long merge) {
        return jdbc.sql("select * from people.merge where id = ?")
                .param(merge)
                .query(Row.mapper(Merge::of))
                .optional();
    }

    /** Merges of the files of a person, those that were undone too, the latest first. */
    @Transactional(readOnly = true)
    public List<Merge> of(long file) {
        return jdbc.sql("""
                select m.* from people.merge m, (select people.component(?) as files) c
                where m.one = any(c.files) or m.other = any(c.files) order by m.id desc
                """).param(file).query(Row.mapper(Merge::of)).list();
    }

    /** How many there are in a state: {@code holds}, {@code undone}, or all. */
    @Transactional(readOnly = true)
    public int count(String state) {
        return jdbc.sql("select count(*) from people.merge" + where(state))
                .query(Integer.class)
                .single();
    }

    /** Some of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Merge> list(String state, int offset, int most) {
        return jdbc.sql("select * from people.merge" + where(state) + " order by id desc offset ? limit ?")
                .params(offset, most)
                .query(Row.mapper(Merge::of))
                .list();
    }

    private static String where(String state) {
        return switch (state) {
            case "holds" -> " where undone_at is null";
            case "undone" -> " where undone_at is not null";
            default -> "";
        };
    }

    /**
     * Somebody who sees the person doubts a merge: the reviewers are told.
     *
     * @throws Problem when there is no such merge, or who asks sees neither file
     */
    @Transactional
    public void doubt(long merge) {
        Merge doubted = find(merge).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        audit.note("person.doubt-merge", "person", doubted.one());
        notices.tell(Permission.REVIEW_DUPLICATES, "", "people.merge-doubted", "/work/merges/" + merge, null);
    }
}
