package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.suppression.Equation;
import ml.taama.tabulation.suppression.LinearTable;
import ml.taama.tabulation.suppression.Suppressor;

/**
 * Fixed tables protected together. Cells over the same units are one cell in all tables, and totals that were not asked
 * for take part unseen, so that nothing hidden in one table can be computed from another.
 */
final class SuppressedTables {

    private static final int MOST_CELLS = 4_000;

    private final List<Unprotected> tables;
    private final Method.Suppression method;
    private final Rules rules;
    private final Map<String, Integer> cells = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private final BitSet published = new BitSet();
    private final BitSet structural = new BitSet();
    private final BitSet group = new BitSet();
    private final List<Plan> plans = new ArrayList<>();
    private final List<int[]> numbers = new ArrayList<>();

    private SuppressedTables(List<Unprotected> tables, Method.Suppression method, Rules rules) {
        this.tables = tables;
        this.method = method;
        this.rules = rules;
    }

    static List<Gate.Outcome> protect(List<Unprotected> tables, Method.Suppression method, Rules rules) {
        SuppressedTables all = new SuppressedTables(tables, method, rules);
        for (Unprotected table : tables) {
            all.check(table);
            all.add(table);
        }
        return all.outcomes();
    }

    private void check(Unprotected table) {
        for (Measure measure : table.request().measures()) {
            boolean known = measure instanceof Measure.Count
                    || measure instanceof Measure.People
                    || measure instanceof Measure.Sum
                    || measure instanceof Measure.Mean;
            if (!known) {
                throw FaultsException.of(Fault.Code.EXCLUDES, "", "suppression", measure.text());
            }
        }
        if (table.held()) {
            throw FaultsException.of(Fault.Code.EXCLUDES, "", "suppression", "succession");
        }
        if (table.request().comparison().isPresent()
                || !table.request().ordering().equals(Ordering.NONE)
                || table.release().columns().persons().isPresent()
                || table.release().schema().weight().isPresent()) {
            throw FaultsException.of(
                    Fault.Code.EXCLUDES, "", "suppression", "compare, order, weight, units in several rows");
        }
    }

