package ml.taama.people;

import java.util.List;
import java.util.Optional;

/**
 * Where a person was born, comes from, lives or goes.
 *
 * @param kind one of {@link #KINDS}
 * @param country two letters
 * @param area code of an area of the country pack
 * @param text the village or quarter, in words
 */
public record Place(String kind, Optional<String> country, Optional<String> area, String text) {

    /** Kinds of places. */
    public static final List<String> KINDS = List.of("birth", "origin", "residence", "destination");

    @Override
    public String toString() {
        return "Place[" + kind + "]";
    }
}
