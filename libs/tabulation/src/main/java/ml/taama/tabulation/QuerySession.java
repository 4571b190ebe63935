package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.tabulation.request.Condition;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * What one user has been shown of one release. Refuses a table whose units differ from those of an earlier one by a few
 * people in any cell that both show, and ends when a budget of tables or cells is used up; asking the same again costs
 * nothing, since the answer is the same.
 *
 * <p>The earlier tables are compared by counting what both filters have in common; this costs three small tables for
 * each earlier table with another filter.
 */
public final class QuerySession {

    private final int mostTables;
    private final long mostCells;
    private final int least;
    private final Map<String, Plan> shown = new HashMap<>();
    private long cells;

    /**
     * Of a user.
     *
     * @param mostTables tables that may be asked for
     * @param mostCells cells of all tables together
     * @param least two tables must not differ by 1 to {@code least - 1} people in a cell
     */
    public QuerySession(int mostTables, long mostCells, int least) {
        this.mostTables = mostTables;
        this.mostCells = mostCells;
        this.least = least;
    }

    /**
     * Admits a table to be protected and shown.
     *
     * @throws FaultsException when the budget is used up, or the table is too close to an earlier one
     */
    public synchronized void admit(Unprotected counts) {
        Plan plan = counts.plan();
        Columns columns = counts.release().columns();
        String population = population(plan, columns);
        String name = sides(plan) + population;
        if (shown.containsKey(name)) {
            return;
        }
        if (shown.size() >= mostTables) {
            throw FaultsException.of(Fault.Code.BUDGET, "", mostTables);
        }
        if (cells + plan.cells() > mostCells) {
            throw FaultsException.of(Fault.Code.BUDGET, "", mostCells);
        }
        for (Plan earlier : shown.values()) {
            if (!population(earlier, columns).equals(population) && tooClose(counts.release(), earlier, plan)) {
                throw FaultsException.of(Fault.Code.TOO_CLOSE, "", least);
            }
        }
        shown.put(name, plan);
        cells += plan.cells();
    }

    /**
     * Takes a table as shown without counting it or asking whether it may be.
     *
     * @throws FaultsException when the release does not have what the request names
     */
    public synchronized void recall(Release release, TableRequest request) {
        Plan plan = Plan.of(request, release.columns());
        if (shown.putIfAbsent(sides(plan) + population(plan, release.columns()), plan) == null) {
            cells += plan.cells();
        }
    }

    private static String sides(Plan plan) {
        return plan.sides().stream().map(s -> s.variable() + s.nodes()).toList().toString();
    }

    /** Whom the filters let through; a filter that stops nobody is none. */
    private static String population(Plan plan, Columns columns) {
        List<String> filters = new ArrayList<>();
        plan.allowed().forEach((variable, allowed) -> {
            if (stops(allowed, columns.dictionary(variable))) {
                filters.add(variable + Arrays.toString(allowed));
            }
        });
        return filters + " " + plan.ranges();
    }

    private static boolean stops(boolean[] allowed, Dictionary dictionary) {
        for (int code = 0; code < allowed.length; code++) {
            if (!allowed[code] && dictionary.occurs(code)) {
                return true;
            }
        }
        return false;
    }

    private boolean tooClose(Release release, Plan one, Plan other) {
        List<Side> shared = one.sides().stream()
                .filter(s -> other.sides().stream().anyMatch(o -> o.variable().equals(s.variable())))
                .toList();
        Plan first = new Plan(shared, one.allowed(), one.ranges());
        Plan second = new Plan(shared, other.allowed(), other.ranges());
        Plan both = new Plan(shared, common(one.allowed(), other.allowed()), ranges(one, other));
        Cells common = release.count(both);
        return close(release.count(first), common) || close(release.count(second), common);
    }

    /** Units in both: each variable within what both filters allow. */
    private static Map<String, boolean[]> common(Map<String, boolean[]> one, Map<String, boolean[]> other) {
        Map<String, boolean[]> common = new java.util.TreeMap<>(one);
        other.forEach((variable, allowed) -> common.merge(variable, allowed, (a, b) -> {
            boolean[] both = new boolean[a.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = a[i] && b[i];
            }
            return both;
        }));
        return common;
    }

    private static List<Condition.Between> ranges(Plan one, Plan other) {
        List<Condition.Between> ranges = new ArrayList<>(one.ranges());
        ranges.addAll(other.ranges());
        return ranges;
    }

    private boolean close(Cells all, Cells common) {
        for (int place = 0; place < all.places(); place++) {
            long difference = all.counts()[place] - common.count(all.cell(place));
            if (difference > 0 && difference < least) {
                return true;
            }
        }
        return false;
    }
}
