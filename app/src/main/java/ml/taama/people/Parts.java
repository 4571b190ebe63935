package ml.taama.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of what is known of a person, in words; and what two people changed in them at the same time. */
final class Parts {

    private Parts() {}

    /** All parts in order. */
    static List<String> all() {
        return List.copyOf(PersonForm.PARTS.keySet());
    }

    /** What the data say about a part, a line each. */
    static List<String> lines(Shown shown, String part, PersonData data) {
        return switch (part) {
            case "names" -> data.names().stream().map(n -> name(shown, n)).toList();
            case "sex" -> data.sex().equals("unknown") ? List.of() : List.of(shown.sex(data.sex()));
            case "birth" -> data.birth().first().isEmpty() ? List.of() : List.of(shown.birth(data.birth()));
            case "birth-country" ->
                data.birthCountry().map(shown.ui()::country).stream().toList();
            case "nationalities" ->
                data.nationalities().stream().map(shown.ui()::country).toList();
            case "parents" -> parents(shown, data);
            case "language" -> data.language().isEmpty() ? List.of() : List.of(shown.language(data.language()));
            case "places" -> data.places().stream().map(p -> place(shown, p)).toList();
            case "phones" -> data.phones();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static String name(Shown shown, PersonName name) {
        String kind = shown.ui().t("people.name-kind." + name.kind());
        return name.full() + " (" + (name.source().isEmpty() ? kind : kind + ", " + name.source()) + ")";
    }

    private static String place(Shown shown, Place place) {
        String kind = shown.ui().t("people.place-kind." + place.kind());
        return shown.ui().t("people.place.of", kind, shown.place(place));
    }

    private static List<String> parents(Shown shown, PersonData data) {
        List<String> lines = new ArrayList<>();
        if (!data.mother().isBlank()) {
            lines.add(shown.ui().t("people.mother.of", data.mother()));
        }
        if (!data.father().isBlank()) {
            lines.add(shown.ui().t("people.father.of", data.father()));
        }
        return lines;
    }

    /** Parts that a form says otherwise than another. */
    static Set<String> changed(PersonForm form, PersonForm other) {
        Set<String> changed = new TreeSet<>();
        Stream.of(all())
                .flatMap(List::stream)
                .filter(p -> !form.said(p).equals(other.said(p)))
                .forEach(changed::add);
        return changed;
    }

    /**
     * Parts that two people changed otherwise, from the same beginning.
     *
     * @param base what both saw
     */
    static Set<String> conflicting(PersonForm base, PersonForm mine, PersonForm theirs) {
        Set<String> parts = changed(mine, base);
        parts.retainAll(changed(theirs, base));
        parts.retainAll(changed(mine, theirs));
        return parts;
    }

    /** What both changed, put together: theirs where I changed nothing. */
    static PersonForm together(PersonForm base, PersonForm mine, PersonForm theirs) {
        Set<String> untouched = new TreeSet<>(all());
        untouched.removeAll(changed(mine, base));
        return mine.with(untouched, theirs);
    }
}
