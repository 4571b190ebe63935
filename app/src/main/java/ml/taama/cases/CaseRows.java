package ml.taama.cases;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cases; a case that is about to be changed is held until the transaction ends. */
@Component
class CaseRows {

    static final String SELECT = """
            select d.*,
              array(select p.file from cases.participant p where p.dossier = d.id and p.ended_at is null order by p.added_at, p.file)::text[] as people,
              (select count(*) from cases.referral r where r.dossier = d.id and r.state in ('proposed', 'accepted', 'in-progress')) as referrals
            from cases.dossier d
            """;

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Case> find(long id) {
        return jdbc.sql(SELECT + " where d.id = ?")
                .param(id)
                .query(Row.mapper(CaseRows::read))
                .optional();
    }

    /** The case, held against whoever else wants to change it. */
    Case hold(long id) {
        lock(id);
        return find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** Keeps others from changing a case until the transaction ends. */
    void lock(long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('cases.dossier'), ?::integer)")
                .param(id % Integer.MAX_VALUE)
                .query((row, n) -> 0)
                .list();
    }

    /** The same, when a move is legal. */
    Case hold(long id, CaseMove move) {
        Case held = hold(id);
        held.life().after(move);
        return held;
    }

    void changed(long id) {
        jdbc.sql("update cases.dossier set changed_at = now() where id = ?")
                .param(id)
                .update();
    }

    static Case read(Row row) throws SQLException {
        return new Case(
                row.number("id").longValue(),
                row.text("number"),
                row.text("organisation"),
                row.maybeNumber("account").map(Number::longValue),
                CaseState.of(row.text("state")),
                row.text("channel"),
                row.text("country"),
                row.maybe("area"),
                row.text("urgency"),
                row.whole("headcount"),
                row.day("received_on").orElseThrow(),
                row.maybe("outcome"),
                row.maybe("closure"),
                numbers(row.list("people")),
                row.whole("referrals"),
                row.instant("changed_at").orElseThrow());
    }

    static List<Long> numbers(List<String> texts) {
        return texts.stream().map(Long::valueOf).toList();
    }

    /** Files as PostgreSQL takes them. */
    static Long[] files(Stream<Long> files) {
        return files.distinct().toArray(Long[]::new);
    }
}
