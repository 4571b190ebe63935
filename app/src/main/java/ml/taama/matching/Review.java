package ml.taama.matching;

import java.sql.SQLException;
import java.time.Instant;
import ml.taama.platform.database.Row;

/**
 * A pair that is perhaps of one person.
 *
 * @param pattern comparison vector values
 * @param model under which it was found
 * @param state what decisions amount to, or that others decide it, or that it is not alike any more
 * @param files of both people together
 */
public record Review(
        long id,
        long one,
        long other,
        double weight,
        double probability,
        String pattern,
        String model,
        String state,
        int files,
        Instant foundAt) {

    /** Whether it waits for somebody. */
    public boolean toDo() {
        return Ruling.TO_DO.contains(state);
    }

    static Review of(Row row) throws SQLException {
        return new Review(
                row.number("id").longValue(),
                row.number("one").longValue(),
                row.number("other").longValue(),
                row.number("weight").doubleValue(),
                row.number("probability").doubleValue(),
                row.text("pattern"),
                row.text("model"),
                row.text("state"),
                row.whole("files"),
                row.instant("found_at").orElseThrow());
    }
}