    /** Numbers the cells of a table, with totals, and notes what adds up. */
    private void add(Unprotected table) {
        Plan plan = withTotals(table.plan());
        int size = Math.toIntExact(Math.min(Integer.MAX_VALUE, plan.cells()));
        if (size + cells.size() > MOST_CELLS) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, "", size + cells.size(), MOST_CELLS);
        }
        int[] number = new int[size];
        long[] strides = Plan.strides(plan.sizes());
        Structure structure = new Structure(table.release().impossible(), plan);
        Unprotected wider = new Unprotected(
                table.release(), table.request(), plan, table.release().count(plan));
        GroupDisclosure groups = GroupDisclosure.of(wider, rules);
        for (int cell = 0; cell < size; cell++) {
            number[cell] = cells.computeIfAbsent(name(plan, strides, cell), n -> cells.size());
            if (asked(table.plan(), plan, strides, cell)) {
                published.set(number[cell]);
            }
            if (structure.impossible(cell)) {
                structural.set(number[cell]);
            }
            if (groups.hides(cell)) {
                group.set(number[cell]);
            }
        }
        for (int axis = 0; axis < strides.length; axis++) {
            equations(plan, axis, strides[axis], number);
        }
        plans.add(plan);
        numbers.add(number);
    }

    private static Plan withTotals(Plan plan) {
        Plan wider = plan;
        for (int axis = 0; axis < plan.sides().size(); axis++) {
            Side side = plan.sides().get(axis);
            if (side.nodes().getLast().kind() != Node.Kind.TOTAL) {
                wider = wider.with(axis, side.totalled());
            }
        }
        return wider;
    }

    private static boolean asked(Plan asked, Plan wider, long[] strides, int cell) {
        for (int axis = 0; axis < strides.length; axis++) {
            if (cell / strides[axis] % wider.sides().get(axis).size()
                    >= asked.sides().get(axis).size()) {
                return false;
            }
        }
        return true;
    }

    /** The units of a cell as text: filters and, for each variable, its codes; all codes are no restriction. */
    private static String name(Plan plan, long[] strides, int cell) {
        Map<String, BitSet> restrictions = new TreeMap<>();
        plan.allowed().forEach((variable, allowed) -> restrictions.put(variable, bits(allowed)));
        for (int axis = 0; axis < strides.length; axis++) {
            Side side = plan.sides().get(axis);
            BitSet codes = bits(side.codesOf((int) (cell / strides[axis] % side.size())));
            restrictions.merge(side.variable(), codes, (one, other) -> {
                BitSet both = (BitSet) one.clone();
                both.and(other);
                return both;
            });
            if (restrictions.getOrDefault(side.variable(), codes).cardinality()
                    == side.dictionary().size()) {
                restrictions.remove(side.variable());
            }
        }
        return restrictions + " " + plan.ranges();
    }

    private static BitSet bits(boolean[] codes) {
        BitSet bits = new BitSet();
        for (int i = 0; i < codes.length; i++) {
            bits.set(i, codes[i]);
        }
        return bits;
    }

    /** Along an axis: each node of a coarser level is the sum of those nodes of the next finer one that it holds. */
    private void equations(Plan plan, int axis, long stride, int[] number) {
        Side side = plan.sides().get(axis);
        for (int level = 0; level + 1 < side.positions().size(); level++) {
            Map<Integer, BitSet> children = new TreeMap<>();
            int[] finer = side.positions().get(level);
            int[] coarser = side.positions().get(level + 1);
            for (int code = 0; code < finer.length; code++) {
                if (finer[code] >= 0 && coarser[code] >= 0) {
                    children.computeIfAbsent(coarser[code], n -> new BitSet()).set(finer[code]);
                }
            }
            children.forEach((node, parts) -> {
                for (int cell = 0; cell < number.length; cell++) {
                    if (cell / stride % side.size() == 0) {
                        int first = cell;
                        equations.add(new Equation(
                                number[(int) (first + node * stride)],
                                parts.stream()
                                        .map(p -> number[(int) (first + p * stride)])
                                        .toArray()));
                    }
                }
            });
        }
    }

    private List<Gate.Outcome> outcomes() {
        BitSet unpublished = new BitSet();
        unpublished.set(0, cells.size());
        unpublished.andNot(published);
        double[] counts = new double[cells.size()];
        BitSet primary = new BitSet();
        double[] width = new double[cells.size()];
        for (int table = 0; table < tables.size(); table++) {
            Cells raw = tables.get(table).release().count(plans.get(table));
            for (int cell = 0; cell < numbers.get(table).length; cell++) {
                int number = numbers.get(table)[cell];
                counts[number] = raw.count(cell);
                width[number] = Math.max(1, Math.max(method.protection(), rules.threshold()));
                boolean small = counts[number] < rules.threshold() && (counts[number] > 0 || rules.hideZeros());
                primary.set(number, published.get(number) && !structural.get(number) && (small || group.get(number)));
            }
        }
        BitSet hidden = hide(new LinearTable(counts, equations, unpublished, structural), primary, width);
        Map<String, SumTables> sums = new HashMap<>();
        for (Unprotected table : tables) {
            for (Measure measure : table.request().measures()) {
                if (measure instanceof Measure.Sum(String variable)) {
                    sums.computeIfAbsent(variable, v -> sums(v, hidden, unpublished));
                } else if (measure instanceof Measure.Mean(String variable)) {
                    sums.computeIfAbsent(variable, v -> sums(v, hidden, unpublished));
                }
            }
        }
        List<Gate.Outcome> outcomes = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            outcomes.add(outcome(table, counts, hidden, primary, sums));
        }
        return outcomes;
    }

    private static BitSet hide(LinearTable table, BitSet primary, double[] width) {
        return new Suppressor(table, primary, width)
                .hidden()
                .orElseThrow(() -> FaultsException.of(Fault.Code.NOT_PROTECTED, "", primary.cardinality()));
    }

    /** Sums of one variable with what must be hidden of them. */
    @SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
    private record SumTables(double[] sums, long[] contributors, BitSet hidden) {}

    private SumTables sums(String variable, BitSet hiddenCounts, BitSet unpublished) {
        double[] sums = new double[cells.size()];
        long[] contributors = new long[cells.size()];
        double[] width = new double[cells.size()];
        BitSet primary = (BitSet) hiddenCounts.clone();
        for (int table = 0; table < tables.size(); table++) {
            Columns columns = tables.get(table).release().columns();
            double[] values = columns.numbers(variable);
            for (double value : values) {
                if (value < 0) {
                    throw FaultsException.of(Fault.Code.EXCLUDES, "", "suppression", "sum(" + variable + ") < 0");
                }
            }
            Magnitudes raw = tables.get(table).release().arrays().magnitudes(plans.get(table), values, Map.of());
            for (int cell = 0; cell < numbers.get(table).length; cell++) {
                int number = numbers.get(table)[cell];
                sums[number] = raw.sums()[cell];
                contributors[number] = raw.counts()[cell];
                // Of p percent of the largest contribution to each side.
                width[number] = Math.max(1e-3, 2 * rules.p() / 100 * raw.top()[0][cell]);
                boolean small = raw.counts()[cell] < rules.threshold() && raw.counts()[cell] > 0;
                if (published.get(number) && !structural.get(number) && (small || rules.unsafe(raw, cell))) {
                    primary.set(number, raw.counts()[cell] > 0);
                }
            }
        }
        return new SumTables(
                sums, contributors, hide(new LinearTable(sums, equations, unpublished, structural), primary, width));
    }

    private Gate.Outcome outcome(
            int table, double[] counts, BitSet hidden, BitSet primary, Map<String, SumTables> sums) {
        Unprotected asked = tables.get(table);
        Plan plan = plans.get(table);
        int lines = Math.toIntExact(asked.plan().cells());
        int[] of = new int[lines];
        long[] narrow = Plan.strides(asked.plan().sizes());
        long[] wide = Plan.strides(plan.sizes());
        for (int line = 0; line < lines; line++) {
            long cell = 0;
            for (int axis = 0; axis < wide.length; axis++) {
                cell += line / narrow[axis] % asked.plan().sides().get(axis).size() * wide[axis];
            }
            of[line] = numbers.get(table)[(int) cell];
        }
        List<Figures> columns = new ArrayList<>();
        for (Measure measure : asked.request().measures()) {
            columns.add(figures(measure, of, counts, hidden, sums));
        }
        List<Note> notes = new ArrayList<>(List.of(Note.of(Note.Code.THRESHOLD, rules.threshold())));
        if (hidden.cardinality() > primary.cardinality()) {
            notes.add(Note.of(Note.Code.SECONDARY));
        }
        if (!sums.isEmpty()) {
            notes.add(Note.of(Note.Code.DOMINANCE));
        }
        Figures count = figures(new Measure.Count(), of, counts, hidden, sums);
        return new Gate.Outcome(
                Comparing.add(asked, null, columns, notes),
                UtilityReport.of(lines, line -> counts[of[line]], count, 0));
    }

    private Figures figures(
            Measure measure, int[] of, double[] counts, BitSet hiddenCounts, Map<String, SumTables> sums) {
        Figures figures = Figures.of(of.length);
        for (int line = 0; line < of.length; line++) {
            int cell = of[line];
            Status status = structural.get(cell) ? Status.STRUCTURAL_ZERO : Status.EXACT;
            switch (measure) {
                case Measure.Sum(String variable) -> {
                    SumTables of1 = java.util.Objects.requireNonNull(sums.get(variable));
                    if (!of1.hidden.get(cell)) {
                        figures.show(line, of1.sums[cell], status);
                    }
                }
                case Measure.Mean(String variable) -> {
                    SumTables of1 = java.util.Objects.requireNonNull(sums.get(variable));
                    if (!of1.hidden.get(cell) && of1.contributors[cell] > 0) {
                        figures.show(line, of1.sums[cell] / of1.contributors[cell], status);
                    } else if (!of1.hidden.get(cell)) {
                        figures.show(line, Double.NaN, Status.NOT_APPLICABLE);
                    }
                }
                default -> {
                    if (!hiddenCounts.get(cell)) {
                        figures.show(line, counts[cell], status);
                    }
                }
            }
        }
        return figures;
    }
}
