package ml.taama.tabulation.request;

/**
 * The order of the categories of the first row axis, by their protected values.
 *
 * @param by what decides
 * @param descending the largest first
 * @param top how many categories are shown, the rest being counted together as "others"; 0 for all
 */
public record Ordering(By by, boolean descending, int top) {

    /** What decides the order. */
    public enum By {
        /** The order of the code list. */
        LIST,
        /** The first measure, over all columns. */
        VALUE,
        /** The label. */
        LABEL
    }

    /** As the code list says. */
    public static final Ordering NONE = new Ordering(By.LIST, false, 0);
}
