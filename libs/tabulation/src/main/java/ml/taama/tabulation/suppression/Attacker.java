package ml.taama.tabulation.suppression;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Someone who sees what is published and knows that hidden values are not negative and add up: computes between which
 * bounds a hidden value must lie, by linear programming. That the values are whole numbers is not used, so true bounds
 * can be narrower in tables of three or more dimensions.
 */
public final class Attacker {

    private final LinearTable table;
    private final BitSet hidden;

    /** An attacker before whom these cells are hidden, beside those that were never published. */
    public Attacker(LinearTable table, BitSet hidden) {
        this.table = table;
        this.hidden = (BitSet) hidden.clone();
        this.hidden.or(table.unpublished());
    }

    /** Bounds of a value; {@code most} is infinite where nothing limits it. */
    public record Interval(double least, double most) {

        /** How much remains unknown. */
        public double width() {
            return most - least;
        }
    }

    /** What can be concluded about a cell: two linear programmes over the hidden cells connected with it. */
    public Interval interval(int cell) {
        if (!hidden.get(cell)) {
            return new Interval(table.values()[cell], table.values()[cell]);
        }
        BitSet connected = connected(cell);
        return new Interval(bound(cell, connected, true), bound(cell, connected, false));
    }

    private BitSet connected(int cell) {
        BitSet reached = new BitSet();
        reached.set(cell);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Equation equation : table.equations()) {
                if (touches(equation, reached)) {
                    int before = reached.cardinality();
                    reach(equation, reached);
                    grows |= reached.cardinality() > before;
                }
            }
        }
        return reached;
    }

    private static boolean touches(Equation equation, BitSet cells) {
        if (cells.get(equation.total())) {
            return true;
        }
        for (int part : equation.parts()) {
            if (cells.get(part)) {
                return true;
            }
        }
        return false;
    }

    private void reach(Equation equation, BitSet reached) {
        if (hidden.get(equation.total())) {
            reached.set(equation.total());
        }
        for (int part : equation.parts()) {
            if (hidden.get(part)) {
                reached.set(part);
            }
        }
    }

    private double bound(int cell, BitSet connected, boolean least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new HashMap<>();
        connected.stream()
                .forEach(c -> variables.put(c, model.addVariable("x" + c).lower(0)));
        Variable wanted = variables.get(cell);
        if (wanted == null) {
            throw new IllegalStateException("A cell is not connected with itself");
        }
        wanted.weight(1);
        for (Equation equation : table.equations()) {
            if (touches(equation, connected)) {
                constrain(model, equation, variables);
            }
        }
        Optimisation.Result result = least ? model.minimise() : model.maximise();
        if (result.getState().isOptimal()) {
            return result.getValue();
        }
        return least ? 0 : Double.POSITIVE_INFINITY;
    }

    private void constrain(ExpressionsBasedModel model, Equation equation, Map<Integer, Variable> variables) {
        Expression sum = model.newExpression("e" + model.countExpressions());
        double known = add(sum, equation.total(), -1, variables);
        for (int part : equation.parts()) {
            known += add(sum, part, 1, variables);
        }
        sum.level(-known);
    }

    private double add(Expression sum, int cell, int sign, Map<Integer, Variable> variables) {
        Variable variable = variables.get(cell);
        if (variable == null) {
            return sign * table.values()[cell];
        }
        sum.set(variable, sign);
        return 0;
    }
}
