package ml.taama.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.linkage.Condition.Side;
import ml.taama.linkage.SplinkFields.Sided;
import ml.taama.linkage.SqlParser.Unexpected;

/** The condition of a level from the SQL that Splink writes for it. */
final class SplinkCondition {

    private static final Map<String, Measure> MEASURES = Map.of(
            "jaro_winkler_similarity", Measure.JARO_WINKLER,
            "jaro_winkler", Measure.JARO_WINKLER,
            "jaro_similarity", Measure.JARO,
            "levenshtein", Measure.LEVENSHTEIN,
            "editdist3", Measure.LEVENSHTEIN,
            "damerau_levenshtein", Measure.DAMERAU_LEVENSHTEIN,
            "jaccard", Measure.JACCARD);

    private static final String COSINE =
            "sin(radians(LAT_l))*sin(radians(LAT_r))+cos(radians(LAT_l))*cos(radians(LAT_r))"
                    + "*cos(radians(LON_r-LON_l))";
    private static final String DISTANCE =
            "cast(acos(casewhen(C)>1then1when(C)<-1then-1else(C)end)*6371asfloat)<=".replace("C", COSINE);
    private static final Pattern LATITUDE = Pattern.compile("sin\\(radians\\(([^()]+?)_l\\)\\)");
    private static final Pattern LONGITUDE = Pattern.compile("cos\\(radians\\(([^()]+?)_r-([^()]+?)_l\\)\\)");

    private final SplinkFields fields;

    SplinkCondition(SplinkFields fields) {
        this.fields = fields;
    }

    /** Throws {@link Unexpected} for what cannot be expressed. */
    Condition read(String sql) {
        if (sql.strip().equalsIgnoreCase("else")) {
            return new Condition.Else();
        }
        Optional<Condition> distance = distance(sql);
        return distance.isPresent() ? distance.get() : of(SqlParser.parse(sql));
    }

