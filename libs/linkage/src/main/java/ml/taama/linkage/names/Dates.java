package ml.taama.linkage.names;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with the precision that is known: {@code 1985-03-12}, {@code 1985-03}, {@code 1985}, {@code ~1985}. The first of
 * January stands for an unknown day in registers that had to enter one, and becomes the year.
 */
public final class Dates {

    private static final Pattern ABOUT = Pattern.compile(
            "^(?:(?:ne|nee|born)\\b\\W*)?(?:vers|about|env(?:iron)?|circa|ca|c|around|~)\\b?\\W*(\\d{4})\\W*$"
                    + "|^~\\s*(\\d{4})$|^(\\d{4})\\W*(?:env(?:iron)?|\\?)\\W*$");
    private static final Pattern YEAR_FIRST = Pattern.compile("^(\\d{4})\\W(\\d{1,2})(?:\\W(\\d{1,2}))?(?:[t ].*)?$");
    private static final Pattern DAY_FIRST = Pattern.compile("^(?:(\\d{1,2})\\W)?(\\d{1,2})\\W(\\d{4})$");
    private static final Pattern DIGITS = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");
    private static final Pattern YEAR = Pattern.compile("^(?:(?:ne|nee|born)\\b\\W*(?:en|in)?\\W*)?(\\d{4})$");

    private static final int DAYS = 32;
    private static final int MONTHS = 16;

    private Dates() {}

    /** The date with its precision, or null when it is none; day before month where a year comes last. */
    public static @Nullable String standard(String text) {
        String plain = Unicode.plain(text);
        if (plain.length() == 10 && plain.charAt(4) == '-') {
            Matcher iso = YEAR_FIRST.matcher(plain);
            return iso.matches() ? of(iso.group(1), iso.group(2), iso.group(3)) : null;
        }
        Matcher about = ABOUT.matcher(plain);
        if (about.matches()) {
            for (int i = 1; i <= about.groupCount(); i++) {
                if (about.group(i) != null) {
                    return "~" + about.group(i);
                }
            }
        }
        Matcher year = YEAR.matcher(plain);
        if (year.matches()) {
            return year.group(1);
        }
        Matcher digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return of(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(plain);
        return dayFirst.matches() ? of(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : null;
    }

    private static @Nullable String of(String year, String month, @Nullable String day) {
        int m = Integer.parseInt(month);
        int d = day == null ? 0 : Integer.parseInt(day);
        if (m == 0 || (m == 1 && d == 1)) {
            return year;
        }
        if (d == 0) {
            return m <= 12 ? String.format(Locale.ROOT, "%s-%02d", year, m) : null;
        }
        try {
            LocalDate.of(Integer.parseInt(year), m, d);
            return year + (m < 10 ? "-0" : "-") + m + (d < 10 ? "-0" : "-") + d;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A standard date as a number to compare with {@link #agree}; 0 when it is none. */
    public static int pack(String standard) {
        boolean about = standard.startsWith("~");
        String[] parts = (about ? standard.substring(1) : standard).split("-");
        try {
            int year = Integer.parseInt(parts[0]);
            int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
            return ((year * MONTHS + month) * DAYS + day) * 2 + (about ? 1 : 0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether two packed dates may be one: equal as far as both are known, or within some years when one is about. */
    public static boolean agree(int a, int b, int years) {
        int yearA = a / 2 / DAYS / MONTHS;
        int yearB = b / 2 / DAYS / MONTHS;
        if ((a & 1) == 1 || (b & 1) == 1) {
            return Math.abs(yearA - yearB) <= years;
        }
        int monthA = a / 2 / DAYS % MONTHS;
        int monthB = b / 2 / DAYS % MONTHS;
        int dayA = a / 2 % DAYS;
        int dayB = b / 2 % DAYS;
        return yearA == yearB
                && (monthA == 0 || monthB == 0 || monthA == monthB)
                && (dayA == 0 || dayB == 0 || dayA == dayB);
    }
}
