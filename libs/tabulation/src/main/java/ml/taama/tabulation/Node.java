package ml.taama.tabulation;

/**
 * A category on an axis of a table.
 *
 * @param code as printed; {@code _T} for the total, {@code _U} where not known, {@code _O} for the others of a top list
 * @param label for people; empty where only the code is known
 * @param level name of the level, empty for total and others
 * @param kind what sort of category it is
 */
public record Node(String code, String label, String level, Kind kind) {

    /** Sorts of categories. */
    public enum Kind {
        CATEGORY,
        NOT_KNOWN,
        NOT_APPLICABLE,
        TOTAL,
        OTHERS,
        /** Later minus earlier period. */
        DIFFERENCE,
        /** Later minus earlier period, in percent of the earlier. */
        CHANGE
    }

    static final Node TOTAL = new Node("_T", "", "", Kind.TOTAL);
    static final Node OTHERS = new Node("_O", "", "", Kind.OTHERS);
}
