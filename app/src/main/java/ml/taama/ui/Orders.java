package ml.taama.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The orders in which a list can be asked for, by the name of a column; a minus turns one round. */
public final class Orders<T> {

    private final Map<String, Comparator<T>> known;
    private final Comparator<T> usual;

    /** With the order of a list for which none is asked. */
    public Orders(Comparator<T> usual, Map<String, Comparator<T>> known) {
        this.usual = usual;
        this.known = Map.copyOf(known);
    }

    /** Rows in the order asked. */
    public List<T> sort(Query query, List<T> rows) {
        return rows.stream().sorted(of(query.get("sort"))).toList();
    }

    private Comparator<T> of(String sort) {
        boolean down = sort.startsWith("-");
        Comparator<T> asked = known.getOrDefault(down ? sort.substring(1) : sort, usual);
        return down ? asked.reversed() : asked;
    }
}
