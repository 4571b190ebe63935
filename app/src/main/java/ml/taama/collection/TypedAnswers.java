package ml.taama.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;

/**
 * Answers as fields of a page send them, whole or one by one. Names of fields: {@code v:<question>:<cell>} a value,
 * {@code x:…} its explanation, {@code a:<question>} why there is none, {@code s:} source and {@code m:} method of all
 * values of a question, {@code t:} a text.
 */
final class TypedAnswers {

    private final Form form;
    private final Map<Entry.Key, Entry> entries = new LinkedHashMap<>();
    private final List<Entry.Key> touched = new ArrayList<>();

    private TypedAnswers(Form form, List<Value> values) {
        this.form = form;
        values.forEach(v -> entries.put(v.entry().key(), v.entry()));
    }

    /** The answers that change, with what they had before and is not among the fields. */
    static List<Entry> of(Form form, List<Value> values, Map<String, String> fields) {
        TypedAnswers answers = new TypedAnswers(form, values);
        fields.forEach((name, text) -> answers.read(name, text, true));
        fields.forEach((name, text) -> answers.read(name, text, false));
        return answers.touched.stream()
                .distinct()
                .map(key -> java.util.Objects.requireNonNull(answers.entries.get(key)))
                .toList();
    }

    /** Numbers of the questions that the fields are about. */
    static List<Long> questions(Map<String, String> fields) {
        return fields.keySet().stream()
                .map(name -> name.split(":", 3))
                .filter(parts -> parts.length > 1 && parts[0].length() == 1 && parts[1].matches("\\d{1,18}"))
                .map(parts -> Long.parseLong(parts[1]))
                .distinct()
                .toList();
    }

    /** Values come first, so that source and method reach those that are new. */
    private void read(String name, String text, boolean values) {
        String[] parts = name.split(":", 3);
        boolean field = parts.length > 1 && parts[0].length() == 1 && parts[1].matches("\\d{1,18}");
        if (!field || (parts[0].equals("s") || parts[0].equals("m")) == values) {
            return;
        }
        Optional<Question> question = form.question(Long.parseLong(parts[1]));
        Optional<Cell> cell = Cell.tryParse(parts.length > 2 ? parts[2] : "");
        if (question.isEmpty() || cell.isEmpty()) {
            return;
        }
        if (values) {
            change(question.get(), cell.get(), parts[0], text);
        } else {
            List<Cell> known = entries.keySet().stream()
                    .filter(k -> k.question() == question.get().id())
                    .map(Entry.Key::cell)
                    .toList();
            (known.isEmpty() ? List.of(Cell.TOTAL) : known).forEach(c -> change(question.get(), c, parts[0], text));
        }
    }

    private void change(Question question, Cell cell, String part, String text) {
        Entry.Key key = new Entry.Key(question.id(), form.period().toString(), "", cell);
        Entry old = entries.getOrDefault(key, empty(key));
        String stripped = text.strip();
        Entry changed = switch (part) {
            case "v", "t" -> with(old, stripped, old.absence(), old.source(), old.method(), old.explanation());
            case "a" -> with(old, old.typed(), stripped, old.source(), old.method(), old.explanation());
            case "s" -> with(old, old.typed(), old.absence(), stripped, old.method(), old.explanation());
            case "m" -> with(old, old.typed(), old.absence(), old.source(), stripped, old.explanation());
            case "x" -> with(old, old.typed(), old.absence(), old.source(), old.method(), stripped);
            default -> old;
        };
        // A part that is emptied goes with its notes; those of a total that is not there yet wait for it.
        boolean gone = changed.blank() && !cell.equals(Cell.TOTAL);
        entries.put(key, gone ? empty(key) : changed);
        if (!changed.equals(old)) {
            touched.add(key);
        }
    }

    private static Entry empty(Entry.Key key) {
        return new Entry(
                "", key.question(), key.period(), key.place(), key.cell(), "", Optional.empty(), "", "", "", "");
    }

    private static Entry with(
            Entry old, String typed, String absence, String source, String method, String explanation) {
        return new Entry(
                old.where(),
                old.question(),
                old.period(),
                old.place(),
                old.cell(),
                typed,
                old.unit(),
                absence,
                source,
                method,
                explanation);
    }
}
