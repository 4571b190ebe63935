package ml.taama.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names of clusters that outlive a run. A cluster keeps the name that most of its records had before; a name goes to the
 * cluster that has most of its records; a new cluster is named after its first record, and a name is never given twice.
 *
 * @param names one for each record
 * @param events what became of earlier clusters
 */
public record ClusterNames(List<String> names, List<Event> events) {

    /** What happened to clusters. */
    public enum Kind {
        /** Records of several earlier clusters are one person now. */
        MERGED,
        /** Records of an earlier cluster are several persons now. */
        SPLIT,
        /** A cluster of new records. */
        NEW,
        /** None of the records of an earlier cluster is left. */
        GONE
    }

    /**
     * What happened to a cluster.
     *
     * @param name of the cluster: after a merge the one that stays, at a split the one that is divided
     * @param others names that went into it, or came out of it
     */
    public record Event(Kind kind, String name, List<String> others) {}

    /**
     * Names clusters.
     *
     * @param keys of the records, unique over all sources
     * @param person for each record the number of the record that stands for its person
     * @param before earlier names by key; records that are no longer there included
     */
    public static ClusterNames of(String[] keys, int[] person, Map<String, String> before) {
        if (before.isEmpty()) {
            String[] names = new String[keys.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = keys[person[i]];
            }
            return new ClusterNames(Arrays.asList(names), List.of());
        }
        return new Naming(keys, person, before).run();
    }

    /** One naming. */
    private static final class Naming {

        private final String[] keys;
        private final int[] person;
        private final Map<String, String> before;
        private final Map<Integer, TreeMap<String, Integer>> votes = new HashMap<>();
        private final Map<Integer, String> named = new HashMap<>();
        private final List<Event> events = new ArrayList<>();

        Naming(String[] keys, int[] person, Map<String, String> before) {
            this.keys = keys;
            this.person = person;
            this.before = before;
        }

        ClusterNames run() {
            for (int i = 0; i < keys.length; i++) {
                String old = before.get(keys[i]);
                TreeMap<String, Integer> own = votes.computeIfAbsent(person[i], k -> new TreeMap<>());
                if (old != null) {
                    own.merge(old, 1, Integer::sum);
                }
            }
            inherit();
            Set<String> taken = new HashSet<>(before.values());
            taken.addAll(named.values());
            for (int cluster : votes.keySet().stream().sorted().toList()) {
                if (!named.containsKey(cluster)) {
                    named.put(cluster, fresh(keys[cluster], taken));
                }
            }
            events();
            String[] names = new String[keys.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = named.getOrDefault(person[i], "");
            }
            return new ClusterNames(Arrays.asList(names), events);
        }

        /** The strongest claims first; equal ones by name, then by the key of the cluster. */
        private void inherit() {
            record Claim(int cluster, String name, int votes) {}
            List<Claim> claims = new ArrayList<>();
            votes.forEach((cluster, own) -> own.forEach((name, n) -> claims.add(new Claim(cluster, name, n))));
            claims.sort((a, b) -> {
                int byVotes = Integer.compare(b.votes, a.votes);
                int byName = byVotes != 0 ? byVotes : a.name.compareTo(b.name);
                return byName != 0 ? byName : keys[a.cluster].compareTo(keys[b.cluster]);
            });
            Set<String> given = new HashSet<>();
            for (Claim claim : claims) {
                if (!named.containsKey(claim.cluster) && given.add(claim.name)) {
                    named.put(claim.cluster, claim.name);
                }
            }
        }

        private static String fresh(String key, Set<String> taken) {
            String name = key;
            for (int i = 2; !taken.add(name); i++) {
                name = key + "#" + i;
            }
            return name;
        }

        private void events() {
            Map<String, List<String>> into = new TreeMap<>();
            votes.forEach((cluster, own) -> {
                String name = named.getOrDefault(cluster, "");
                List<String> others =
                        own.keySet().stream().filter(n -> !n.equals(name)).toList();
                if (own.size() > 1) {
                    events.add(new Event(Kind.MERGED, name, others));
                } else if (own.isEmpty()) {
                    events.add(new Event(Kind.NEW, name, List.of()));
                }
                own.keySet()
                        .forEach(old -> into.computeIfAbsent(old, k -> new ArrayList<>())
                                .add(name));
            });
            into.forEach((old, clusters) -> {
                if (clusters.size() > 1) {
                    events.add(new Event(
                            Kind.SPLIT,
                            old,
                            clusters.stream()
                                    .filter(n -> !n.equals(old))
                                    .sorted()
                                    .toList()));
                }
            });
            Set<String> gone = new HashSet<>(before.values());
            gone.removeAll(into.keySet());
            gone.stream().sorted().forEach(name -> events.add(new Event(Kind.GONE, name, List.of())));
            events.sort((a, b) -> a.kind != b.kind ? a.kind.compareTo(b.kind) : a.name.compareTo(b.name));
        }
    }
}
