package ml.taama.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into the form of a new case, kept from step to step: nobody loses a word by looking for somebody.
 *
 * @param people files chosen so far
 * @param fields as typed
 */
public record NewCase(List<Long> people, MultiValueMap<String, String> fields) {

    /** Copies the list. */
    public NewCase {
        people = List.copyOf(people);
    }

    static NewCase of(MultiValueMap<String, String> sent) {
        List<Long> people = new ArrayList<>();
        for (String file : Optional.ofNullable(sent.get("people")).orElse(List.of())) {
            if (file.matches("\\d{1,18}") && !people.contains(Long.valueOf(file))) {
                people.add(Long.valueOf(file));
            }
        }
        return new NewCase(people, sent);
    }

    /** A field as typed, or empty. */
    public String get(String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("").strip();
    }

    /** A field as typed, or what usually stands there. */
    public String get(String name, String usual) {
        String typed = get(name);
        return typed.isEmpty() ? usual : typed;
    }

    NewCase with(long file) {
        List<Long> more = new ArrayList<>(people);
        more.add(file);
        return new NewCase(more, fields);
    }

    @Override
    public String toString() {
        return "NewCase";
    }
}
