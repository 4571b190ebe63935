package ml.taama.linkage.engine;

/** What the kernel needs of a field beside the codes of its values. */
enum Need {
    /** Characters, for similarity. */
    TEXT,
    /** A number, or seconds. */
    NUMBER,
    /** Distinct elements of a list. */
    LIST,
    /** A date with its precision. */
    DATE,
    /** Places in the table of equivalent names. */
    NAMES
}
