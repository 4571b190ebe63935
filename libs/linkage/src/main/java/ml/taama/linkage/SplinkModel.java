package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.Model.Clusters;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Model.Text;
import ml.taama.linkage.SplinkFields.Sided;
import ml.taama.linkage.SqlParser.Unexpected;
import ml.taama.linkage.names.NameTables;
import ml.taama.linkage.names.Standardiser;
import tools.jackson.databind.JsonNode;

/**
 * Reads Splink 4 settings and trained models. What cannot be expressed is refused with its place and its SQL, never
 * approximated.
 */
final class SplinkModel {

    /** What Splink counts for a level that training did not see. */
    private static final double NOT_OBSERVED = 1e-6;

    private final SplinkFields fields = new SplinkFields();

    private SplinkModel() {}

    static Model read(JsonNode root) {
        return new SplinkModel().model(new Node("", root));
    }

    private Model model(Node root) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Node comparison : root.list("comparisons")) {
            comparisons.add(comparison(comparison));
        }
        List<Rule> rules = rules(root);
        Training usual = Training.USUAL;
        Training training = new Training(
                List.of(),
                usual.recall(),
                List.of(),
                usual.pairs(),
                usual.seed(),
                root.integer("max_iterations", usual.iterations()),
                root.number("em_convergence", usual.convergence()));
        for (Field field : fields.all()) {
            Standardiser.of(field.name(), field.steps(), NameTables.NONE);
        }
        return new Model(
                root.text("unique_id_column_name", "unique_id"),
                sources(root),
                Text.CHARACTERS,
                root.number("probability_two_random_records_match", 0.0001),
                0.9,
                NameTables.NONE,
                fields.all(),
                rules,
                Integer.MAX_VALUE,
                comparisons,
                training,
                Clusters.COMPONENTS,
                List.of());
    }

    private static Sources sources(Node root) {
        String type = root.text("link_type", "dedupe_only");
        return switch (type) {
            case "dedupe_only" -> Sources.DEDUPE;
            case "link_only" -> Sources.LINK;
            case "link_and_dedupe" -> Sources.LINK_AND_DEDUPE;
            default -> throw root.wrong("link_type", type, "dedupe_only, link_only, link_and_dedupe");
        };
    }

    private Comparison comparison(Node node) {
        List<Level> levels = new ArrayList<>();
        for (Node level : node.list("comparison_levels")) {
            levels.add(level(level));
        }
        String fallback = levels.isEmpty() ? "" : String.join("_", new Comparison("", levels).fields());
        return new Comparison(node.text("output_column_name", fallback), levels);
    }

    private Level level(Node node) {
        String sql = node.text("sql_condition", "");
        Condition when;
        try {
            when = new SplinkCondition(fields).read(sql);
        } catch (Unexpected e) {
            throw inexpressible(node.path(), sql);
        }
        Level level = new Level(
                node.text("label_for_charts", sql),
                when,
                probability(node, "m_probability"),
                probability(node, "u_probability"),
                frequency(node, when),
                node.flag("fix_m_probability"),
                node.flag("fix_u_probability"));
        if (level.isNull() != node.flag("is_null_level")) {
            throw inexpressible(node.path(), sql);
        }
        return level;
    }

    private static double probability(Node node, String name) {
        if (!node.has(name)) {
            return Double.NaN;
        }
        return node.json().get(name).isString() ? NOT_OBSERVED : node.number(name);
    }

    private Optional<TermFrequency> frequency(Node node, Condition when) {
        if (!node.has("tf_adjustment_column") || when instanceof Condition.Else) {
            return Optional.empty();
        }
        return Optional.of(new TermFrequency(
                fields.column(node.text("tf_adjustment_column", "")),
                node.number("tf_adjustment_weight", 1),
                node.number("tf_minimum_u_value", 0),
                node.flag("disable_tf_exact_match_detection")));
    }

    private List<Rule> rules(Node root) {
        List<Rule> rules = new ArrayList<>();
        JsonNode array = root.json().path("blocking_rules_to_generate_predictions");
        for (int i = 0; i < array.size(); i++) {
            String path = "blocking_rules_to_generate_predictions[" + i + "]";
            JsonNode one = array.get(i);
            String sql = one.isString() ? one.asString() : new Node(path, one).text("blocking_rule", "");
            if (one.path("arrays_to_explode").size() > 0) {
                throw inexpressible(path, "arrays_to_explode");
            }
            rules.add(rule(path, sql));
        }
        return rules;
    }

    private Rule rule(String path, String sql) {
        List<String> on = new ArrayList<>();
        try {
            equalities(SqlParser.parse(sql), on);
        } catch (Unexpected e) {
            throw inexpressible(path, sql);
        }
        return new Rule(String.join(" + ", on), on, List.of());
    }

    private void equalities(Sql sql, List<String> on) {
        if (!(sql instanceof Sql.Binary binary)) {
            throw new Unexpected("rule");
        }
        if (binary.operator().equals("and")) {
            equalities(binary.left(), on);
            equalities(binary.right(), on);
            return;
        }
        Sided a = fields.sided(binary.left());
        Sided b = fields.sided(binary.right());
        if (!binary.operator().equals("=") || !a.field().equals(b.field()) || a.side() == b.side()) {
            throw new Unexpected(binary.operator());
        }
        if (!on.contains(a.field())) {
            on.add(a.field());
        }
    }

    private static LinkageException inexpressible(String path, String sql) {
        return new LinkageException(Fault.NOT_EXPRESSIBLE, path, sql.strip().replaceAll("\\s+", " "));
    }
}
