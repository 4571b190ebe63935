package ml.taama.tabulation.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * The small text form of the parts of a request.
 *
 * <pre>
 * axes      := axis ("," axis)*            axis    := name ["@" level ("+" level)*] [":total"]
 * filter    := test ((";" | " and ") test)*
 * test      := name ["@" level] ("=" | "!=" | " in " | " not in ") code (("," | "|") code)*
 *            | name ("&gt;=" | "&lt;=" | "&gt;" | "&lt;") number | name " between " number " and " number
 * measures  := measure ("," measure)*      measure := name ["(" argument ("," argument)* ")"]
 * </pre>
 *
 * A name or code with special characters stands between double quotes, a quote inside being doubled.
 */
public final class RequestText {

    private static final Pattern TEST = Pattern.compile(
            "(?<name>\"(?:[^\"]|\"\")*\"|[^\\s=!<>@\"]+)\\s*(?:@\\s*(?<level>\"(?:[^\"]|\"\")*\"|[^\\s=!<>\"]+))?\\s*"
                    + "(?<operator>!=|>=|<=|=|>|<|\\bnot\\s+in\\b|\\bin\\b|\\bbetween\\b)\\s*(?<rest>.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("(\\S+)\\s+and\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURE = Pattern.compile("([a-z]+)\\s*(?:\\((.*)\\)|:(.*))?", Pattern.DOTALL);

    private RequestText() {}

    /**
     * Axes as {@code sex, age@group+broad:total}.
     *
     * @throws FaultsException when the text does not follow the grammar
     */
    public static List<Axis> axes(String text) {
        List<Axis> axes = new ArrayList<>();
        if (text.isBlank()) {
            return axes;
        }
        for (String part : split(text, ',')) {
            String axis = part.strip();
            boolean total = !quoted(axis) && axis.endsWith(":total");
            axis = total ? axis.substring(0, axis.length() - ":total".length()) : axis;
            List<String> names = split(axis, '@');
            List<String> levels = names.size() < 2 ? List.of() : split(names.get(1), '+');
            if (names.size() > 2
                    || Stream.concat(names.stream(), levels.stream()).anyMatch(String::isBlank)) {
                throw bad(text, part, "name@level");
            }
            axes.add(new Axis(
                    unquote(names.getFirst()),
                    levels.stream().map(RequestText::unquote).toList(),
                    total));
        }
        return axes;
    }

    /**
     * Conditions as {@code sex = F; age in 15-24, 25-34; amount >= 1000}.
     *
     * @throws FaultsException when the text does not follow the grammar
     */
    public static List<Condition> filter(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String test : tests(text)) {
            if (test.isBlank()) {
                throw bad(text, test, "name = code");
            }
            conditions.add(condition(text, test.strip()));
        }
        return conditions;
    }

    private static Condition condition(String text, String test) {
        Matcher found = TEST.matcher(test);
        if (!found.matches()) {
            throw bad(text, test, "name = code");
        }
        String name = unquote(found.group("name"));
        String level = found.group("level") == null ? "" : unquote(found.group("level"));
        String rest = found.group("rest").strip();
        String operator = found.group("operator").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (operator) {
            case "=", "in" -> new Condition.In(name, level, codes(text, rest), false);
            case "!=", "not in" -> new Condition.In(name, level, codes(text, rest), true);
            case ">=" -> new Condition.Between(name, number(text, rest), Double.POSITIVE_INFINITY);
            case "<=" -> new Condition.Between(name, Double.NEGATIVE_INFINITY, number(text, rest));
            case ">" -> new Condition.Between(name, Math.nextUp(number(text, rest)), Double.POSITIVE_INFINITY);
            case "<" -> new Condition.Between(name, Double.NEGATIVE_INFINITY, Math.nextDown(number(text, rest)));
            default -> between(text, name, rest);
        };
    }

    private static Condition between(String text, String name, String rest) {
        Matcher bounds = BETWEEN.matcher(rest);
        if (!bounds.matches()) {
            throw bad(text, rest, "between number and number");
        }
        return new Condition.Between(name, number(text, bounds.group(1)), number(text, bounds.group(2)));
    }

