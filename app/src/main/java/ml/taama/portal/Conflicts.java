package ml.taama.portal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ml.taama.observatory.Observation;

/** Figures of the same thing that cannot all be true. */
final class Conflicts {

    private Conflicts() {}

    /** Groups of figures in which each disagrees with at least one other. */
    static List<List<Observation>> among(List<Observation> observations) {
        List<List<Observation>> groups = new ArrayList<>();
        Set<Observation> seen = new LinkedHashSet<>();
        for (Observation one : observations) {
            if (seen.contains(one)) {
                continue;
            }
            Set<Observation> group = new LinkedHashSet<>(List.of(one));
            grow(group, observations);
            if (group.size() > 1) {
                seen.addAll(group);
                groups.add(List.copyOf(group));
            }
        }
        return groups;
    }

    private static void grow(Set<Observation> group, List<Observation> all) {
        int before;
        do {
            before = group.size();
            List.copyOf(group)
                    .forEach(member -> all.stream().filter(member::disagrees).forEach(group::add));
        } while (group.size() > before);
    }
}
