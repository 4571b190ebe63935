package ml.taama.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import ml.taama.platform.database.Row;

/**
 * Two files that were found to be of one person.
 *
 * @param decision by which they were
 * @param by account
 */
public record Merge(
        long id,
        long one,
        long other,
        Optional<Long> decision,
        Instant at,
        long by,
        Optional<Instant> undoneAt,
        Optional<Long> undoneBy,
        String undoneReason) {

    /** Whether it holds. */
    public boolean holds() {
        return undoneAt.isEmpty();
    }

    @Override
    public String toString() {
        return "Merge[" + id + "]";
    }

    static Merge of(Row row) throws SQLException {
        return new Merge(
                row.number("id").longValue(),
                row.number("one").longValue(),
                row.number("other").longValue(),
                row.maybeNumber("decision").map(Number::longValue),
                row.instant("at").orElseThrow(),
                row.number("by").longValue(),
                row.instant("undone_at"),
                row.maybeNumber("undone_by").map(Number::longValue),
                row.text("undone_reason"));
    }
}
