package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.Rule;

/** Where an EM pass starts: default m, given u, and the prior raised by what the blocking rule already says. */
final class Starts {

    private Starts() {}

    static Expectation of(Plan plan, Model model, Rule rule, Patterns patterns) {
        int n = plan.comparisons.size();
        double[][] m = new double[n][];
        double[][] u = new double[n][];
        boolean[][] fixed = new boolean[n][];
        for (int c = 0; c < n; c++) {
            List<Level> levels = plan.comparisons.get(c).levels();
            m[c] = new double[levels.size()];
            u[c] = new double[levels.size()];
            fixed[c] = new boolean[levels.size()];
            for (int l = 0; l < levels.size(); l++) {
                Level level = levels.get(l);
                m[c][l] = level.isNull() ? Double.NaN : level.m();
                u[c][l] = level.isNull() ? Double.NaN : level.u();
                fixed[c][l] = level.fixM();
            }
        }
        return new Expectation(plan, patterns, m, u, fixed, matches(model, rule));
    }

    /** The prior odds times the Bayes factors of equality in the fields of the rule. */
    static double matches(Model model, Rule rule) {
        double odds = model.prior() / (1 - model.prior());
        List<String> left = new ArrayList<>(rule.fields());
        for (int width = left.size(); width > 0; width--) {
            for (Comparison comparison : model.comparisons()) {
                for (Level level : comparison.levels()) {
                    List<String> exact = exact(level.when());
                    if (exact.size() == width && left.containsAll(exact)) {
                        left.removeAll(exact);
                        odds *= level.m() / level.u();
                    }
                }
            }
        }
        return Math.min(odds / (1 + odds), 1 - 1e-6);
    }

    private static List<String> exact(Condition condition) {
        List<String> fields = new ArrayList<>();
        return switch (condition) {
            case Condition.Equal e when e.left().equals(e.right()) -> List.of(e.left());
            case Condition.And and -> {
                for (Condition one : and.all()) {
                    List<String> inner = exact(one);
                    if (inner.isEmpty()) {
                        yield List.of();
                    }
                    fields.addAll(inner);
                }
                yield fields;
            }
            default -> List.of();
        };
    }
}
