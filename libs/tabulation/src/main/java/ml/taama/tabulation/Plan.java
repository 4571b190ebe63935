package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.request.Condition;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * A request resolved against the data.
 *
 * @param sides the axes; the last varies fastest
 * @param allowed for each filtered variable the codes that are counted
 * @param ranges bounds of numeric variables
 */
record Plan(List<Side> sides, Map<String, boolean[]> allowed, List<Condition.Between> ranges) {

    static Plan of(TableRequest request, Columns columns) {
        List<Side> sides = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Axis axis : request.axes()) {
            if (!seen.add(axis.variable())) {
                throw FaultsException.of(Fault.Code.TWICE, "", axis.variable());
            }
            sides.add(Side.of(axis, columns.dictionary(axis.variable())));
        }
        Map<String, boolean[]> allowed = new TreeMap<>();
        List<Condition.Between> ranges = new ArrayList<>();
        for (Condition condition : request.filters()) {
            switch (condition) {
                case Condition.Between between -> {
                    columns.numeric(between.variable());
                    ranges.add(between);
                }
                case Condition.In in ->
                    allowed.merge(in.variable(), codes(in, columns.dictionary(in.variable())), Plan::both);
            }
        }
        return new Plan(List.copyOf(sides), allowed, List.copyOf(ranges));
    }

    private static boolean[] both(boolean[] one, boolean[] other) {
        boolean[] both = new boolean[one.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = one[i] && other[i];
        }
        return both;
    }

    private static boolean[] codes(Condition.In in, Dictionary dictionary) {
        Dictionary.Grouping level = dictionary.level(in.level());
        List<String> known = level.nodes().stream().map(Node::code).toList();
        for (String code : in.codes()) {
            if (!known.contains(code)) {
                throw FaultsException.of(Fault.Code.NO_CODE, in.variable(), in.variable(), code);
            }
        }
        boolean[] codes = new boolean[dictionary.size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = in.codes().contains(known.get(level.group()[code])) != in.negated();
        }
        return codes;
    }

    /** The variables of axes and filters. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        sides.forEach(s -> names.add(s.variable()));
        names.addAll(allowed.keySet());
        return names;
    }

    int[] sizes() {
        return sides.stream().mapToInt(Side::size).toArray();
    }

    /** Cells of the whole table. */
    long cells() {
        return product(sizes());
    }

    boolean simple() {
        return sides.stream().allMatch(Side::simple);
    }

    /** The same table over other units. */
    Plan where(Map<String, boolean[]> codes, List<Condition.Between> bounds) {
        return new Plan(sides, codes, bounds);
    }

    /** The same with another axis in a place. */
    Plan with(int side, Side other) {
        List<Side> changed = new ArrayList<>(sides);
        changed.set(side, other);
        return new Plan(changed, allowed, ranges);
    }

    /** Product, or the largest long when there is none. */
    static long product(int[] sizes) {
        return Arrays.stream(sizes).asLongStream().reduce(1, (a, b) -> {
            long high = Math.multiplyHigh(a, b);
            return high != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
        });
    }

    /** What one step along each axis adds to the number of a cell. */
    static long[] strides(int[] sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= sizes[i];
        }
        return strides;
    }
}
