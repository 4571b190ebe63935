package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.request.Comparison;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.TableRequest;
import org.jspecify.annotations.Nullable;

/** Puts a protected table together and adds difference and change where two periods are compared. */
final class Comparing {

    private static final Node DIFFERENCE = new Node("_D", "", "", Node.Kind.DIFFERENCE);
    private static final Node CHANGE = new Node("_P", "", "", Node.Kind.CHANGE);
    private static final double TENTHS = 10;

    private Comparing() {}

    static ProtectedTable add(Unprotected counts, long @Nullable [] cells, List<Figures> columns, List<Note> notes) {
        TableRequest request = counts.request();
        int[] sides = {request.rows().size(), request.columns().size()};
        List<String> measures = request.measures().stream().map(Measure::text).toList();
        List<Dimension> dimensions =
                counts.plan().sides().stream().map(Side::dimension).toList();
        if (request.comparison().isEmpty() || cells != null) {
            return new ProtectedTable(dimensions, sides, measures, cells, columns, notes);
        }
        Comparison comparison = request.comparison().get();
        int axis = counts.plan().sides().stream().map(Side::variable).toList().indexOf(comparison.variable());
        List<Dimension> wider = new ArrayList<>(dimensions);
        Dimension periods = dimensions.get(axis);
        List<Node> nodes = new ArrayList<>(periods.nodes());
        nodes.add(DIFFERENCE);
        nodes.add(CHANGE);
        wider.set(axis, new Dimension(periods.name(), periods.label(), nodes));
        int inner = 1;
        for (int i = axis + 1; i < dimensions.size(); i++) {
            inner *= dimensions.get(i).nodes().size();
        }
        int stride = inner;
        List<Figures> more = columns.stream().map(f -> compare(f, stride)).toList();
        return new ProtectedTable(wider, sides, measures, null, more, notes);
    }

    private static Figures compare(Figures figures, int inner) {
        Figures wider = Figures.of(figures.values().length * 2);
        for (int place = 0; place < figures.values().length; place++) {
            int outer = place / (2 * inner);
            int period = place / inner % 2;
            wider.show((outer * 4 + period) * inner + place % inner, figures.values()[place], figures.status(place));
        }
        for (int pair = 0; pair < figures.values().length / 2; pair++) {
            int from = pair / inner * 4 * inner + pair % inner;
            int to = from + inner;
            if (!wider.shown(from) || !wider.shown(to)) {
                continue;
            }
            double before = wider.values()[from];
            double after = wider.values()[to];
            Status status = wider.status(to) == Status.EXACT ? Status.EXACT : Status.PERTURBED;
            wider.show(to + inner, after - before, status);
            if (before == 0) {
                wider.show(to + 2 * inner, Double.NaN, Status.NOT_APPLICABLE);
            } else {
                wider.show(to + 2 * inner, Math.rint((after - before) / before * 100 * TENTHS) / TENTHS, status);
            }
        }
        return wider;
    }
}
