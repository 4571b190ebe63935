package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.linkage.Clustering;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Model.Clusters;

/**
 * Persons from links: connected components; where something keeps records apart, links are followed from the strongest
 * down, and each that would join what must stay apart is refused and counted.
 */
public final class Clusterer {

    private final Records records;
    private final int[] members;
    private final UnionFind sets;
    private final boolean bestLink;
    private final int[] verified;
    private final Map<Integer, Integer> verifiedOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final Map<Integer, Long> sources = new HashMap<>();
    private long refusedFacts;
    private long refusedIds;
    private long refusedSources;
    private long contradictions;

    private Clusterer(Records records, Clusters how, int[] members) {
        this.records = records;
        this.members = members;
        this.sets = new UnionFind(members.length == 0 ? records.size : members.length);
        this.bestLink = how.bestLink();
        this.verified = how.verified().map(f -> records.field(f).codes).orElse(new int[0]);
    }

    /** Persons from links and facts. */
    public static Clustering cluster(Records records, Edges edges, Clusters how, Facts facts) {
        Clusterer clusterer = new Clusterer(records, how, new int[0]);
        clusterer.facts(facts);
        int[] order = clusterer.free(facts) ? new int[0] : clusterer.order(edges);
        for (int i = 0; i < edges.size; i++) {
            int edge = order.length == 0 ? i : order[i];
            clusterer.follow(edges.left[edge], edges.right[edge]);
        }
        return new Clustering(
                clusterer.persons(),
                clusterer.refusedFacts,
                clusterer.refusedIds,
                clusterer.refusedSources,
                clusterer.contradictions,
                Bridges.find(records.size, edges));
    }

    /**
     * The records of the person of one record, from those that links and facts connect it with.
     *
     * @param members records, each once
     * @param edges between places in {@code members}
     * @param facts about places in {@code members}
     */
    static List<Integer> person(Records records, int record, int[] members, Edges edges, Clusters how, Facts facts) {
        Clusterer clusterer = new Clusterer(records, how, members);
        clusterer.facts(facts);
        for (int edge : clusterer.order(edges)) {
            clusterer.follow(edges.left[edge], edges.right[edge]);
        }
        int place = 0;
        while (members[place] != record) {
            place++;
        }
        int root = clusterer.sets.find(place);
        List<Integer> person = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            if (clusterer.sets.find(i) == root) {
                person.add(members[i]);
            }
        }
        person.sort(records::compare);
        return person;
    }

    private int record(int place) {
        return members.length == 0 ? place : members[place];
    }

    private boolean free(Facts facts) {
        return facts.different().isEmpty() && verified.length == 0 && !bestLink;
    }

    /** Strongest first; equal weights by identifiers, so that the order of input decides nothing. */
    private int[] order(Edges edges) {
        Integer[] order = new Integer[edges.size];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (a, b) -> {
            int byWeight = Double.compare(edges.weight[b], edges.weight[a]);
            if (byWeight != 0) {
                return byWeight;
            }
            int byLeft = records.compare(record(edges.left[a]), record(edges.left[b]));
            return byLeft != 0 ? byLeft : records.compare(record(edges.right[a]), record(edges.right[b]));
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void facts(Facts facts) {
        for (int[] pair : facts.different()) {
            apart.computeIfAbsent(pair[0], k -> new HashSet<>()).add(pair[1]);
            apart.computeIfAbsent(pair[1], k -> new HashSet<>()).add(pair[0]);
        }
        for (int[] pair : facts.same()) {
            int a = sets.find(pair[0]);
            int b = sets.find(pair[1]);
            if (a != b && mustStayApart(a, b)) {
                contradictions++;
            } else if (a != b) {
                join(a, b);
            }
        }
    }

    private void follow(int left, int right) {
        int a = sets.find(left);
        int b = sets.find(right);
        if (a == b) {
            return;
        }
        if (mustStayApart(a, b)) {
            refusedFacts++;
        } else if (idsDiffer(a, b)) {
            refusedIds++;
        } else if (bestLink && (sources(a) & sources(b)) != 0) {
            refusedSources++;
        } else {
            join(a, b);
        }
    }

    private boolean mustStayApart(int a, int b) {
        Set<Integer> few = apart.getOrDefault(a, Set.of());
        int other = b;
        if (few.size() > apart.getOrDefault(b, Set.of()).size()) {
            few = apart.getOrDefault(b, Set.of());
            other = a;
        }
        for (int record : few) {
            if (sets.find(record) == other) {
                return true;
            }
        }
        return false;
    }

    private boolean idsDiffer(int a, int b) {
        int idA = verified(a);
        int idB = verified(b);
        return idA != 0 && idB != 0 && idA != idB;
    }

    private int verified(int root) {
        if (verified.length == 0) {
            return 0;
        }
        return sets.size(root) == 1 ? verified[record(root)] : verifiedOf.getOrDefault(root, 0);
    }

    private long sources(int root) {
        return sets.size(root) == 1 ? 1L << records.source(record(root)) : sources.getOrDefault(root, 0L);
    }

    private void join(int a, int b) {
        int id = verified.length == 0 ? 0 : Math.max(verified(a), verified(b));
        long both = bestLink ? sources(a) | sources(b) : 0;
        Set<Integer> apartA = apart.remove(a);
        Set<Integer> apartB = apart.remove(b);
        int root = sets.join(a, b);
        if (id != 0) {
            verifiedOf.put(root, id);
        }
        if (bestLink) {
            sources.put(root, both);
        }
        if (apartA != null || apartB != null) {
            Set<Integer> all = apartA == null ? new HashSet<>() : apartA;
            all.addAll(apartB == null ? Set.of() : apartB);
            apart.put(root, all);
        }
    }

    private int[] persons() {
        int[] first = new int[records.size];
        Arrays.fill(first, -1);
        for (int record = 0; record < first.length; record++) {
            int root = sets.find(record);
            if (first[root] < 0 || records.compare(record, first[root]) < 0) {
                first[root] = record;
            }
        }
        int[] person = new int[records.size];
        for (int record = 0; record < person.length; record++) {
            person[record] = first[sets.find(record)];
        }
        return person;
    }

    /** Numbers of the records of each person with more than one, for tests. */
    static List<List<Integer>> groups(int[] person) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < person.length; i++) {
            groups.computeIfAbsent(person[i], k -> new ArrayList<>()).add(i);
        }
        return groups.values().stream().filter(g -> g.size() > 1).toList();
    }
}
