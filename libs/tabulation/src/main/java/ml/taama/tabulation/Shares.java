package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.request.Measure;

/** A protected count over the protected count of what it is part of. */
final class Shares {

    private static final double DIGITS = 10_000;

    private Shares() {}

    static Figures of(Measure.Share measure, Unprotected counts, CellKeyFigures figures, int lines) {
        Plan plan = counts.plan();
        int rows = counts.request().rows().size();
        int columns = counts.request().columns().size();
        List<Side> sides = new ArrayList<>();
        for (int axis = 0; axis < plan.sides().size(); axis++) {
            boolean row = axis < rows;
            boolean column = !row && axis < rows + columns;
            boolean collapses = switch (measure.base()) {
                case ROW -> column;
                case COLUMN -> row;
                case LAYER -> row || column;
                case TABLE -> true;
            };
            sides.add(
                    collapses
                            ? plan.sides().get(axis).collapsed()
                            : plan.sides().get(axis));
        }
        Plan base = new Plan(sides, plan.allowed(), plan.ranges());
        Figures whole = figures.countOf(base);
        Figures parts = figures.count();
        Figures shares = Figures.of(lines);
        long[] from = Plan.strides(plan.sizes());
        long[] to = Plan.strides(base.sizes());
        for (int line = 0; line < lines; line++) {
            int at = 0;
            for (int axis = 0; axis < from.length; axis++) {
                int position = (int) (figures.cellOf(line)
                        / from[axis]
                        % plan.sides().get(axis).size());
                at += base.sides().get(axis).size() == 1 ? 0 : (int) (position * to[axis]);
            }
            if (parts.shown(line) && whole.shown(at) && whole.values()[at] > 0) {
                double share = Math.min(1, parts.values()[line] / whole.values()[at]);
                shares.show(line, Math.rint(share * DIGITS) / DIGITS, parts.status(line));
            }
        }
        return shares;
    }
}
