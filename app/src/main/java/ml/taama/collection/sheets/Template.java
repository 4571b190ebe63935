package ml.taama.collection.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Grid;
import ml.taama.collection.forms.Question;

/**
 * What a spreadsheet for one organisation and one call holds: a row for each cell that is asked, with what was answered so
 * far.
 *
 * @param title of the call, in the first language
 * @param headers names of the columns, in two languages
 * @param instructions lines in two languages
 * @param absences reasons that can be chosen, in two languages
 * @param file name of the sheet of answers
 */
public record Template(
        String title,
        List<String> headers,
        List<String> instructions,
        List<String> absences,
        String file,
        List<Line> lines) {

    /** Columns before the one of the values. */
    public static final int VALUE = 5;

    /** One row: an identifier that is hidden, what is asked, what was answered. */
    public record Line(
            String id,
            String question,
            String part,
            String period,
            String unit,
            String value,
            String absence,
            String source,
            String method,
            String explanation) {

        List<String> cells() {
            return List.of(id, question, part, period, unit, value, absence, source, method, explanation);
        }
    }

    /** The rows of a form, filled with what is known. */
    public static List<Line> lines(
            Form form, Map<Entry.Key, Entry> answers, Locale language, String total, Map<String, String> absences) {
        List<Line> lines = new ArrayList<>();
        String period = form.period().toString();
        for (Question question : form.questions().values()) {
            if (!question.figure()) {
                continue;
            }
            for (Cell cell : Grid.cells(question)) {
                Entry answer = answers.get(new Entry.Key(question.id(), period, "", cell));
                lines.add(new Line(
                        SheetEntries.id(question, period, "", cell),
                        question.title().text(language),
                        part(question, cell, language, total),
                        period,
                        question.unit().orElseThrow().many().text(language),
                        answer == null ? "" : answer.typed(),
                        answer == null ? "" : absences.getOrDefault(answer.absence(), ""),
                        answer == null ? "" : answer.source(),
                        answer == null ? "" : answer.method(),
                        answer == null ? "" : answer.explanation()));
            }
        }
        return lines;
    }

    /** A cell in words: {@code femmes, enfants}. */
    public static String part(Question question, Cell cell, Locale language, String total) {
        String words = cell.dimensions().entrySet().stream()
                .map(e -> question.dimension(e.getKey())
                        .flatMap(d -> d.value(e.getValue()))
                        .map(v -> v.name().text(language))
                        .orElse(e.getValue()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? total : words;
    }
}
