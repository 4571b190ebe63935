package ml.taama.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Question;

/**
 * Services that give different values for one thing.
 *
 * @param sides one for each service
 * @param settlement the choice that was made, if one was
 */
public record Dispute(
        Question question, String period, String place, Cell cell, List<Side> sides, Optional<Settlement> settlement) {

    /** What one service gives. */
    public record Side(
            long value,
            long document,
            String organisation,
            BigDecimal number,
            String source,
            String method,
            String explanation,
            boolean accepted) {}

    /** Which value is published, who chose it, why. */
    public record Settlement(long id, long chosen, String reason, Instant at, long account) {}
}
