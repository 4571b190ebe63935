package ml.taama.linkage.names;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import org.jspecify.annotations.Nullable;

/** The steps that a model may name, with an argument after a colon where one is needed. */
final class Steps {

    private static final Map<String, Standardiser> PLAIN = Map.ofEntries(
            Map.entry("lower", v -> v.toLowerCase(Locale.ROOT)),
            Map.entry("upper", v -> v.toUpperCase(Locale.ROOT)),
            Map.entry("trim", String::strip),
            Map.entry("ascii", Unicode::ascii),
            Map.entry("plain", Unicode::plain),
            Map.entry("letters", v -> Unicode.oneSpace(Unicode.only(v, c -> Character.isLetter(c) || c == ' '))),
            Map.entry("digits", Steps::digits),
            Map.entry("letters-digits", v -> Unicode.only(v, Character::isLetterOrDigit)),
            Map.entry("sort", v -> Arrays.stream(v.split("\\s+")).sorted().collect(Collectors.joining(" "))),
            Map.entry("first", v -> v.indexOf(' ') < 0 ? v : v.strip().split(" ", 2)[0]),
            Map.entry("last", v -> v.substring(v.strip().lastIndexOf(' ') + 1)),
            Map.entry("date", Dates::standard),
            Map.entry("year", Steps::year),
            Map.entry("full-date", v -> v.length() == 10 ? v : null),
            Map.entry("length", v -> String.valueOf(v.codePointCount(0, v.length()))));

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Map<Character, String> STRPTIME = Map.of(
            'Y', "uuuu", 'm', "MM", 'd', "dd", 'H', "HH", 'M', "mm", 'S', "ss", 'y', "uu", 'b', "MMM", 'B', "MMMM");

    private Steps() {}

    static Standardiser parse(String field, String step, NameTables tables) {
        int colon = step.indexOf(':');
        String name = colon < 0 ? step : step.substring(0, colon);
        String argument = colon < 0 ? "" : step.substring(colon + 1);
        Standardiser plain = PLAIN.get(step);
        if (plain != null) {
            return plain;
        }
        try {
            return switch (name) {
                case "titles" -> titles(Set.copyOf(tables.titles()));
                case "key" -> tables::key;
                case "keys" -> v -> keys(v, tables);
                case "substring" -> substring(argument);
                case "prefix" -> substring("1," + Integer.parseInt(argument));
                case "regex" -> regex(argument);
                case "strptime" -> strptime(argument);
                case "null-if" -> nullIf(argument);
                case "phone" -> phone(argument);
                case "identity" -> identity(argument.isEmpty() ? 5 : Integer.parseInt(argument));
                case "decade" -> v -> decade(v);
                default -> throw new LinkageException(Fault.BAD_STEP, field, step);
            };
        } catch (IllegalArgumentException e) {
            throw new LinkageException(Fault.BAD_STEP, field, step);
        }
    }

    private static String digits(String value) {
        return Unicode.only(value, c -> c >= '0' && c <= '9');
    }

    private static Standardiser titles(Set<String> titles) {
        return value -> value.indexOf(' ') < 0 ? value : without(value, titles);
    }

    private static String without(String value, Set<String> titles) {
        return Arrays.stream(SPACES.split(value))
                .filter(word -> !titles.contains(Unicode.plain(word).replace(".", "")))
                .collect(Collectors.joining(" "));
    }

    private static String keys(String value, NameTables tables) {
        return Arrays.stream(value.split("\\s+")).map(tables::key).collect(Collectors.joining(" "));
    }

    /** As SQL counts: from 1, in characters. */
    private static Standardiser substring(String argument) {
        String[] parts = argument.split(",");
        int from = Integer.parseInt(parts[0].strip());
        int length = parts.length > 1 ? Integer.parseInt(parts[1].strip()) : Integer.MAX_VALUE;
        if (from < 1 || length < 1) {
            throw new IllegalArgumentException(argument);
        }
        return v -> {
            int points = v.codePointCount(0, v.length());
            int start = v.offsetByCodePoints(0, Math.min(from - 1, points));
            int end = v.offsetByCodePoints(start, (int) Math.min(length, (long) points - Math.min(from - 1, points)));
            return v.substring(start, end);
        };
    }

    /** {@code group:pattern}; null when the pattern is not found or matches nothing. */
    private static Standardiser regex(String argument) {
        int colon = argument.indexOf(':');
        int group = colon > 0 && argument.substring(0, colon).chars().allMatch(Character::isDigit)
                ? Integer.parseInt(argument.substring(0, colon))
                : -1;
        Pattern pattern;
        try {
            pattern = Pattern.compile(group < 0 ? argument : argument.substring(colon + 1));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(argument, e);
        }
        int wanted = Math.max(group, 0);
        if (pattern.matcher("").groupCount() < wanted) {
            throw new IllegalArgumentException(argument);
        }
        return v -> {
            Matcher found = pattern.matcher(v);
            return found.find() ? found.group(wanted) : null;
        };
    }

    /** A date in the notation of strptime, as ISO 8601; null when the value is none. */
    private static Standardiser strptime(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < format.length()) {
            if (format.charAt(at) != '%') {
                builder.appendLiteral(format.charAt(at++));
                continue;
            }
            String pattern = at + 1 < format.length() ? STRPTIME.get(format.charAt(at + 1)) : null;
            if (pattern == null) {
                throw new IllegalArgumentException(format);
            }
            builder.appendPattern(pattern);
            at += 2;
        }
        DateTimeFormatter formatter = builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
                .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return v -> {
            try {
                return LocalDateTime.parse(v, formatter).toString();
            } catch (DateTimeParseException e) {
                return null;
            }
        };
    }

    private static Standardiser nullIf(String argument) {
        List<String> none = Arrays.asList(argument.split("\\|"));
        return v -> none.contains(v) ? null : v;
    }

    /** The national number: digits, without the country code; null when it is too short or one digit only. */
    private static Standardiser phone(String country) {
        return v -> {
            String digits = digits(v);
            digits = digits.startsWith("00") ? digits.substring(2) : digits;
            if (!country.isEmpty() && digits.startsWith(country) && digits.length() > 8) {
                digits = digits.substring(country.length());
            }
            return digits.length() < 6 || same(digits) ? null : digits;
        };
    }

    /** Letters and digits in upper case; null when shorter than {@code least} or one character only. */
    private static Standardiser identity(int least) {
        return v -> {
            String number = Unicode.only(
                    Unicode.ascii(v).toUpperCase(Locale.ROOT), c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
            return number.length() < least || same(number) ? null : number;
        };
    }

    private static boolean same(String text) {
        return text.chars().allMatch(c -> c == text.charAt(0));
    }

    private static @Nullable String year(String value) {
        Matcher year = YEAR.matcher(value);
        return year.find() ? year.group() : null;
    }

    private static @Nullable String decade(String value) {
        String year = year(value);
        return year == null ? null : year.substring(0, 3) + "0";
    }
}
