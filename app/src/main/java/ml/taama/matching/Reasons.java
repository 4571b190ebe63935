package ml.taama.matching;

import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.Probabilities;

/** Takes the weight of a pair apart, as its comparison pattern allows: the frequency of a value goes to the level that has it. */
final class Reasons {

    private Reasons() {}

    /** The weight before any comparison. */
    static double prior(Model model) {
        return Probabilities.weight(model.prior());
    }

    /** One for each comparison, in the order of the model. */
    static List<Reason> of(Model model, double weight, String pattern) {
        String[] gammas = pattern.split("\\|");
        List<Reason> reasons = new ArrayList<>();
        double rest = weight - prior(model);
        int adjusted = -1;
        for (int c = 0; c < model.comparisons().size() && c < gammas.length; c++) {
            Comparison comparison = model.comparisons().get(c);
            Level level = level(comparison, Integer.parseInt(gammas[c]));
            double adds = level.isNull() ? 0 : Math.log(level.m() / level.u()) / Math.log(2);
            rest -= adds;
            adjusted = level.frequency().isPresent() ? c : adjusted;
            reasons.add(new Reason(comparison.name(), level.label(), adds));
        }
        if (adjusted >= 0) {
            Reason before = reasons.get(adjusted);
            reasons.set(adjusted, new Reason(before.comparison(), before.level(), before.weight() + rest));
        }
        return List.copyOf(reasons);
    }

    private static Level level(Comparison comparison, int gamma) {
        for (int l = 0; l < comparison.levels().size(); l++) {
            if (comparison.gamma(l) == gamma) {
                return comparison.levels().get(l);
            }
        }
        return comparison.levels().getLast();
    }
}
