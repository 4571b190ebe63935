package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * Counts and key sums over the finest cells of some variables, from which every table over them follows. Where rows are
 * the counted units, margins are sums; those of up to three variables are kept ready. Where units have several rows,
 * every margin was deduplicated on its own and is looked up.
 */
final class Cuboid {

    private static final int READY = 3;
    private static final int BYTES_OF_A_CELL = Long.BYTES + Integer.BYTES;

    private final List<String> variables;
    private final int modulus;
    private final long most;
    private final Map<BitSet, Margin> margins = new HashMap<>();
    private final Optional<Lookup> lookup;

    /** A table over the codes of some of the variables. */
    private record Margin(List<Dictionary> dictionaries, Cells cells) {

        int[] sizes() {
            return dictionaries.stream().mapToInt(d -> codes(d).length).toArray();
        }
    }

    /** The codes that have a place: those that the data may hold. */
    private static int[] codes(Dictionary dictionary) {
        return IntStream.range(0, dictionary.size()).filter(dictionary::occurs).toArray();
    }

    /** A table with every level and total of every variable. */
    private record Lookup(Plan plan, Cells cells, List<Map<BitSet, Integer>> nodes) {}

    private Cuboid(List<String> variables, Source source, Optional<Lookup> lookup) {
        this.variables = variables;
        modulus = source.modulus();
        most = source.memory() / BYTES_OF_A_CELL;
        this.lookup = lookup;
    }

    static Cuboid build(List<String> variables, Columns columns, ArrayCounter counter, Source source) {
        List<Dictionary> dictionaries =
                variables.stream().map(columns::dictionary).toList();
        columns.load(variables);
        return columns.persons().isPresent()
                ? deduplicated(variables, dictionaries, counter, source)
                : additive(variables, dictionaries, counter, source);
    }

