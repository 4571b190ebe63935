package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition from JSON. */
final class ConditionReader {

    private static final int DEEPEST = 20;

    private ConditionReader() {}

    static Condition read(Node node) {
        return read(node, 0);
    }

    private static Condition read(Node node, int depth) {
        if (depth > DEEPEST) {
            throw node.wrong("of", depth, "≤ " + DEEPEST);
        }
        String test = node.text("test", "");
        Optional<Measure> measure = Measure.of(test);
        if (measure.isPresent()) {
            String bound = measure.get().similarity() ? "least" : "most";
            node.only("test", "field", "left", "right", bound);
            return new Condition.Similar(measure.get(), node.side("left"), node.side("right"), node.number(bound));
        }
        return switch (test) {
            case "null" -> {
                node.only("test", "fields", "field");
                yield new Condition.Null(node.has("field") ? List.of(node.text("field", "")) : node.strings("fields"));
            }
            case "equal" -> {
                node.only("test", "field", "left", "right");
                yield new Condition.Equal(node.side("left"), node.side("right"));
            }
            case "near" ->
                new Condition.Near(node.only("test", "field", "most").text("field", ""), node.number("most"));
            case "percent" ->
                new Condition.Percent(node.only("test", "field", "below").text("field", ""), node.number("below"));
            case "shared" ->
                new Condition.Shared(node.only("test", "field", "least").text("field", ""), node.integer("least", 1));
            case "subset" -> new Condition.Subset(node.only("test", "field").text("field", ""));
            case "distance" -> {
                node.only("test", "latitude", "longitude", "km");
                yield new Condition.Distance(node.text("latitude", ""), node.text("longitude", ""), node.number("km"));
            }
            case "literal" -> {
                node.only("test", "field", "side", "value");
                yield new Condition.Literal(
                        node.text("field", ""),
                        node.constant("side", Condition.Side.values(), Condition.Side.BOTH),
                        node.text("value", ""));
            }
            case "equivalent" ->
                new Condition.Equivalent(
                        node.only("test", "field", "least").text("field", ""), node.number("least", 0));
            case "different" ->
                new Condition.Different(node.only("test", "field").text("field", ""));
            case "compatible" ->
                new Condition.Compatible(
                        node.only("test", "field", "years").text("field", ""), node.integer("years", 2));
            case "and" -> new Condition.And(all(node, depth));
            case "or" -> new Condition.Or(all(node, depth));
            case "not" -> new Condition.Not(read(node.only("test", "of").child("of"), depth + 1));
            case "else" -> {
                node.only("test");
                yield new Condition.Else();
            }
            default -> throw node.wrong("test", test, "null, equal, jaro-winkler, …, else");
        };
    }

    private static List<Condition> all(Node node, int depth) {
        node.only("test", "of");
        List<Condition> all = new ArrayList<>();
        for (Node one : node.list("of")) {
            all.add(read(one, depth + 1));
        }
        if (all.isEmpty()) {
            throw node.wrong("of", "[]", "≥ 1");
        }
        return all;
    }
}
