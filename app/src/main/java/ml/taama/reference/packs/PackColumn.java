package ml.taama.reference.packs;

/**
 * A column of a file of a pack.
 *
 * @param localized one column for each language of the pack: {@code title_fr}, {@code title_en}
 * @param fallback what an empty cell means, or empty for nothing
 * @param says what the column is for, in the documentation
 */
public record PackColumn(
        String name,
        PackType type,
        boolean key,
        boolean required,
        boolean localized,
        String fallback,
        String says,
        String example) {

    /** The fallback that stands for the line of the row. */
    static final String LINE = "@line";

    /** The name in a file, or the pattern of the names of a localized column. */
    public String header() {
        return localized ? name + "_<language>" : name;
    }
}
