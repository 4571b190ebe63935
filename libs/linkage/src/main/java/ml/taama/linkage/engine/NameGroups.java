package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.linkage.names.NameTables;
import ml.taama.linkage.names.Unicode;

/**
 * Where a name stands in the tables: pairs of a number and a weight in thousandths for each group of equivalents, and
 * for each pair of different names a negative number and the side. A name is found as it is spelt, or by its key.
 */
final class NameGroups {

    static final NameGroups NONE = new NameGroups(NameTables.NONE);

    private static final int THOUSAND = 1000;
    private static final int[] NOWHERE = {};

    private final Map<String, List<Integer>> places = new HashMap<>();
    private final NameTables tables;

    NameGroups(NameTables tables) {
        this.tables = tables;
        for (int i = 0; i < tables.equivalents().size(); i++) {
            NameTables.Equivalents group = tables.equivalents().get(i);
            for (String name : group.names()) {
                place(name, i + 1, (int) Math.round(group.weight() * THOUSAND));
            }
        }
        for (int i = 0; i < tables.different().size(); i++) {
            List<String> pair = tables.different().get(i);
            for (int side = 0; side < pair.size(); side++) {
                place(pair.get(side), -i - 1, side);
            }
        }
    }

    private void place(String name, int group, int detail) {
        for (String form : forms(name)) {
            List<Integer> all = places.computeIfAbsent(form, key -> new ArrayList<>());
            all.add(group);
            all.add(detail);
        }
    }

    private List<String> forms(String name) {
        String plain = Unicode.plain(name);
        String key = "#" + tables.key(name);
        return key.length() < 3 ? List.of(plain) : List.of(plain, key);
    }

    int[] of(String name) {
        for (String form : forms(name)) {
            List<Integer> found = places.get(form);
            if (found != null) {
                return found.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return NOWHERE;
    }

    /** The largest weight, 0 to 1, of a group that holds both. */
    static double equivalence(int[] a, int[] b) {
        int best = 0;
        for (int i = 0; i < a.length; i += 2) {
            for (int j = 0; j < b.length; j += 2) {
                if (a[i] > 0 && a[i] == b[j]) {
                    best = Math.max(best, Math.min(a[i + 1], b[j + 1]));
                }
            }
        }
        return (double) best / THOUSAND;
    }

    /** Whether the tables say that the two are different names. */
    static boolean different(int[] a, int[] b) {
        for (int i = 0; i < a.length; i += 2) {
            for (int j = 0; j < b.length; j += 2) {
                if (a[i] < 0 && a[i] == b[j] && a[i + 1] != b[j + 1]) {
                    return true;
                }
            }
        }
        return false;
    }
}
