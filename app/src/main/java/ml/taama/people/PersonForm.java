package ml.taama.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ml.taama.people.Birth.Precision;

/**
 * What was typed about a person, as it was typed: nothing is lost when something is wrong.
 *
 * @param values of fields by name, in the order of their rows
 */
public record PersonForm(Map<String, List<String>> values) {

    /** Parts that are compared and decided together, with their fields. */
    static final Map<String, List<String>> PARTS = parts();

    private static final int LONGEST = 200;
    private static final int MOST_ROWS = 20;

    /** Copies what was typed. */
    public PersonForm {
        values = Map.copyOf(values);
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("names", List.of("kind", "given", "surname", "source"));
        parts.put("sex", List.of("sex"));
        parts.put("birth", List.of("birth", "about", "age", "said-age", "said-on"));
        parts.put("birth-country", List.of("birth-country"));
        parts.put("nationalities", List.of("nationality"));
        parts.put("parents", List.of("mother", "father"));
        parts.put("language", List.of("language"));
        parts.put("places", List.of("place-kind", "place-country", "place-area", "place-text"));
        parts.put("phones", List.of("phone"));
        return parts;
    }

    /** Reads what a browser sent; names of fields may stand after a prefix. */
    static PersonForm read(Map<String, List<String>> sent, String prefix) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        PARTS.values().stream().flatMap(List::stream).forEach(field -> {
            List<String> rows = sent.getOrDefault(prefix + field, List.of()).stream()
                    .limit(MOST_ROWS)
                    .map(v -> v.substring(0, Math.min(LONGEST, v.length())))
                    .toList();
            values.put(field, rows);
        });
        return new PersonForm(values);
    }

    /** What a file says, to be changed. */
    static PersonForm of(PersonData data, Shown shown) {
        Map<String, List<String>> v = new LinkedHashMap<>();
        v.put("kind", data.names().stream().map(PersonName::kind).toList());
        v.put("given", data.names().stream().map(PersonName::given).toList());
        v.put("surname", data.names().stream().map(PersonName::surname).toList());
        v.put("source", data.names().stream().map(PersonName::source).toList());
        v.put("sex", List.of(data.sex()));
        birth(v, data.birth());
        v.put(
                "birth-country",
                data.birthCountry().map(shown.ui()::country).stream().toList());
        v.put(
                "nationality",
                data.nationalities().stream().map(shown.ui()::country).toList());
        v.put("mother", List.of(data.mother()));
        v.put("father", List.of(data.father()));
        v.put("language", List.of(shown.language(data.language())));
        v.put("place-kind", data.places().stream().map(Place::kind).toList());
        v.put(
                "place-country",
                data.places().stream()
                        .map(p -> p.country().map(shown.ui()::country).orElse(""))
                        .toList());
        v.put(
                "place-area",
                data.places().stream()
                        .map(p -> p.area()
                                .map(a -> shown.areas().getOrDefault(a, a))
                                .orElse(""))
                        .toList());
        v.put("place-text", data.places().stream().map(Place::text).toList());
        v.put("phone", data.phones());
        return new PersonForm(v);
    }

    private static void birth(Map<String, List<String>> values, Birth birth) {
        boolean aged = birth.precision() == Precision.AGE;
        boolean known = !aged && birth.precision() != Precision.UNKNOWN;
        boolean about = birth.precision() == Precision.ABOUT;
        values.put("birth", List.of(known ? birth.standard().replace("~", "") : ""));
        values.put("about", about ? List.of("yes") : List.of());
        String age = aged ? String.valueOf(birth.age().orElseThrow()) : "";
        values.put("age", List.of(age));
        values.put("said-age", List.of(age));
        values.put("said-on", List.of(birth.saidOn().map(Object::toString).orElse("")));
    }

    /** The value of a field that stands once, or empty. */
    public String get(String field) {
        return get(field, 0);
    }

    /** The value of a field in a row, or empty. */
    public String get(String field, int row) {
        List<String> rows = values.getOrDefault(field, List.of());
        return row < rows.size() ? rows.get(row) : "";
    }

    /** How many rows a part has; at least as many as are asked for. */
    public int rows(String part, int least) {
        return fields(part).stream()
                .mapToInt(f -> values.getOrDefault(f, List.of()).size())
                .reduce(least, Math::max);
    }

    static List<String> fields(String part) {
        return Objects.requireNonNull(PARTS.get(part), part);
    }

    /** The same with one more empty row. */
    PersonForm more(String part, int least) {
        int rows = Math.min(MOST_ROWS, rows(part, least) + 1);
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        for (String field : fields(part)) {
            List<String> all = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                all.add(get(field, row));
            }
            changed.put(field, all);
        }
        return new PersonForm(changed);
    }

    /** What a part says, so that two forms can be compared: rows without empty ones. */
    List<List<String>> said(String part) {
        List<List<String>> said = new ArrayList<>();
        for (int row = 0; row < rows(part, 0); row++) {
            int at = row;
            List<String> line =
                    fields(part).stream().map(f -> get(f, at).strip()).toList();
            boolean empty = fields(part).stream()
                    .filter(f -> !f.endsWith("kind"))
                    .allMatch(f -> get(f, at).isBlank());
            if (!empty) {
                said.add(line);
            }
        }
        return said;
    }

    /** The same, with some parts of another. */
    PersonForm with(Set<String> parts, PersonForm other) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        parts.stream()
                .flatMap(p -> fields(p).stream())
                .forEach(f -> changed.put(f, other.values.getOrDefault(f, List.of())));
        return new PersonForm(changed);
    }

    @Override
    public String toString() {
        return "PersonForm";
    }
}
