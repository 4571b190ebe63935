package ml.taama.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;

/**
 * An answer as it is kept.
 *
 * @param typed what was written
 * @param number what was understood of it, for a figure
 * @param absence reason why there is no value, or empty
 * @param from version that it entered with
 * @param to version that it left with, once it has
 * @param accepted whether reviewers accepted it
 */
public record Value(
        long id,
        long question,
        String period,
        String place,
        Cell cell,
        String typed,
        Optional<BigDecimal> number,
        String absence,
        String source,
        String method,
        String explanation,
        int from,
        Optional<Integer> to,
        long account,
        Instant at,
        boolean accepted) {

    /** The same as an entry to check. */
    public Entry entry() {
        return new Entry(
                "", question, period, place, cell, typed, Optional.empty(), absence, source, method, explanation);
    }
}
