package ml.taama.linkage.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Model;
import ml.taama.linkage.Rule;
import ml.taama.linkage.engine.Weights.Adjustment;

/** Resident records, their blocks and their links, under a model that does not change. */
public final class Index {

    private static final int BATCH = 1024;
    private static final Blocks[] NONE = {};

    private final Records records;
    private final Model model;
    private final double threshold;
    private final Plan plan;
    private final Weights weights;
    private final List<Judge> judges;
    private final List<Groups> rules = new ArrayList<>();
    private final boolean symmetric;
    private final Links links = new Links();
    private final Rows rows;
    private final int[] left = new int[BATCH];
    private final int[] right = new int[BATCH];
    private final long[] patterns = new long[BATCH];
    private int[] stamp = {};
    private int[] found = new int[256];
    private byte[] foundBy = new byte[256];
    private int founds;
    private int time;

    /** A candidate of a record and what it weighs. */
    public record Match(int record, double weight, String pattern, int rule) {}

    /** Takes the records in, their links included, which were found by a full run. */
    public Index(Records records, Model model, Edges edges) {
        this.records = records;
        this.model = model;
        this.threshold = Weights.weight(model.threshold());
        this.plan = new Plan(records, model, model.comparisons(), true, 0);
        this.weights = new Weights(plan, model);
        this.judges = plan.judges();
        this.symmetric = Records.symmetric(model);
        this.rows = new Rows(plan, BATCH + 1);
        records.open();
        for (Rule rule : model.rules()) {
            Groups groups = new Groups(records, rule, model.cap());
            for (int record = 0; record < records.size; record++) {
                groups.add(record);
            }
            rules.add(groups);
        }
        for (int i = 0; i < edges.size; i++) {
            links.add(edges.left[i], edges.right[i], edges.weight[i]);
        }
    }

    /** The number of a record, or -1. */
    public int record(String id) {
        return records.find(id);
    }

    /** The identifier of a record. */
    public String id(int record) {
        return records.id(record);
    }

    /** Adds a record; returns its matches from the threshold on, strongest first. */
    public List<Match> add(String id, Map<String, String> values) {
        records.put(id, values);
        int record = records.size++;
        Set<Integer> touched = new LinkedHashSet<>();
        for (Groups groups : rules) {
            if (groups.add(record)) {
                for (int member : groups.members(record)) {
                    touched.add(member);
                }
            }
        }
        touched.remove(record);
        List<Match> matches = relink(record);
        touched.forEach(this::relink);
        return matches;
    }

    /** Removes a record. */
    public void remove(int record) {
        links.clear(record);
        Set<Integer> touched = new LinkedHashSet<>();
        for (Groups groups : rules) {
            int[] members = groups.members(record);
            if (groups.remove(record)) {
                Arrays.stream(members).filter(m -> m != record).forEach(touched::add);
            }
        }
        records.forget(record);
        touched.forEach(this::relink);
    }

    /** Finds the candidates of a record that is not taken in, from a weight on, strongest first. */
    public List<Match> find(Map<String, String> values, double least) {
        int[] sizes = records.fields.stream().mapToInt(f -> f.values.size()).toArray();
        int ids = records.ids.getFirst().values().size();
        String id = "\u0000query";
        records.put(id, values);
        int record = records.size;
        List<Match> matches = matches(record, 1, least);
        records.forget(record);
        records.ids.getFirst().values().shrink(ids);
        for (int f = 0; f < sizes.length; f++) {
            records.fields.get(f).shrink(sizes[f]);
        }
        return matches;
    }