    private static Set<String> codes(String text, String rest) {
        String list = rest.startsWith("(") && rest.endsWith(")") && rest.length() > 1
                ? rest.substring(1, rest.length() - 1)
                : rest;
        Set<String> codes = new LinkedHashSet<>();
        for (String part : split(list, ',')) {
            for (String code : split(part, '|')) {
                if (code.isBlank()) {
                    throw bad(text, rest, "code");
                }
                codes.add(unquote(code));
            }
        }
        return codes;
    }

    /**
     * Measures as {@code count, mean(amount)}.
     *
     * @throws FaultsException when a measure is not known or lacks its arguments
     */
    public static List<Measure> measures(String text) {
        List<Measure> measures = new ArrayList<>();
        for (String part : split(text, ',')) {
            Matcher found = MEASURE.matcher(part.strip());
            if (!found.matches()) {
                throw bad(text, part, "measure");
            }
            String inside = found.group(2) == null ? found.group(3) : found.group(2);
            List<String> arguments = inside == null
                    ? List.of()
                    : split(inside, ',').stream().map(RequestText::unquote).toList();
            measures.add(measure(text, found.group(1), arguments));
        }
        return measures;
    }

    private static Measure measure(String text, String name, List<String> arguments) {
        return switch (name + arguments.size()) {
            case "count0", "units0" -> new Measure.Count();
            case "people0", "persons0" -> new Measure.People();
            case "records0", "rows0" -> new Measure.Records();
            case "sum1" -> new Measure.Sum(name(text, arguments.getFirst()));
            case "mean1" -> new Measure.Mean(name(text, arguments.getFirst()));
            case "median1" -> new Measure.Quantile(name(text, arguments.getFirst()), 0.5);
            case "quantile2" -> new Measure.Quantile(name(text, arguments.get(0)), share(text, arguments.get(1)));
            case "share0" -> new Measure.Share(Measure.Base.TABLE);
            case "share1" -> new Measure.Share(base(text, arguments.getFirst()));
            case "rate1" -> new Measure.Rate(name(text, arguments.getFirst()), 1000);
            case "rate2" -> new Measure.Rate(name(text, arguments.get(0)), positive(text, arguments.get(1)));
            default ->
                throw bad(
                        text,
                        name,
                        "count, people, records, sum(x), mean(x), median(x), quantile(x, q), share(row), rate(file, per)");
        };
    }

    private static String name(String text, String argument) {
        if (argument.isBlank()) {
            throw bad(text, argument, "name");
        }
        return argument;
    }

    private static double share(String text, String argument) {
        double share = number(text, argument);
        if (share <= 0 || share >= 1) {
            throw bad(text, argument, "0 < q < 1");
        }
        return share;
    }

    private static double positive(String text, String argument) {
        double number = number(text, argument);
        if (number <= 0) {
            throw bad(text, argument, "number > 0");
        }
        return number;
    }

    private static Measure.Base base(String text, String argument) {
        for (Measure.Base base : Measure.Base.values()) {
            if (base.name().equalsIgnoreCase(argument)) {
                return base;
            }
        }
        throw bad(text, argument, "row, column, layer, table");
    }

    private static double number(String text, String argument) {
        try {
            double number = Double.parseDouble(argument.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(text, argument, "number");
        }
        throw bad(text, argument, "number");
    }

    /** Splits at semicolons and at the word "and", except inside quotes and after "between". */
    private static List<String> tests(String text) {
        List<String> tests = new ArrayList<>();
        for (String part : split(text, ';')) {
            List<String> words = new ArrayList<>(splitAnd(part));
            for (int i = 0; i < words.size(); i++) {
                boolean between = words.get(i).toLowerCase(Locale.ROOT).matches("(?s).*\\sbetween\\s.*");
                if (between && i + 1 < words.size()) {
                    words.set(i, words.get(i) + " and " + words.remove(i + 1));
                }
            }
            tests.addAll(words);
        }
        return tests;
    }

    private static List<String> splitAnd(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.regionMatches(true, i, " and ", 0, 5)) {
                parts.add(text.substring(start, i));
                start = i + 5;
                i += 4;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Splits at a character outside quotes and parentheses. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == at && !quoted && depth <= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean quoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    private static String unquote(String text) {
        String bare = text.strip();
        return quoted(bare) ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
    }

    private static FaultsException bad(String text, String part, String expected) {
        return FaultsException.of(Fault.Code.BAD_REQUEST, text.strip(), part.strip(), expected);
    }
}
