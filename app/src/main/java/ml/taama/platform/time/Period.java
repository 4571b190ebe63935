package ml.taama.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as a source gives it, at the precision it gives: a day, a month, a quarter, a year, or from one to another
 * ({@code 2019/2021}). Two values are no dates: {@code yearly} recurs each year, {@code review} is "the period of the
 * review" that the review leaves undefined.
 *
 * <p>Grammar: {@code YYYY | YYYY-Qn | YYYY-MM | YYYY-MM-DD | <one>/<one> | yearly | review}, the ends of a range being
 * included (after ISO 8601-1, 5.5).
 */
public final class Period {

    /** Recurs each year. */
    public static final String YEARLY = "yearly";

    /** The period of the review, which the review does not define. */
    public static final String REVIEW = "review";

    /** How exact an end is. */
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    /** One end of a period. */
    public record Mark(LocalDate first, LocalDate last, Precision precision) {}

    private static final Pattern MARK = Pattern.compile("(\\d{4})(?:-Q([1-4])|-(\\d{2})(?:-(\\d{2}))?)?");

    private final String text;
    private final Optional<Mark> from;
    private final Optional<Mark> to;

    private Period(String text, Optional<Mark> from, Optional<Mark> to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** Reads a period, or nothing when the text does not follow the grammar. */
    public static Optional<Period> tryParse(String text) {
        if (text.equals(YEARLY) || text.equals(REVIEW)) {
            return Optional.of(new Period(text, Optional.empty(), Optional.empty()));
        }
        int slash = text.indexOf('/');
        Optional<Mark> from = mark(slash < 0 ? text : text.substring(0, slash));
        Optional<Mark> to = slash < 0 ? from : mark(text.substring(slash + 1));
        boolean ordered = from.isPresent()
                && to.isPresent()
                && !to.get().last().isBefore(from.get().first());
        return ordered ? Optional.of(new Period(text, from, to)) : Optional.empty();
    }

    /**
     * Reads a period.
     *
     * @throws IllegalArgumentException when the text does not follow the grammar
     */
    public static Period parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("Not a period: " + text));
    }

    private static Optional<Mark> mark(String text) {
        Matcher matcher = MARK.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        try {
            if (matcher.group(2) != null) {
                YearMonth last = YearMonth.of(year, 3 * Integer.parseInt(matcher.group(2)));
                return Optional.of(new Mark(last.minusMonths(2).atDay(1), last.atEndOfMonth(), Precision.QUARTER));
            }
            if (matcher.group(3) == null) {
                LocalDate first = LocalDate.of(year, 1, 1);
                return Optional.of(new Mark(first, LocalDate.of(year, 12, 31), Precision.YEAR));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(3)));
            if (matcher.group(4) == null) {
                return Optional.of(new Mark(month.atDay(1), month.atEndOfMonth(), Precision.MONTH));
            }
            LocalDate day = month.atDay(Integer.parseInt(matcher.group(4)));
            return Optional.of(new Mark(day, day, Precision.DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the period is stated as dates. */
    public boolean dated() {
        return from.isPresent();
    }

    /** The first end, when dated. */
    public Optional<Mark> from() {
        return from;
    }

    /** The last end, when dated; the same as the first for a single mark. */
    public Optional<Mark> to() {
        return to;
    }

    /** Whether the period is a range of two marks. */
    public boolean range() {
        return text.indexOf('/') >= 0;
    }

    /** First day, when dated. */
    public Optional<LocalDate> first() {
        return from.map(Mark::first);
    }

    /** Last day, when dated. */
    public Optional<LocalDate> last() {
        return to.map(Mark::last);
    }

    /** Whether both are dated and have a day in common. */
    public boolean overlaps(Period other) {
        if (!dated() || !other.dated()) {
            return false;
        }
        return !last().orElseThrow().isBefore(other.first().orElseThrow())
                && !other.last().orElseThrow().isBefore(first().orElseThrow());
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Period period && period.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