    /** The records of the person of a record, itself included, in order of identifiers. */
    public List<Integer> person(int record, Facts facts) {
        List<Integer> component = component(record, facts);
        int[] members = component.stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            place.put(members[i], i);
        }
        Edges edges = new Edges(Integer.MAX_VALUE);
        for (int i = 0; i < members.length; i++) {
            int at = i;
            links.each(members[i], (other, weight) -> {
                if (records.compare(members[at], other) < 0) {
                    edges.add(at, place.getOrDefault(other, at), weight);
                }
            });
        }
        Facts own = new Facts(places(facts.same(), place), places(facts.different(), place));
        return Clusterer.person(records, record, members, edges, model.clusters(), own);
    }

    private static List<int[]> places(List<int[]> pairs, Map<Integer, Integer> place) {
        return pairs.stream()
                .filter(p -> place.containsKey(p[0]) && place.containsKey(p[1]))
                .map(p -> new int[] {place.getOrDefault(p[0], 0), place.getOrDefault(p[1], 0)})
                .toList();
    }

    private List<Integer> component(int record, Facts facts) {
        Set<Integer> seen = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        seen.add(record);
        open.add(record);
        while (!open.isEmpty()) {
            int at = open.remove();
            links.each(at, (other, weight) -> {
                if (seen.add(other)) {
                    open.add(other);
                }
            });
            for (int[] pair : facts.same()) {
                int other = pair[0] == at ? pair[1] : pair[1] == at ? pair[0] : at;
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return new ArrayList<>(seen);
    }

    private List<Match> relink(int record) {
        links.clear(record);
        List<Match> matches = matches(record, 0, threshold);
        for (Match match : matches) {
            links.add(record, match.record, match.weight);
        }
        return matches;
    }

    private List<Match> matches(int record, int extra, double least) {
        collect(record, extra);
        List<Match> matches = new ArrayList<>();
        int[] self = {record};
        for (int from = 0; from < founds; from += BATCH) {
            int n = Math.min(BATCH, founds - from);
            rows.clear();
            rows.add(self, 0, 1, NONE);
            rows.add(found, from, from + n, NONE);
            for (int i = 0; i < n; i++) {
                boolean turned = !symmetric && records.compare(record, found[from + i]) > 0;
                left[i] = turned ? i + 1 : 0;
                right[i] = turned ? 0 : i + 1;
            }
            Arrays.fill(patterns, 0, n, 0);
            for (int c = 0; c < judges.size(); c++) {
                judges.get(c).judge(rows, left, right, n, plan.strides[c], patterns);
            }
            keep(from, n, least, matches);
        }
        matches.sort(Comparator.comparingDouble(Match::weight)
                .reversed()
                .thenComparing((a, b) -> records.compare(a.record, b.record)));
        return matches;
    }

    private void keep(int from, int n, double least, List<Match> matches) {
        for (int i = 0; i < n; i++) {
            double weight = weights.base(patterns[i]);
            if (weight < least && weights.most(patterns[i]) < least) {
                continue;
            }
            for (Adjustment a : weights.adjustments(patterns[i])) {
                weight += a.of(rows.logFrequency[a.field()][left[i]], rows.logFrequency[a.field()][right[i]]);
            }
            if (weight >= least) {
                matches.add(
                        new Match(found[from + i], Weights.bounded(weight), plan.say(patterns[i]), foundBy[from + i]));
            }
        }
    }

    /** The candidates of a record, each once, with the first rule that gives it. */
    private void collect(int record, int extra) {
        stamp = Records.room(stamp, records.size);
        time++;
        founds = 0;
        for (int r = 0; r < rules.size(); r++) {
            int rule = r;
            rules.get(r).pairs(record, extra, candidate -> {
                if (stamp[candidate] != time) {
                    stamp[candidate] = time;
                    if (founds == found.length) {
                        found = Arrays.copyOf(found, founds * 2);
                        foundBy = Arrays.copyOf(foundBy, founds * 2);
                    }
                    found[founds] = candidate;
                    foundBy[founds++] = (byte) rule;
                }
            });
        }
    }

    /** Where a record stands that was given by identifier. */
    public Optional<Integer> known(String id) {
        int record = records.find(id);
        return record < 0 ? Optional.empty() : Optional.of(record);
    }
}
