package ml.taama.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ml.taama.documents.Inline;
import ml.taama.documents.Note;

/** The numbered notes of a report under composition; one source has one number. */
final class Notebook {

    private final Map<String, Note> notes = new LinkedHashMap<>();

    /** The number of a note, which is written the first time it is asked for. */
    int number(String key, Supplier<List<Inline>> text) {
        Note known = notes.get(key);
        if (known == null) {
            known = new Note(notes.size() + 1, text.get());
            notes.put(key, known);
        }
        return known.number();
    }

    List<Note> all() {
        return new ArrayList<>(notes.values());
    }
}
