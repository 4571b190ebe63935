package ml.taama.matching;

import java.util.List;

/**
 * A record that is perhaps of the same person.
 *
 * @param weight match weight, base 2, on an absolute scale
 * @param probability that the two are one person
 * @param reasons one for each comparison
 */
public record Found(long record, double weight, double probability, List<Reason> reasons) {

    /** Copies the list. */
    public Found {
        reasons = List.copyOf(reasons);
    }
}
