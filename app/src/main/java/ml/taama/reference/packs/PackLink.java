package ml.taama.reference.packs;

/**
 * A column whose cell lists rows of another file, kept in a table of its own.
 *
 * @param table {@code schema.table} of the links
 * @param parent column of that table that names the row
 * @param item type of each word of the cell, separated by spaces
 * @param itemColumn column of the link table when the item fills only one
 * @param basis whether a column {@code <name>_basis} says how the link is known
 */
public record PackLink(
        String name,
        String table,
        String parent,
        PackType item,
        String itemColumn,
        boolean basis,
        String says,
        String example) {

    /** What a row says about its links: the items and how they are known. */
    public record Value(java.util.List<Object> items, String basis) {}
}
