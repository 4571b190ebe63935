package ml.taama.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is compared of a person, by the columns of the models of a country pack. */
final class LinkageValues {

    private static final List<String> HOME = List.of("origin", "birth", "residence");

    private LinkageValues() {}

    /** The values of what a service writes down, under its first name. */
    static Map<String, String> of(PersonData data) {
        return of(data, usual(data.names()).orElse(new PersonName("said", "", "", "")));
    }

    /** The same under each of its names. */
    static List<Map<String, String>> underEachName(PersonData data) {
        List<Map<String, String>> all = new ArrayList<>();
        data.names().stream().filter(n -> !n.full().isBlank()).forEach(n -> all.add(of(data, n)));
        return all;
    }

    private static Map<String, String> of(PersonData data, PersonName name) {
        Map<String, String> values = new HashMap<>();
        values.put("given_name", name.given());
        values.put("surname", name.surname());
        values.put("birth_date", data.birth().standard());
        values.put("mother_name", data.mother());
        values.put("father_name", data.father());
        values.put("sex", sex(data.sex()));
        values.put("village", home(data.places()).map(Place::text).findFirst().orElse(""));
        values.put("region", region(data.places()));
        values.put("phone", data.phones().stream().findFirst().orElse(""));
        return values;
    }

    static Optional<PersonName> usual(List<PersonName> names) {
        return names.stream()
                .filter(n -> !n.full().isBlank())
                .min(Comparator.comparingInt(n -> n.kind().equals("written") ? 0 : 1));
    }

    static String sex(String word) {
        return switch (word) {
            case "female" -> "F";
            case "male" -> "M";
            default -> "";
        };
    }

    private static Stream<Place> home(List<Place> places) {
        return HOME.stream()
                .flatMap(kind -> places.stream().filter(p -> p.kind().equals(kind)))
                .filter(p -> !p.text().isBlank());
    }

    private static String region(List<Place> places) {
        return HOME.stream()
                .flatMap(kind -> places.stream().filter(p -> p.kind().equals(kind)))
                .flatMap(p -> p.area().or(p::country).stream())
                .findFirst()
                .orElse("");
    }
}
