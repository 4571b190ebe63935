package ml.taama.linkage;

/**
 * Agreement on a rare value says more than on a common one: the u probability of the level is replaced by the relative
 * frequency of the value, the larger of the two when they differ.
 *
 * @param field whose values are counted
 * @param weight exponent, 0 (no adjustment) to 1 (full)
 * @param least frequencies below this count as this
 * @param ownU whether the level's own u is replaced; otherwise that of the exact level on the field
 */
public record TermFrequency(String field, double weight, double least, boolean ownU) {

    /** Full adjustment. */
    public static TermFrequency of(String field) {
        return new TermFrequency(field, 1, 0, false);
    }
}