    private static void fits(Plan plan, Source source) {
        long most = source.memory() / BYTES_OF_A_CELL / 4;
        if (plan.cells() > most) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, "cuboid", plan.cells(), most);
        }
    }

    private static Cuboid additive(
            List<String> variables, List<Dictionary> dictionaries, ArrayCounter counter, Source source) {
        Plan plan = new Plan(dictionaries.stream().map(Cuboid::everyCode).toList(), Map.of(), List.of());
        Cuboid cuboid = new Cuboid(variables, source, Optional.empty());
        Cells finest = counter.base(plan);
        if (finest.index() == null) {
            fits(plan, source);
        }
        BitSet all = new BitSet();
        all.set(0, variables.size());
        cuboid.margins.put(all, new Margin(dictionaries, finest));
        cuboid.prepare(dictionaries, source.threads());
        return cuboid;
    }

    /** Every code that occurs at its own place. */
    private static Side everyCode(Dictionary dictionary) {
        int[] codes = codes(dictionary);
        int[] places = new int[dictionary.size()];
        Arrays.fill(places, -1);
        for (int place = 0; place < codes.length; place++) {
            places[codes[place]] = place;
        }
        List<Node> nodes = dictionary.level("").nodes();
        return new Side(dictionary, Arrays.stream(codes).mapToObj(nodes::get).toList(), List.of(places));
    }

    private void prepare(List<Dictionary> dictionaries, int threads) {
        for (int width = Math.min(READY, variables.size() - 1); width > 0; width--) {
            List<BitSet> subsets = subsets(width, variables.size());
            List<Margin> made = new ArrayList<>(java.util.Collections.nCopies(subsets.size(), null));
            int parts = Math.max(1, Math.min(threads, subsets.size()));
            Parallel.parts(parts, part -> {
                for (int i = part; i < subsets.size(); i += parts) {
                    made.set(i, margin(subsets.get(i), dictionaries));
                }
            });
            for (int i = 0; i < subsets.size(); i++) {
                margins.put(subsets.get(i), made.get(i));
            }
        }
    }

    private Margin margin(BitSet kept, List<Dictionary> dictionaries) {
        List<Dictionary> fewer = kept.stream().mapToObj(dictionaries::get).toList();
        Plan plan = new Plan(fewer.stream().map(Cuboid::everyCode).toList(), Map.of(), List.of());
        return new Margin(fewer, collapse(smallest(kept), plan));
    }

    private static List<BitSet> subsets(int width, int size) {
        return IntStream.range(1, 1 << size)
                .filter(bits -> Integer.bitCount(bits) == width)
                .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
                .toList();
    }

    private Margin smallest(BitSet needed) {
        Margin best = null;
        for (Map.Entry<BitSet, Margin> entry : margins.entrySet()) {
            BitSet missing = (BitSet) needed.clone();
            missing.andNot(entry.getKey());
            if (missing.isEmpty() && (best == null || entry.getValue().cells.places() < best.cells.places())) {
                best = entry.getValue();
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** The cells of a table, or nothing where it needs what the cuboid does not hold. */
    Optional<Cells> count(Plan plan) {
        if (!plan.ranges().isEmpty() || !variables.containsAll(plan.variables())) {
            return Optional.empty();
        }
        if (lookup.isPresent()) {
            return looked(plan, lookup.get());
        }
        BitSet needed = new BitSet();
        plan.variables().forEach(v -> needed.set(variables.indexOf(v)));
        return Optional.of(Rollup.expand(collapse(smallest(needed), plan), plan, modulus, most));
    }

    /** Sums the cells of a margin into the finest levels of a table. */
    private Cells collapse(Margin margin, Plan plan) {
        int[] sizes = Rollup.finest(plan.sides());
        long[] strides = Plan.strides(sizes);
        long cells = Plan.product(sizes);
        long[][] lut = new long[margin.dictionaries.size()][];
        for (int i = 0; i < lut.length; i++) {
            lut[i] = shares(margin.dictionaries.get(i), plan, strides);
        }
        if (margin.cells.index() == null && cells <= most) {
            long[] counts = new long[(int) cells];
            long[] keys = new long[(int) cells];
            new Odometer(margin.sizes(), lut).run(margin.cells, counts, keys);
            return new Cells(
                    cells,
                    null,
                    counts,
                    Arrays.stream(keys).mapToInt(k -> (int) (k % modulus)).toArray());
        }
        return collapseSparse(margin, lut, cells);
    }

    private Cells collapseSparse(Margin margin, long[][] lut, long cells) {
        int[] sizes = margin.sizes();
        long[] from = Plan.strides(sizes);
        HashTally tally = new HashTally(most);
        for (int place = 0; place < margin.cells.places(); place++) {
            long cell = 0;
            for (int i = 0; i < sizes.length && cell >= 0; i++) {
                long share = lut[i][(int) (margin.cells.cell(place) / from[i] % sizes[i])];
                cell = share < 0 ? -1 : cell + share;
            }
            if (cell >= 0 && margin.cells.counts()[place] > 0) {
                tally.add(cell, margin.cells.counts()[place], margin.cells.keys()[place]);
            }
        }
        Cells sparse = tally.cells(cells, modulus);
        return cells <= 1 << 20 ? HashTally.dense(sparse) : sparse;
    }

    /** What each place of a variable adds to the number of the cell, or -1 where it is not counted. */
    private static long[] shares(Dictionary dictionary, Plan plan, long[] strides) {
        String name = dictionary.variable().name();
        long[] shares = new long[dictionary.size()];
        for (int axis = 0; axis < strides.length; axis++) {
            if (plan.sides().get(axis).variable().equals(name)) {
                int[] places = Rollup.finestPlaces(plan.sides().get(axis));
                for (int code = 0; code < shares.length; code++) {
                    shares[code] = places[code] < 0 ? -1 : places[code] * strides[axis];
                }
            }
        }
        boolean[] allowed = plan.allowed().get(name);
        for (int code = 0; allowed != null && code < shares.length; code++) {
            shares[code] = allowed[code] ? shares[code] : -1;
        }
        return Arrays.stream(codes(dictionary)).mapToLong(code -> shares[code]).toArray();
    }

    /** Goes through a dense table, the last variable in the innermost loop. */
    @SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
    private record Odometer(int[] sizes, long[][] lut) {

        void run(Cells cells, long[] counts, long[] keys) {
            run(cells, counts, keys, 0, 0, 0);
        }

        private void run(Cells cells, long[] counts, long[] keys, int variable, int place, long target) {
            if (variable == sizes.length - 1) {
                long[] shares = lut[variable];
                for (int code = 0; code < shares.length; code++) {
                    if (shares[code] >= 0) {
                        int to = (int) (target + shares[code]);
                        counts[to] += cells.counts()[place + code];
                        keys[to] += cells.keys()[place + code];
                    }
                }
                return;
            }
            int stride = 1;
            for (int i = variable + 1; i < sizes.length; i++) {
                stride *= sizes[i];
            }
            for (int code = 0; code < sizes[variable]; code++) {
                if (lut[variable][code] >= 0) {
                    run(cells, counts, keys, variable + 1, place + code * stride, target + lut[variable][code]);
                }
            }
        }
    }

    private static Cuboid deduplicated(
            List<String> variables, List<Dictionary> dictionaries, ArrayCounter counter, Source source) {
        List<Side> sides = dictionaries.stream()
                .map(d -> Side.of(
                        new Axis(
                                d.variable().name(),
                                d.levels().stream()
                                        .map(Dictionary.Grouping::level)
                                        .toList(),
                                true),
                        d))
                .toList();
        Plan plan = new Plan(sides, Map.of(), List.of());
        fits(plan, source);
        List<Map<BitSet, Integer>> nodes = new ArrayList<>();
        for (Side side : sides) {
            Map<BitSet, Integer> byCodes = new HashMap<>();
            for (int node = 0; node < side.size(); node++) {
                byCodes.put(bits(side.codesOf(node)), node);
            }
            nodes.add(byCodes);
        }
        return new Cuboid(variables, source, Optional.of(new Lookup(plan, counter.count(plan), nodes)));
    }

    private static BitSet bits(boolean[] codes) {
        BitSet bits = new BitSet();
        for (int i = 0; i < codes.length; i++) {
            bits.set(i, codes[i]);
        }
        return bits;
    }

    private Optional<Cells> looked(Plan plan, Lookup table) {
        int[][] nodes = new int[plan.sides().size()][];
        long[] strides = Plan.strides(table.plan.sizes());
        long fixed = 0;
        for (int variable = 0; variable < variables.size(); variable++) {
            String name = variables.get(variable);
            Map<BitSet, Integer> known = table.nodes.get(variable);
            int axis = plan.sides().stream().map(Side::variable).toList().indexOf(name);
            boolean[] allowed = plan.allowed().get(name);
            if (axis >= 0) {
                Side side = plan.sides().get(axis);
                nodes[axis] = IntStream.range(0, side.size())
                        .map(n -> known.getOrDefault(bits(side.codesOf(n)), -1))
                        .toArray();
                if (allowed != null || Arrays.stream(nodes[axis]).anyMatch(n -> n < 0)) {
                    return Optional.empty();
                }
                long stride = strides[variable];
                nodes[axis] =
                        Arrays.stream(nodes[axis]).map(n -> (int) (n * stride)).toArray();
            } else {
                Side side = table.plan.sides().get(variable);
                int node = allowed == null ? side.size() - 1 : known.getOrDefault(bits(allowed), -1);
                if (node < 0) {
                    return Optional.empty();
                }
                fixed += node * strides[variable];
            }
        }
        return Optional.of(pick(plan, table.cells, nodes, fixed));
    }

    private static Cells pick(Plan plan, Cells from, int[][] nodes, long fixed) {
        int[] sizes = plan.sizes();
        long[] strides = Plan.strides(sizes);
        int size = Math.toIntExact(plan.cells());
        long[] counts = new long[size];
        int[] keys = new int[size];
        for (int cell = 0; cell < size; cell++) {
            long source = fixed;
            for (int axis = 0; axis < sizes.length; axis++) {
                source += nodes[axis][(int) (cell / strides[axis] % sizes[axis])];
            }
            counts[cell] = from.count(source);
            keys[cell] = from.key(source);
        }
        return new Cells(size, null, counts, keys);
    }
}
