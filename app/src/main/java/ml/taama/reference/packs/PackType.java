package ml.taama.reference.packs;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ml.taama.platform.time.Period;
import ml.taama.reference.GoalId;

/**
 * What a cell of a pack may hold. {@link #parse} gives its value; {@link #literals} gives what goes into the database,
 * as PostgreSQL reads it.
 */
public sealed interface PackType {

    /** In words, for the documentation. */
    String name();

    /** The value of a cell that is not empty. */
    Object parse(String text) throws BadCell;

    /** Columns of the table that a column of the file fills. */
    default List<String> columns(String name) {
        return List.of(name);
    }

    /** The value as PostgreSQL reads it, one for each of {@link #columns}. */
    default List<String> literals(Object value) {
        return List.of(value.toString());
    }

    /** What an empty cell becomes, as PostgreSQL reads it; nothing for null. */
    default Optional<String> absent() {
        return Optional.empty();
    }

    /** A short name: lower case or upper case letters, digits, {@code - . _ /}. */
    record Code() implements PackType {
        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9*._/-]{0,79}");

        @Override
        public String name() {
            return "code";
        }

        @Override
        public Object parse(String text) throws BadCell {
            if (!SHAPE.matcher(text).matches()) {
                throw new BadCell("code", text);
            }
            return text;
        }
    }

    /** Any text, or with languages: one column for each language of the pack. */
    record Words() implements PackType {
        @Override
        public String name() {
            return "text";
        }

        @Override
        public Object parse(String text) {
            return text;
        }
    }

    /** One of some words. */
    record OneOf(List<String> words) implements PackType {
        @Override
        public String name() {
            return "one of "
                    + String.join(", ", words.stream().map(w -> "`" + w + "`").toList());
        }

        @Override
        public Object parse(String text) throws BadCell {
            if (!words.contains(text)) {
                throw new BadCell("one-of", text, String.join(", ", words));
            }
            return text;
        }
    }

    /** The code of a row of another file, of the same pack or of one that it requires. */
    record Reference(String file) implements PackType {
        @Override
        public String name() {
            return "code in `" + file + "`";
        }

        @Override
        public Object parse(String text) throws BadCell {
            return new Code().parse(text);
        }
    }

    /** A goal of a framework, {@code FRAMEWORK:CODE}. */
    record Goal(String frameworkColumn, String goalColumn) implements PackType {
        @Override
        public String name() {
            return "goal, `FRAMEWORK:CODE`";
        }

        @Override
        public Object parse(String text) throws BadCell {
            int colon = text.indexOf(':');
            if (colon <= 0 || colon == text.length() - 1) {
                throw new BadCell("goal", text);
            }
            return new GoalId(text.substring(0, colon), text.substring(colon + 1));
        }

        @Override
        public List<String> columns(String name) {
            return List.of(frameworkColumn, goalColumn);
        }

        @Override
        public List<String> literals(Object value) {
            GoalId goal = (GoalId) value;
            return List.of(goal.framework(), goal.code());
        }
    }

    /** A period, see {@link Period}. */
    record PeriodText() implements PackType {
        @Override
        public String name() {
            return "period";
        }

        @Override
        public Object parse(String text) throws BadCell {
            return Period.tryParse(text).orElseThrow(() -> new BadCell("period", text));
        }
    }

    /** A day, {@code YYYY-MM-DD}. */
    record Day() implements PackType {
        /** ISO 8601 also has years of five digits and before the year 1, which no source means. */
        private static final Pattern SHAPE = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

        @Override
        public String name() {
            return "day, `YYYY-MM-DD`";
        }

        @Override
        public Object parse(String text) throws BadCell {
            if (!SHAPE.matcher(text).matches()) {
                throw new BadCell("day", text);
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new BadCell("day", text);
            }
        }
    }

    /** A number with a point before the decimals, within bounds. */
    record Quantity(BigDecimal least, BigDecimal most, boolean whole) implements PackType {
        /** No exponent: {@code 1e999999999} is short to write and too long to keep. */
        private static final Pattern SHAPE = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

        @Override
        public String name() {
            return whole ? "whole number" : "number";
        }

        @Override
        public Object parse(String text) throws BadCell {
            if (!SHAPE.matcher(text).matches()) {
                throw new BadCell(whole ? "whole" : "number", text);
            }
            BigDecimal number = new BigDecimal(text);
            boolean fits = number.compareTo(least) >= 0
                    && number.compareTo(most) <= 0
                    && !(whole && number.stripTrailingZeros().scale() > 0);
            if (fits) {
                return number;
            }
            throw new BadCell(whole ? "whole-between" : "between", text, least.toPlainString(), most.toPlainString());
        }

        @Override
        public List<String> literals(Object value) {
            return List.of(((BigDecimal) value).toPlainString());
        }
    }

    /** {@code yes} or {@code no}. */
    record YesNo() implements PackType {
        @Override
        public String name() {
            return "`yes` or `no`";
        }

        @Override
        public Object parse(String text) throws BadCell {
            return switch (text) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new BadCell("yes-no", text);
            };
        }
    }

    /** An address on the web. */
    record Address() implements PackType {
        @Override
        public String name() {
            return "address, `http…`";
        }

        @Override
        public Object parse(String text) throws BadCell {
            try {
                URI address = new URI(text);
                if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                    return text;
                }
            } catch (URISyntaxException e) {
                throw new BadCell("address", text);
            }
            throw new BadCell("address", text);
        }
    }

    /** Several words, separated by semicolons. */
    record Many() implements PackType {
        @Override
        public String name() {
            return "list, separated by `;`";
        }

        @Override
        public Optional<String> absent() {
            return Optional.of("{}");
        }

        @Override
        public Object parse(String text) {
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(w -> !w.isEmpty())
                    .toList();
        }

        @Override
        public List<String> literals(Object value) {
            StringBuilder array = new StringBuilder("{");
            for (Object word : (List<?>) value) {
                array.append(array.length() > 1 ? "," : "").append('"');
                array.append(word.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
            return List.of(array.append('}').toString());
        }
    }

    /** Dimensions of a figure, {@code sex=F;age=0-17}. */
    record Dimensions() implements PackType {
        @Override
        public String name() {
            return "dimensions, `name=value;…`";
        }

        @Override
        public Optional<String> absent() {
            return Optional.of("{}");
        }

        @Override
        public Object parse(String text) throws BadCell {
            Map<String, String> dimensions = new LinkedHashMap<>();
            for (String part : text.split(";")) {
                String[] pair = part.split("=", 2);
                if (pair.length < 2 || pair[0].isBlank() || pair[1].isBlank()) {
                    throw new BadCell("dimensions", text);
                }
                dimensions.put(pair[0].strip(), pair[1].strip());
            }
            return dimensions;
        }

        @Override
        public List<String> literals(Object value) {
            return List.of(Json.write(value));
        }
    }

    /** An area of GeoJSON (RFC 7946): a polygon or several. */
    record Geometry() implements PackType {
        @Override
        public String name() {
            return "GeoJSON geometry";
        }

        @Override
        public Object parse(String text) throws BadCell {
            if (!Areas.valid(text)) {
                throw new BadCell("geometry");
            }
            return text;
        }
    }
}