    private Optional<Condition> distance(String sql) {
        String plain = sql.replaceAll("[\\s\"]", "");
        plain = plain.replaceFirst("(?i)^\\((?:\\w+isnotnull(?:and)?)+\\)and", "");
        Matcher latitude = LATITUDE.matcher(plain);
        Matcher longitude = LONGITUDE.matcher(plain);
        if (!plain.contains("acos(") || !latitude.find() || !longitude.find()) {
            return Optional.empty();
        }
        String expected = DISTANCE.replace("LAT", latitude.group(1)).replace("LON", longitude.group(1));
        if (!plain.startsWith(expected)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Condition.Distance(
                    fields.column(latitude.group(1)),
                    fields.column(longitude.group(1)),
                    Double.parseDouble(plain.substring(expected.length()))));
        } catch (NumberFormatException e) {
            throw new Unexpected(plain.substring(expected.length()));
        }
    }

    private Condition of(Sql sql) {
        if (sql instanceof Sql.Not not) {
            return new Condition.Not(of(not.of()));
        }
        if (sql instanceof Sql.IsNull) {
            throw new Unexpected("IS NULL on one side");
        }
        if (!(sql instanceof Sql.Binary binary)) {
            throw new Unexpected(sql.getClass().getSimpleName());
        }
        return switch (binary.operator()) {
            case "or" -> or(flatten("or", binary));
            case "and" -> and(binary);
            default -> compare(binary);
        };
    }

    private static List<Sql> flatten(String operator, Sql sql) {
        List<Sql> parts = new ArrayList<>();
        if (sql instanceof Sql.Binary binary && binary.operator().equals(operator)) {
            parts.addAll(flatten(operator, binary.left()));
            parts.addAll(flatten(operator, binary.right()));
        } else {
            parts.add(sql);
        }
        return parts;
    }

    /** {@code x_l IS NULL OR x_r IS NULL} for one or more columns, or a choice of conditions. */
    private Condition or(List<Sql> parts) {
        Map<String, Integer> nulls = new LinkedHashMap<>();
        List<Condition> others = new ArrayList<>();
        for (Sql part : parts) {
            if (part instanceof Sql.IsNull none) {
                Sided sided = fields.sided(none.of());
                nulls.merge(sided.field(), sided.side() == Side.LEFT ? 1 : 2, (a, b) -> a | b);
            } else {
                others.add(of(part));
            }
        }
        if (nulls.values().stream().anyMatch(sides -> sides != 3)) {
            throw new Unexpected("IS NULL on one side");
        }
        if (!nulls.isEmpty()) {
            others.addFirst(new Condition.Null(List.copyOf(nulls.keySet())));
        }
        return others.size() == 1 ? others.getFirst() : new Condition.Or(others);
    }

    private Condition and(Sql.Binary sql) {
        Optional<Condition> subset = subset(sql);
        return subset.isPresent()
                ? subset.get()
                : new Condition.And(flatten("and", sql).stream().map(this::of).toList());
    }

    /** {@code least(n(l), n(r)) <> 0 and n(intersect(l, r)) = least(n(l), n(r))}. */
    private Optional<Condition> subset(Sql.Binary and) {
        if (and.left() instanceof Sql.Binary notEmpty
                && notEmpty.operator().equals("<>")
                && and.right() instanceof Sql.Binary whole
                && whole.operator().equals("=")
                && notEmpty.left() instanceof Sql.Call least
                && least.function().equals("least")
                && whole.right().equals(least)
                && notEmpty.right().equals(new Sql.Numeric(0))
                && intersection(whole.left()).isPresent()) {
            return Optional.of(new Condition.Subset(intersection(whole.left()).get()));
        }
        return Optional.empty();
    }

    private Condition compare(Sql.Binary sql) {
        if (sql.operator().equals("=") || sql.operator().equals("<>")) {
            Condition equal = equal(sql.left(), sql.right());
            return sql.operator().equals("=") ? equal : new Condition.Not(equal);
        }
        if (!(sql.right() instanceof Sql.Numeric number)) {
            throw new Unexpected(sql.operator());
        }
        double bound = number.value();
        Optional<String> shared = intersection(sql.left());
        if (shared.isPresent() && sql.operator().equals(">=")) {
            return new Condition.Shared(shared.get(), (int) Math.ceil(bound));
        }
        if (sql.left() instanceof Sql.Call call && MEASURES.containsKey(call.function())) {
            return similar(call, sql.operator(), bound);
        }
        if (sql.left() instanceof Sql.Call call
                && call.function().equals("abs")
                && sql.operator().equals("<=")) {
            return new Condition.Near(difference(call), bound);
        }
        throw new Unexpected(sql.left() instanceof Sql.Call call ? call.function() : sql.operator());
    }

    private Condition similar(Sql.Call call, String operator, double bound) {
        Measure measure = MEASURES.getOrDefault(call.function(), Measure.JARO);
        if (call.arguments().size() != 2 || !operator.equals(measure.similarity() ? ">=" : "<=")) {
            throw new Unexpected(call.function() + " " + operator);
        }
        Sided a = fields.sided(call.arguments().get(0));
        Sided b = fields.sided(call.arguments().get(1));
        if (a.side() == b.side()) {
            throw new Unexpected(call.function() + " on one side");
        }
        return a.side() == Side.LEFT
                ? new Condition.Similar(measure, a.field(), b.field(), bound)
                : new Condition.Similar(measure, b.field(), a.field(), bound);
    }

    private Condition equal(Sql left, Sql right) {
        if (right instanceof Sql.Text || right instanceof Sql.Numeric || isCastOfLiteral(right)) {
            Sided sided = fields.sided(left);
            return new Condition.Literal(sided.field(), sided.side(), literal(right));
        }
        Sided a = fields.sided(left);
        Sided b = fields.sided(right);
        if (a.side() == b.side()) {
            throw new Unexpected("= on one side");
        }
        return a.side() == Side.LEFT
                ? new Condition.Equal(a.field(), b.field())
                : new Condition.Equal(b.field(), a.field());
    }

    private static boolean isCastOfLiteral(Sql sql) {
        return sql instanceof Sql.Call call
                && call.function().equals("cast")
                && !(call.arguments().getFirst() instanceof Sql.Name)
                && !(call.arguments().getFirst() instanceof Sql.Call);
    }

    private static String literal(Sql sql) {
        return switch (sql) {
            case Sql.Text text -> text.value();
            case Sql.Numeric number ->
                number.value() == Math.rint(number.value())
                        ? String.valueOf((long) number.value())
                        : String.valueOf(number.value());
            case Sql.Call call -> literal(call.arguments().getFirst());
            default -> throw new Unexpected("literal");
        };
    }

    private String difference(Sql.Call abs) {
        if (abs.arguments().getFirst() instanceof Sql.Binary minus
                && minus.operator().equals("-")) {
            Sided a = fields.sided(minus.left());
            Sided b = fields.sided(minus.right());
            if (a.field().equals(b.field()) && a.side() != b.side()) {
                return a.field();
            }
        }
        throw new Unexpected("abs");
    }

    /** The field of {@code array_length(list_intersect(x_l, x_r))}. */
    private Optional<String> intersection(Sql sql) {
        if (sql instanceof Sql.Call length
                && List.of("array_length", "array_size", "len", "size").contains(length.function())
                && length.arguments().getFirst() instanceof Sql.Call intersect
                && List.of("list_intersect", "array_intersect").contains(intersect.function())) {
            Sided a = fields.sided(intersect.arguments().get(0));
            Sided b = fields.sided(intersect.arguments().get(1));
            return a.field().equals(b.field()) && a.side() != b.side() ? Optional.of(a.field()) : Optional.empty();
        }
        return Optional.empty();
    }
}
