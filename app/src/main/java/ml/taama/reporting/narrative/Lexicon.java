package ml.taama.reporting.narrative;

import java.text.DateFormatSymbols;
import java.text.DecimalFormatSymbols;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.platform.text.Messages;

/**
 * Words of a language that decide what a number is: words that are numbers, words after which a number is a code, names
 * of months.
 *
 * @param numbers value of each word, for example {@code cinq} → 5
 * @param multipliers value of each word that multiplies the number before it, for example {@code millions}
 * @param codes words after which a number names something, for example {@code objectif}
 * @param joiners words between numbers of one kind, for example {@code et}
 * @param beforeYear words after which a number of four digits is a year, for example {@code depuis}
 * @param planned beginnings of words that say that something is still to come, for example {@code prév}
 * @param beforeMonth word between a day and its month, for example the Portuguese {@code de}; may be empty
 * @param thousands mark between thousands
 * @param point the decimal separator
 */
public record Lexicon(
        Map<String, Integer> numbers,
        Map<String, Integer> multipliers,
        Set<String> codes,
        Set<String> months,
        Set<String> joiners,
        Set<String> beforeYear,
        Set<String> planned,
        String beforeMonth,
        char thousands,
        char point) {

    private static final Pattern DAY_AND_MONTH = Pattern.compile("d+[^\\p{L}']*'?\\s*(\\p{L}+)\\s*'\\s*M");

    /** The lexicon of a language, from the message bundles. */
    public static Lexicon of(Messages messages, Locale language) {
        Set<String> months = new HashSet<>();
        for (String month : DateFormatSymbols.getInstance(language).getMonths()) {
            if (!month.isEmpty()) {
                months.add(month.toLowerCase(language));
            }
        }
        return new Lexicon(
                values(messages.text(language, "report.lexicon.numbers")),
                values(messages.text(language, "report.lexicon.multipliers")),
                words(messages.text(language, "report.lexicon.codes")),
                months,
                words(messages.text(language, "report.lexicon.joiners")),
                words(messages.text(language, "report.lexicon.before-year")),
                words(messages.text(language, "report.lexicon.planned")),
                beforeMonth(language),
                DecimalFormatSymbols.getInstance(language).getGroupingSeparator(),
                DecimalFormatSymbols.getInstance(language).getDecimalSeparator());
    }

    /** Whether a text says that what it tells is still to come. */
    public boolean saysPlanned(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .anyMatch(word -> planned.stream().anyMatch(word::startsWith));
    }

    private static String beforeMonth(Locale language) {
        Matcher matcher = DAY_AND_MONTH.matcher(DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, language));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Map<String, Integer> values(String list) {
        Map<String, Integer> values = new HashMap<>();
        for (String pair : list.split(",")) {
            String[] word = pair.strip().split("=");
            values.put(word[0], Integer.valueOf(word[1]));
        }
        return values;
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.stream(list.split(",")).map(String::strip).toList());
    }
}
