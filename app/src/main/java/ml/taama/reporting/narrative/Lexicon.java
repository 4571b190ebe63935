package ml.taama.reporting.narrative;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ml.taama.platform.text.Messages;

/**
 * Words of a language that decide what a number is: words that are numbers, words after which a number is a code, names
 * of months.
 *
 * @param numbers value of each word, for example {@code cinq} → 5
 * @param codes words after which a number names something, for example {@code objectif}
 */
public record Lexicon(Map<String, Integer> numbers, Set<String> codes, Set<String> months, Set<String> joiners) {

    /** The lexicon of a language, from the message bundles. */
    public static Lexicon of(Messages messages, Locale language) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String pair : messages.text(language, "report.lexicon.numbers").split(",")) {
            String[] word = pair.strip().split("=");
            numbers.put(word[0], Integer.valueOf(word[1]));
        }
        Set<String> months = new HashSet<>();
        for (String month : DateFormatSymbols.getInstance(language).getMonths()) {
            if (!month.isEmpty()) {
                months.add(month.toLowerCase(language));
            }
        }
        return new Lexicon(
                numbers,
                words(messages.text(language, "report.lexicon.codes")),
                months,
                words(messages.text(language, "report.lexicon.joiners")));
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.stream(list.split(",")).map(String::strip).toList());
    }
}
