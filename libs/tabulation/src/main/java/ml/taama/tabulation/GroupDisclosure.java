package ml.taama.tabulation;

import java.util.BitSet;
import ml.taama.tabulation.schema.Variable;

/**
 * Groups nearly all of whose members share one category of a sensitive variable: who knows that someone belongs to such a
 * group knows the category. All cells of the group over that variable are hidden; its total may be shown.
 */
final class GroupDisclosure {

    private final BitSet hidden;

    private GroupDisclosure(BitSet hidden) {
        this.hidden = hidden;
    }

    static GroupDisclosure none() {
        return new GroupDisclosure(new BitSet());
    }

    static GroupDisclosure of(Unprotected counts, Rules rules) {
        BitSet hidden = new BitSet();
        Plan plan = counts.plan();
        for (int axis = 0; axis < plan.sides().size(); axis++) {
            Variable.Categorical variable = plan.sides().get(axis).dictionary().variable();
            if (variable.sensitive()) {
                along(axis, plan, counts.cells(), rules, hidden);
            }
        }
        return new GroupDisclosure(hidden);
    }

    private static void along(int axis, Plan plan, Cells cells, Rules rules, BitSet hidden) {
        int[] sizes = plan.sizes();
        long stride = Plan.strides(sizes)[axis];
        Side side = plan.sides().get(axis);
        for (long first = 0; first < cells.size(); first++) {
            if (first / stride % sizes[axis] != 0) {
                continue;
            }
            for (int level = 0; level < side.positions().size(); level++) {
                along(first, stride, side, side.positions().get(level), cells, rules, hidden);
            }
        }
    }

    private static void along(
            long first, long stride, Side side, int[] level, Cells cells, Rules rules, BitSet hidden) {
        BitSet nodes = new BitSet();
        for (int position : level) {
            if (position >= 0 && side.nodes().get(position).kind() != Node.Kind.TOTAL) {
                nodes.set(position);
            }
        }
        if (nodes.cardinality() < 2) {
            return;
        }
        long total =
                nodes.stream().mapToLong(n -> cells.count(first + n * stride)).sum();
        long most = nodes.stream()
                .mapToLong(n -> cells.count(first + n * stride))
                .max()
                .orElse(0);
        if (total > 0 && most >= rules.groupShare() * total) {
            nodes.stream().forEach(n -> hidden.set(Math.toIntExact(first + n * stride)));
        }
    }

    boolean any() {
        return !hidden.isEmpty();
    }

    boolean hides(long cell) {
        return cell <= Integer.MAX_VALUE && hidden.get((int) cell);
    }
}
