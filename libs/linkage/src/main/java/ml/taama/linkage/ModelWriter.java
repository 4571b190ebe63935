package ml.taama.linkage;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model as JSON. */
final class ModelWriter {

    static final String FORMAT = "taama-linkage-model-1";

    private ModelWriter() {}

    static ObjectNode write(Model model) {
        ObjectNode root = ModelFile.JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("id", model.id());
        root.put("sources", word(model.sources()));
        root.put("text", word(model.text()));
        root.put("prior", model.prior());
        root.put("threshold", model.threshold());
        if (model.names().source().equals("own")) {
            root.set("names", ModelFile.JSON.readTree(model.names().json()));
        } else {
            root.put("names", model.names().source());
        }
        ArrayNode fields = root.putArray("fields");
        for (Field field : model.fields()) {
            ObjectNode one = fields.addObject().put("name", field.name()).put("column", field.column());
            strings(one, "steps", field.steps());
        }
        root.put("cap", model.cap());
        rules(root, "rules", model.rules());
        ArrayNode comparisons = root.putArray("comparisons");
        for (Comparison comparison : model.comparisons()) {
            ArrayNode levels =
                    comparisons.addObject().put("name", comparison.name()).putArray("levels");
            comparison.levels().forEach(level -> level(levels.addObject(), level));
        }
        training(root.putObject("training"), model.training());
        ObjectNode clusters =
                root.putObject("clusters").put("bestLink", model.clusters().bestLink());
        model.clusters().verified().ifPresent(field -> clusters.put("verified", field));
        strings(root, "groups", model.groups());
        return root;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void level(ObjectNode node, Level level) {
        node.put("label", level.label());
        node.set("when", condition(level.when()));
        if (!level.isNull() && !Double.isNaN(level.m())) {
            node.put("m", level.m());
        }
        if (!level.isNull() && !Double.isNaN(level.u())) {
            node.put("u", level.u());
        }
        level.frequency()
                .ifPresent(tf -> node.putObject("frequency")
                        .put("field", tf.field())
                        .put("weight", tf.weight())
                        .put("least", tf.least())
                        .put("ownU", tf.ownU()));
        if (level.fixM()) {
            node.put("fixM", true);
        }
        if (level.fixU()) {
            node.put("fixU", true);
        }
    }

    static ObjectNode condition(Condition condition) {
        ObjectNode node = ModelFile.JSON.createObjectNode();
        switch (condition) {
            case Condition.Null c -> strings(node.put("test", "null"), "fields", c.fields());
            case Condition.Equal c -> sides(node.put("test", "equal"), c.left(), c.right());
            case Condition.Similar c ->
                sides(node.put("test", c.measure().word()), c.left(), c.right())
                        .put(c.measure().similarity() ? "least" : "most", c.threshold());
            case Condition.Near c ->
                node.put("test", "near").put("field", c.field()).put("most", c.most());
            case Condition.Percent c ->
                node.put("test", "percent").put("field", c.field()).put("below", c.below());
            case Condition.Shared c ->
                node.put("test", "shared").put("field", c.field()).put("least", c.least());
            case Condition.Subset c -> node.put("test", "subset").put("field", c.field());
            case Condition.Distance c ->
                node.put("test", "distance")
                        .put("latitude", c.latitude())
                        .put("longitude", c.longitude())
                        .put("km", c.km());
            case Condition.Literal c ->
                node.put("test", "literal")
                        .put("field", c.field())
                        .put("side", word(c.side()))
                        .put("value", c.value());
            case Condition.Equivalent c ->
                node.put("test", "equivalent").put("field", c.field()).put("least", c.least());
            case Condition.Different c -> node.put("test", "different").put("field", c.field());
            case Condition.Compatible c ->
                node.put("test", "compatible").put("field", c.field()).put("years", c.years());
            case Condition.And c -> list(node.put("test", "and"), c.all());
            case Condition.Or c -> list(node.put("test", "or"), c.any());
            case Condition.Not c -> node.put("test", "not").set("of", condition(c.condition()));
            case Condition.Else ignored -> node.put("test", "else");
        }
        return node;
    }

    private static ObjectNode sides(ObjectNode node, String left, String right) {
        return left.equals(right)
                ? node.put("field", left)
                : node.put("left", left).put("right", right);
    }

    private static void list(ObjectNode node, List<Condition> conditions) {
        ArrayNode of = node.putArray("of");
        conditions.forEach(c -> of.add(condition(c)));
    }

    private static void training(ObjectNode node, Training training) {
        rules(node, "deterministic", training.deterministic());
        node.put("recall", training.recall());
        rules(node, "passes", training.passes());
        node.put("pairs", training.pairs());
        node.put("seed", training.seed());
        node.put("iterations", training.iterations());
        node.put("convergence", training.convergence());
    }

    private static void rules(ObjectNode node, String name, List<Rule> rules) {
        ArrayNode array = node.putArray(name);
        for (Rule rule : rules) {
            ObjectNode one = array.addObject().put("name", rule.name());
            strings(one, "on", rule.fields());
            if (!rule.refine().isEmpty()) {
                strings(one, "refine", rule.refine());
            }
        }
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
