package ml.taama.tabulation.schema;

import java.util.Optional;

/**
 * What is counted.
 *
 * @param kind people, households or assistances
 * @param key column that identifies the counted unit, which may stand in several rows; absent where each row is one
 */
public record Unit(Kind kind, Optional<String> key) {

    /** Kinds of counted units. */
    public enum Kind {
        PEOPLE,
        HOUSEHOLDS,
        ASSISTANCES,
        /** The schema does not say. */
        ROWS
    }

    /** Rows, of which nothing more is known. */
    public static Unit rows() {
        return new Unit(Kind.ROWS, Optional.empty());
    }
}
