package ml.taama.linkage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of a model before anything is read. */
final class ModelCheck {

    /** Splink's default u of the lower of two levels is 1.6; it only ever starts a training. */
    private static final double MOST_U = 2;

    private ModelCheck() {}

    static void check(
            List<Field> fields,
            List<Rule> rules,
            List<Comparison> comparisons,
            Training training,
            Model.Clusters clusters,
            List<String> groups,
            double prior,
            double threshold,
            int cap) {
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        unique("fields", fields.stream().map(Field::name).toList());
        unique("comparisons", comparisons.stream().map(Comparison::name).toList());
        range("prior", prior, prior > 0 && prior < 1);
        range("threshold", threshold, threshold >= 0 && threshold <= 1);
        range("training.recall", training.recall(), training.recall() > 0 && training.recall() <= 1);
        range("training.pairs", training.pairs(), training.pairs() >= 0);
        range("training.iterations", training.iterations(), training.iterations() > 0);
        if (cap < 2) {
            throw new LinkageException(Fault.BAD_MODEL, "cap", cap, "≥ 2");
        }
        rules.forEach(rule -> rule("rules", rule, names));
        training.passes().forEach(rule -> rule("training.passes", rule, names));
        training.deterministic().forEach(rule -> rule("training.deterministic", rule, names));
        known("groups", groups, names);
        clusters.verified().ifPresent(field -> known("clusters.verified", List.of(field), names));
        comparisons.forEach(comparison -> comparison(comparison, names));
    }

    private static void rule(String path, Rule rule, Set<String> names) {
        if (rule.fields().isEmpty()) {
            throw new LinkageException(Fault.BAD_MODEL, path, rule.name(), "≥ 1");
        }
        known(path, rule.fields(), names);
        known(path, rule.refine(), names);
    }

    private static void comparison(Comparison comparison, Set<String> names) {
        String path = "comparisons." + comparison.name();
        if (comparison.levels().isEmpty() || !(comparison.levels().getLast().when() instanceof Condition.Else)) {
            throw new LinkageException(Fault.BAD_MODEL, path, "levels", "else");
        }
        known(path, comparison.fields(), names);
        for (Level level : comparison.levels()) {
            range(path + ".m", level.m(), Double.isNaN(level.m()) || (level.m() >= 0 && level.m() <= 1));
            range(path + ".u", level.u(), Double.isNaN(level.u()) || (level.u() >= 0 && level.u() <= MOST_U));
            level.frequency().ifPresent(tf -> {
                known(path, List.of(tf.field()), names);
                range(path + ".frequency.weight", tf.weight(), tf.weight() >= 0 && tf.weight() <= 1);
                range(path + ".frequency.least", tf.least(), tf.least() >= 0 && tf.least() <= 1);
                if (!tf.ownU()
                        && tf.weight() > 0
                        && comparison.exact(tf.field()).isEmpty()) {
                    throw new LinkageException(Fault.BAD_MODEL, path, tf.field(), "exact");
                }
            });
        }
    }

    private static void known(String path, Collection<String> used, Set<String> names) {
        for (String name : used) {
            if (!names.contains(name)) {
                throw new LinkageException(Fault.UNKNOWN_NAME, path, name);
            }
        }
    }

    private static void unique(String path, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new LinkageException(Fault.BAD_MODEL, path, name, "unique");
            }
        }
    }

    private static void range(String path, double value, boolean within) {
        if (!within) {
            throw new LinkageException(Fault.BAD_MODEL, path, value, "0–1");
        }
    }
}
