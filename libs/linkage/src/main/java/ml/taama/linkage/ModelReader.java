package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.Model.Clusters;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Model.Text;
import ml.taama.linkage.names.NameTables;
import ml.taama.linkage.names.Standardiser;
import tools.jackson.databind.JsonNode;

/** A model from our own JSON. What is not known is refused, so that a misspelt word is not passed over. */
final class ModelReader {

    private ModelReader() {}

    static Model read(JsonNode root) {
        Node node = new Node("", root);
        node.only(
                "$schema",
                "format",
                "id",
                "sources",
                "text",
                "prior",
                "threshold",
                "names",
                "fields",
                "cap",
                "rules",
                "comparisons",
                "training",
                "clusters",
                "groups");
        String format = node.text("format", ModelWriter.FORMAT);
        if (!format.equals(ModelWriter.FORMAT)) {
            throw node.wrong("format", format, ModelWriter.FORMAT);
        }
        NameTables names = names(root.path("names"));
        List<Field> fields = new ArrayList<>();
        for (Node field : node.list("fields")) {
            field.only("name", "column", "steps");
            String name = field.text("name", "");
            List<String> steps = field.strings("steps");
            Standardiser.of(name, steps, names);
            fields.add(new Field(name, field.text("column", name), steps));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Node comparison : node.list("comparisons")) {
            comparisons.add(comparison(comparison));
        }
        return new Model(
                node.text("id", "unique_id"),
                node.constant("sources", Sources.values(), Sources.DEDUPE),
                node.constant("text", Text.values(), Text.CHARACTERS),
                node.number("prior", 0.0001),
                node.number("threshold", 0.9),
                names,
                fields,
                rules(node, "rules"),
                node.integer("cap", 10_000),
                comparisons,
                training(node),
                clusters(node),
                node.strings("groups"));
    }

    private static NameTables names(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return NameTables.NONE;
        }
        return node.isObject() ? NameTables.parse(node.toString()) : NameTables.shipped(node.asString(""));
    }

    private static List<Rule> rules(Node node, String name) {
        List<Rule> rules = new ArrayList<>();
        for (Node rule : node.list(name)) {
            rule.only("name", "on", "refine");
            List<String> on = rule.strings("on");
            rules.add(new Rule(rule.text("name", String.join(" + ", on)), on, rule.strings("refine")));
        }
        return rules;
    }

    private static Comparison comparison(Node node) {
        node.only("name", "levels");
        List<Level> levels = new ArrayList<>();
        for (Node level : node.list("levels")) {
            level.only("label", "when", "m", "u", "frequency", "fixM", "fixU");
            Condition when = ConditionReader.read(level.child("when"));
            levels.add(new Level(
                    level.text("label", ""),
                    when,
                    level.number("m", Double.NaN),
                    level.number("u", Double.NaN),
                    frequency(level),
                    level.flag("fixM"),
                    level.flag("fixU")));
        }
        return new Comparison(node.text("name", ""), levels);
    }

    private static Optional<TermFrequency> frequency(Node level) {
        if (!level.has("frequency")) {
            return Optional.empty();
        }
        Node node = level.child("frequency");
        node.only("field", "weight", "least", "ownU");
        return Optional.of(new TermFrequency(
                node.text("field", ""), node.number("weight", 1), node.number("least", 0), node.flag("ownU")));
    }

    private static Training training(Node root) {
        if (!root.has("training")) {
            return Training.USUAL;
        }
        Node node = root.child("training");
        node.only("deterministic", "recall", "passes", "pairs", "seed", "iterations", "convergence");
        Training usual = Training.USUAL;
        return new Training(
                rules(node, "deterministic"),
                node.number("recall", usual.recall()),
                rules(node, "passes"),
                node.integer("pairs", usual.pairs()),
                node.integer("seed", (int) usual.seed()),
                node.integer("iterations", usual.iterations()),
                node.number("convergence", usual.convergence()));
    }

    private static Clusters clusters(Node root) {
        if (!root.has("clusters")) {
            return Clusters.COMPONENTS;
        }
        Node node = root.child("clusters");
        node.only("bestLink", "verified");
        return new Clusters(
                node.flag("bestLink"),
                node.has("verified") ? Optional.of(node.text("verified", "")) : Optional.empty());
    }
}
