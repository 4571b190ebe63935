package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;

/** Parameters before training, those of Splink 4: m 0.95 for the best level, match weights from -5 to 3, then 10. */
final class Defaults {

    private static final double BEST = 0.95;

    private Defaults() {}

    /** The model with every m and u, defaults where there is none. */
    static Model fill(Model model) {
        return model.with(
                model.prior(), model.comparisons().stream().map(Defaults::fill).toList());
    }

    private static Comparison fill(Comparison comparison) {
        List<Level> levels = new ArrayList<>();
        int count = (int) comparison.levels().stream().filter(l -> !l.isNull()).count();
        for (int i = 0; i < comparison.levels().size(); i++) {
            Level level = comparison.levels().get(i);
            int gamma = comparison.gamma(i);
            levels.add(
                    level.isNull()
                            ? level
                            : level.with(
                                    Double.isNaN(level.m()) ? m(gamma, count) : level.m(),
                                    Double.isNaN(level.u()) ? u(gamma, count) : level.u()));
        }
        return new Comparison(comparison.name(), levels);
    }

    static double m(int gamma, int levels) {
        if (levels == 1) {
            return 1;
        }
        return gamma == levels - 1 ? BEST : (1 - BEST) / (levels - 1);
    }

    static double u(int gamma, int levels) {
        double weight;
        if (levels == 1) {
            return 1;
        }
        if (gamma == levels - 1) {
            weight = 10;
        } else {
            weight = levels == 2 ? -5 : -5 + 8.0 * gamma / (levels - 2);
        }
        return m(gamma, levels) / Math.pow(2, weight);
    }
}
