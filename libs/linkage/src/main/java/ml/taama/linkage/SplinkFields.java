package ml.taama.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.linkage.SqlParser.Unexpected;

/** The columns, and simple functions of one column, that Splink expressions use, as fields of a model. */
final class SplinkFields {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** A field on one side of a pair. */
    record Sided(String field, Condition.Side side) {}

    List<Field> all() {
        return List.copyOf(fields.values());
    }

    /** The field of a column as it is. */
    String column(String column) {
        return add(column, List.of());
    }

    /** A column with its side: {@code "name_l"}, or {@code l."name"}; or a function of one. */
    Sided sided(Sql sql) {
        List<String> steps = new ArrayList<>();
        Sql.Name name = unwrap(sql, steps);
        String column = name.name();
        Condition.Side side;
        if (name.qualifier().equals("l") || name.qualifier().equals("r")) {
            side = name.qualifier().equals("l") ? Condition.Side.LEFT : Condition.Side.RIGHT;
        } else if (column.endsWith("_l") || column.endsWith("_r")) {
            side = column.endsWith("_l") ? Condition.Side.LEFT : Condition.Side.RIGHT;
            column = column.substring(0, column.length() - 2);
        } else {
            throw new Unexpected(column);
        }
        return new Sided(add(column, steps), side);
    }

    private String add(String column, List<String> steps) {
        String name = steps.isEmpty() ? column : column + " | " + String.join(" | ", steps);
        fields.putIfAbsent(name, new Field(name, column, steps));
        return name;
    }

    private static Sql.Name unwrap(Sql sql, List<String> steps) {
        if (sql instanceof Sql.Name name) {
            return name;
        }
        if (!(sql instanceof Sql.Call call) || call.arguments().isEmpty()) {
            throw new Unexpected(sql.getClass().getSimpleName());
        }
        List<Sql> arguments = call.arguments();
        Sql inner = arguments.getFirst();
        if (call.function().equals("nullif")) {
            return nullIf(inner, arguments, steps);
        }
        Sql.Name name = unwrap(inner, steps);
        switch (call.function()) {
            case "lower", "upper", "trim" -> steps.add(call.function());
            case "strip_accents" -> steps.add("ascii");
            case "substr", "substring" ->
                steps.add("substring:" + whole(arguments, 1) + (arguments.size() > 2 ? "," + whole(arguments, 2) : ""));
            case "left" -> steps.add("prefix:" + whole(arguments, 1));
            case "try_strptime", "strptime" -> steps.add("strptime:" + text(arguments, 1));
            case "epoch", "cast", "try_cast" -> {
                // The value stays: dates are compared as seconds, and text as text.
            }
            default -> throw new Unexpected(call.function());
        }
        return name;
    }

    private static Sql.Name nullIf(Sql inner, List<Sql> arguments, List<String> steps) {
        String none = text(arguments, 1);
        if (inner instanceof Sql.Call regex && regex.function().equals("regexp_extract") && none.isEmpty()) {
            Sql.Name name = unwrap(regex.arguments().getFirst(), steps);
            int group = regex.arguments().size() > 2 ? whole(regex.arguments(), 2) : 0;
            steps.add("regex:" + group + ":" + text(regex.arguments(), 1));
            return name;
        }
        Sql.Name name = unwrap(inner, steps);
        if (!none.isEmpty()) {
            steps.add("null-if:" + none);
        }
        return name;
    }

    private static int whole(List<Sql> arguments, int index) {
        if (index < arguments.size()
                && arguments.get(index) instanceof Sql.Numeric number
                && number.value() == Math.rint(number.value())) {
            return (int) number.value();
        }
        throw new Unexpected("argument " + (index + 1));
    }

    private static String text(List<Sql> arguments, int index) {
        if (index < arguments.size() && arguments.get(index) instanceof Sql.Text text) {
            return text.value();
        }
        throw new Unexpected("argument " + (index + 1));
    }
}
