package ml.taama.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody was born, as exactly as it is known: never a first of January that nobody said.
 *
 * @param first earliest day, when anything is known
 * @param last latest day
 * @param age as it was said, in years, when an age was said
 * @param saidOn the day on which the age was said
 */
public record Birth(
        Precision precision,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        Optional<Integer> age,
        Optional<LocalDate> saidOn) {

    /** Nothing is known. */
    public static final Birth UNKNOWN =
            new Birth(Precision.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(?:(\\d{1,2})[/. ])?(\\d{1,2})[/. ](\\d{4})");
    private static final int OLDEST = 130;
    private static final int ABOUT = 2;

    /** How exactly. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        ABOUT,
        AGE,
        UNKNOWN;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Precision of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Reads a date as people write it: {@code 12/03/1985}, {@code 1985-03-12}, {@code 03/1985}, {@code 1985}.
     *
     * @param about whether the year is a guess
     */
    public static Optional<Birth> read(String text, boolean about, LocalDate today) {
        String said = text.strip();
        Matcher iso = DATE.matcher(said);
        Matcher day = DAY_FIRST.matcher(said);
        try {
            if (iso.matches()) {
                return of(iso.group(1), iso.group(2), iso.group(3), about, today);
            }
            return day.matches() ? of(day.group(3), day.group(2), day.group(1), about, today) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Birth> of(
            String year,
            @org.jspecify.annotations.Nullable String month,
            @org.jspecify.annotations.Nullable String day,
            boolean about,
            LocalDate today) {
        int y = Integer.parseInt(year);
        if (about) {
            return born(Precision.ABOUT, LocalDate.of(y - ABOUT, 1, 1), LocalDate.of(y + ABOUT, 12, 31), today);
        }
        if (month == null) {
            return born(Precision.YEAR, LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31), today);
        }
        YearMonth m = YearMonth.of(y, Integer.parseInt(month));
        if (day == null) {
            return born(Precision.MONTH, m.atDay(1), m.atEndOfMonth(), today);
        }
        LocalDate d = LocalDate.of(y, m.getMonthValue(), Integer.parseInt(day));
        return born(Precision.DAY, d, d, today);
    }

    private static Optional<Birth> born(Precision precision, LocalDate first, LocalDate last, LocalDate today) {
        return first.isAfter(today) || first.isBefore(today.minusYears(OLDEST + (long) ABOUT))
                ? Optional.empty()
                : Optional.of(new Birth(
                        precision, Optional.of(first), Optional.of(last), Optional.empty(), Optional.empty()));
    }

    /** An age that was said on a day. */
    public static Optional<Birth> aged(int years, LocalDate saidOn) {
        return years < 0 || years > OLDEST
                ? Optional.empty()
                : Optional.of(new Birth(
                        Precision.AGE,
                        Optional.of(saidOn.minusYears(years + 1L).plusDays(1)),
                        Optional.of(saidOn.minusYears(years)),
                        Optional.of(years),
                        Optional.of(saidOn)));
    }

    /** Years completed on a day, when the latest day of birth allows to say at least that. */
    public Optional<Integer> ageOn(LocalDate day) {
        return first.flatMap(f -> last.map(l -> {
            LocalDate middle = f.plusDays(java.time.temporal.ChronoUnit.DAYS.between(f, l) / 2);
            return Math.max(0, java.time.Period.between(middle, day).getYears());
        }));
    }

    /** As record linkage reads it: {@code 1985-03-12}, {@code 1985-03}, {@code 1985}, {@code ~1985}, or empty. */
    public String standard() {
        return switch (precision) {
            case DAY -> first.orElseThrow().toString();
            case MONTH -> YearMonth.from(first.orElseThrow()).toString();
            case YEAR -> String.valueOf(first.orElseThrow().getYear());
            case ABOUT -> "~" + (first.orElseThrow().getYear() + ABOUT);
            case AGE -> "~" + last.orElseThrow().getYear();
            case UNKNOWN -> "";
        };
    }

    @Override
    public String toString() {
        return "Birth[" + precision + "]";
    }
}
