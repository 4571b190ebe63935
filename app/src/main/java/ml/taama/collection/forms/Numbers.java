package ml.taama.collection.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them in French and in English: {@code 10 000}, {@code 1.234.567}, {@code 12,5},
 * {@code 1,234.5}. What can be read in two ways is not guessed.
 */
public final class Numbers {

    private static final int LONGEST = 24;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f'’]");
    private static final Pattern SHAPE = Pattern.compile("[+-]?\\d[\\d.,]*|[+-]?[.,]\\d+");
    private static final Pattern GROUPED_BY_SPACE =
            Pattern.compile("[+-]?\\d{1,3}( \\d{3})*([.,]\\d+)?|[+-]?\\d+([.,].*)?");

    /** What was read: a number, or what is wrong. */
    public record Reading(Optional<BigDecimal> value, Optional<Rule> fault) {

        private static Reading of(String digits) {
            return new Reading(Optional.of(new BigDecimal(digits)), Optional.empty());
        }

        private static Reading wrong(Rule rule) {
            return new Reading(Optional.empty(), Optional.of(rule));
        }
    }

    private Numbers() {}

    /**
     * Reads a number.
     *
     * @param whole whether only whole numbers make sense, which decides between {@code 1,234} and 1.234
     */
    public static Reading read(String typed, boolean whole) {
        String spaced = typed.strip().replace('\u2212', '-').replaceAll("[\\u00a0\\u2007\\u2009\\u202f'’]", " ");
        String text = SPACES.matcher(spaced).replaceAll("");
        boolean odd = text.length() > LONGEST || !SHAPE.matcher(text).matches() || !text.matches("[-+0-9.,]*");
        if (odd
                || (spaced.indexOf(' ') >= 0
                        && !GROUPED_BY_SPACE.matcher(spaced).matches())) {
            return Reading.wrong(Rule.NUMBER);
        }
        int dots = count(text, '.');
        int commas = count(text, ',');
        if (dots > 0 && commas > 0) {
            char decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
            return both(text, decimal, decimal == '.' ? ',' : '.');
        }
        if (dots + commas == 0) {
            return Reading.of(text);
        }
        char mark = dots > 0 ? '.' : ',';
        if (dots + commas > 1) {
            return groups(text, mark) ? Reading.of(text.replace(String.valueOf(mark), "")) : Reading.wrong(Rule.NUMBER);
        }
        return one(text, mark, whole, spaced.indexOf(' ') >= 0);
    }

    private static Reading one(String text, char mark, boolean whole, boolean spaced) {
        if (text.endsWith(String.valueOf(mark))) {
            return Reading.wrong(Rule.NUMBER);
        }
        boolean twoReadings = groups(text, mark) && !spaced;
        if (twoReadings && !whole) {
            return Reading.wrong(Rule.AMBIGUOUS);
        }
        return Reading.of(text.replace(String.valueOf(mark), twoReadings ? "" : "."));
    }

    private static Reading both(String text, char decimal, char group) {
        int cut = text.indexOf(decimal);
        boolean sound = count(text, decimal) == 1 && cut < text.length() - 1 && groups(text.substring(0, cut), group);
        if (!sound) {
            return Reading.wrong(Rule.NUMBER);
        }
        return Reading.of(text.replace(String.valueOf(group), "").replace(decimal, '.'));
    }

    /** Whether the mark separates groups of three digits. */
    private static boolean groups(String text, char mark) {
        return text.matches("[+-]?[1-9]\\d{0,2}(\\" + mark + "\\d{3})+");
    }

    private static int count(String text, char mark) {
        return (int) text.chars().filter(c -> c == mark).count();
    }
}
