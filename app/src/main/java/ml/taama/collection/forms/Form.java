package ml.taama.collection.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.platform.time.Period;

/**
 * What one organisation is asked, and what its answers are compared with.
 *
 * @param period that the call asks for
 * @param today until when something can have happened
 * @param past what was known of the same thing for the last period before, by question, place and cell
 */
public record Form(Period period, LocalDate today, Map<Long, Question> questions, Map<String, Past> past) {

    /** A value that was known before. */
    public record Past(java.math.BigDecimal value, String period) {}

    /** A form of some questions. */
    public static Form of(Period period, LocalDate today, List<Question> questions, Map<String, Past> past) {
        return new Form(
                period,
                today,
                questions.stream()
                        .collect(Collectors.toMap(
                                Question::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new)),
                past);
    }

    /** A question by its number. */
    public Optional<Question> question(long id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** A question by its code or its title in any language, as a spreadsheet may name it. */
    public Optional<Question> named(String text) {
        String wanted = plain(text);
        return questions.values().stream()
                .filter(q -> plain(q.code()).equals(wanted)
                        || q.title().texts().values().stream().anyMatch(t -> plain(t).equals(wanted)))
                .findFirst();
    }

    /** The key of what was known before. */
    public static String pastKey(String question, String place, Cell cell) {
        return question + "|" + place + "|" + cell;
    }

    /** A text without what people write in several ways: case, accents, spaces, apostrophes. */
    public static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
    }
}
