package ml.taama.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure that may be shown to everybody.
 *
 * @param table name of its {@link PublicTable}
 * @param position of its cell in the table, from 0
 * @param measure {@code people}, {@code services}, {@code cases} or {@code referrals}
 * @param categories code on each axis; {@link PublicTable#TOTAL} for all
 * @param value nothing where it is not shown, to protect people
 */
public record PublicFigure(
        String table, int position, String measure, List<String> categories, Optional<BigDecimal> value) {

    /** Copies the list. */
    public PublicFigure {
        categories = List.copyOf(categories);
    }
}
