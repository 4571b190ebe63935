package ml.taama.ui;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total rows on all pages
 * @param page number of this page, from 1
 * @param pages number of pages, at least 1
 */
public record Listing<T>(Query query, int total, int page, int pages, List<T> rows) {

    private static final int SIZE = 25;

    /** Cuts a page out of all rows; a page beyond the last is the last. */
    public static <T> Listing<T> of(Query query, List<T> all) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int page = Math.min(query.page(), pages);
        int first = (page - 1) * SIZE;
        return new Listing<>(query, all.size(), page, pages, all.subList(first, Math.min(all.size(), first + SIZE)));
    }

    /** Reads rows of a list that is too long to be read whole: how many to pass over, and how many to read. */
    public interface Slices<T> {
        /** The rows of one page. */
        List<T> read(int offset, int most);
    }

    /** One page of a list that is read by pages. */
    public static <T> Listing<T> of(Query query, int total, Slices<T> slices) {
        int pages = Math.max(1, (total + SIZE - 1) / SIZE);
        int page = Math.min(query.page(), pages);
        return new Listing<>(query, total, page, pages, slices.read((page - 1) * SIZE, SIZE));
    }

    /** Number of the first row shown, from 1. */
    public int first() {
        return total == 0 ? 0 : (page - 1) * SIZE + 1;
    }

    /** Number of the last row shown. */
    public int last() {
        return first() + Math.max(0, rows.size() - 1);
    }

    /** How a column is sorted: ascending, descending or none. */
    public String order(String column) {
        String sort = query.get("sort");
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }

    /** Address that sorts by a column, the other way round if it is sorted already. */
    public String sorted(String column) {
        return query.with("sort", order(column).equals("ascending") ? "-" + column : column)
                .address();
    }

    /** Address of another page. */
    public String at(int other) {
        return query.with("page", String.valueOf(other)).address();
    }
}
