package ml.taama.tabulation.suppression;

import java.util.BitSet;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Chooses further cells to hide until every sensitive one is protected: for each, a linear programme moves its value by
 * the width wanted at the least cost and hides what had to move with it (Kelly, Golden and Assad 1992); an {@link
 * Attacker} then checks all of them. The result protects; it need not be the smallest possible.
 */
public final class Suppressor {

    private static final double SMALL = 1e-6;
    private static final int ROUNDS = 10;
    private static final double ALREADY_HIDDEN = 1e-4;

    private final LinearTable table;
    private final BitSet primary;
    private final double[] width;

    /**
     * Of a table.
     *
     * @param primary cells that must not be shown
     * @param width for each of them the least width of what an attacker can conclude
     */
    public Suppressor(LinearTable table, BitSet primary, double[] width) {
        this.table = table;
        this.primary = (BitSet) primary.clone();
        this.width = width.clone();
    }

    /** All cells to hide, the primary ones included; nothing when no pattern was found that protects them. */
    public Optional<BitSet> hidden() {
        BitSet hidden = (BitSet) primary.clone();
        for (int round = 0; round < ROUNDS; round++) {
            boolean open = false;
            for (int cell = primary.nextSetBit(0); cell >= 0; cell = primary.nextSetBit(cell + 1)) {
                if (open(cell, hidden)) {
                    open = true;
                    if (!protect(cell, hidden)) {
                        return Optional.empty();
                    }
                }
            }
            if (!open) {
                return Optional.of(hidden);
            }
        }
        return Optional.empty();
    }

    private boolean open(int cell, BitSet hidden) {
        return new Attacker(table, hidden).interval(cell).width() < width[cell] - SMALL;
    }

    /** Hides what must move when the cell moves by its width; false where it cannot move. */
    private boolean protect(int cell, BitSet hidden) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] up = new Variable[table.size()];
        Variable[] down = new Variable[table.size()];
        for (int i = 0; i < up.length; i++) {
            boolean moves = !table.fixed().get(i);
            up[i] = model.addVariable("u" + i).lower(0).weight(cost(i, hidden));
            down[i] = model.addVariable("d" + i)
                    .lower(0)
                    .upper(moves && i != cell ? table.values()[i] : 0)
                    .weight(cost(i, hidden));
            if (!moves) {
                up[i].upper(0);
            }
        }
        up[cell].level(width[cell]);
        for (Equation equation : table.equations()) {
            Expression sum = model.newExpression("e" + model.countExpressions()).level(0);
            sum.set(up[equation.total()], -1).set(down[equation.total()], 1);
            for (int part : equation.parts()) {
                sum.set(up[part], 1).set(down[part], -1);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return false;
        }
        for (int i = 0; i < up.length; i++) {
            double moved =
                    Math.abs(up[i].getValue().doubleValue() - down[i].getValue().doubleValue());
            if (moved > SMALL && !table.unpublished().get(i)) {
                hidden.set(i);
            }
        }
        return true;
    }

    /** Small cells are hidden rather than large ones; what nobody sees costs nothing. */
    private double cost(int cell, BitSet hidden) {
        return hidden.get(cell) || table.unpublished().get(cell) ? ALREADY_HIDDEN : 1 + Math.sqrt(table.values()[cell]);
    }
}
