package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ml.taama.tabulation.request.Comparison;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * Brings the first row axis into the order asked for, by protected values only, and counts the others of a top list
 * together; keeps the two periods of a comparison.
 */
final class Arrangement {

    private final Gate gate;
    private final Method.CellKey method;
    private final Rules rules;

    Arrangement(Gate gate, Method.CellKey method, Rules rules) {
        this.gate = gate;
        this.method = method;
        this.rules = rules;
    }

    Unprotected arrange(Unprotected counts) {
        Plan plan = counts.plan();
        if (counts.request().comparison().isPresent()) {
            plan = compared(plan, counts.request().comparison().get());
        }
        if (!counts.request().ordering().equals(Ordering.NONE)) {
            plan = ordered(counts, plan);
        }
        return plan.equals(counts.plan())
                ? counts
                : new Unprotected(
                        counts.release(),
                        counts.request(),
                        plan,
                        counts.release().count(plan));
    }

    private static Plan compared(Plan plan, Comparison comparison) {
        int axis = plan.sides().stream().map(Side::variable).toList().indexOf(comparison.variable());
        if (axis < 0) {
            throw FaultsException.of(Fault.Code.MEASURE_NEEDS, "", "compare", comparison.variable());
        }
        Side side = plan.sides().get(axis);
        List<Integer> kept = new ArrayList<>();
        for (String code : List.of(comparison.from(), comparison.to())) {
            kept.add(IntStream.range(0, side.size())
                    .filter(n -> side.nodes().get(n).code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> FaultsException.of(Fault.Code.NO_CODE, "", comparison.variable(), code)));
        }
        if (!side.simple() || comparison.from().equals(comparison.to())) {
            throw FaultsException.of(Fault.Code.EXCLUDES, "", "compare", comparison.variable());
        }
        return plan.with(axis, side.only(kept, false));
    }

    private Plan ordered(Unprotected counts, Plan plan) {
        Ordering ordering = counts.request().ordering();
        if (counts.request().rows().isEmpty()) {
            throw FaultsException.of(Fault.Code.MEASURE_NEEDS, "", "order", "rows");
        }
        Side side = plan.sides().getFirst();
        boolean levels = side.positions().size() > (hasTotal(side) ? 2 : 1);
        if (levels || method.replay()) {
            throw FaultsException.of(Fault.Code.EXCLUDES, "", "order", side.variable());
        }
        List<Integer> categories = IntStream.range(0, side.size())
                .filter(n -> side.nodes().get(n).kind() == Node.Kind.CATEGORY)
                .boxed()
                .toList();
        List<Integer> sorted = sorted(counts, plan, categories);
        boolean others = ordering.top() > 0 && ordering.top() < sorted.size();
        List<Integer> kept = new ArrayList<>(others ? sorted.subList(0, ordering.top()) : sorted);
        if (!others) {
            IntStream.range(0, side.size())
                    .filter(n -> !categories.contains(n) && side.nodes().get(n).kind() != Node.Kind.TOTAL)
                    .forEach(kept::add);
        }
        if (hasTotal(side)) {
            kept.add(side.size() - 1);
        }
        return plan.with(0, side.only(kept, others));
    }

    private static boolean hasTotal(Side side) {
        return side.nodes().getLast().kind() == Node.Kind.TOTAL;
    }

    private List<Integer> sorted(Unprotected counts, Plan plan, List<Integer> categories) {
        Ordering ordering = counts.request().ordering();
        Side side = plan.sides().getFirst();
        Comparator<Integer> order = switch (ordering.by()) {
            case LIST -> Comparator.naturalOrder();
            case LABEL ->
                Comparator.comparing(n -> side.nodes().get(n).label().isEmpty()
                        ? side.nodes().get(n).code()
                        : side.nodes().get(n).label());
            case VALUE -> {
                Figures values = values(counts, plan);
                yield Comparator.<Integer>comparingDouble(n -> values.shown(n) ? values.values()[n] : -1);
            }
        };
        return categories.stream()
                .sorted((ordering.descending() ? order.reversed() : order).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The first measure over all columns, protected. */
    private Figures values(Unprotected counts, Plan plan) {
        List<Side> sides = new ArrayList<>(List.of(plan.sides().getFirst()));
        plan.sides().stream().skip(1).map(Side::collapsed).forEach(sides::add);
        Plan margin = new Plan(sides, plan.allowed(), plan.ranges());
        Measure first = counts.request().measures().getFirst();
        TableRequest request = counts.request()
                .measuring(
                        first instanceof Measure.Share || first instanceof Measure.Rate ? new Measure.Count() : first);
        Unprotected other = new Unprotected(
                counts.release(), request, margin, counts.release().count(margin));
        return gate.figures(other, method, rules, request.measures().getFirst());
    }
}
