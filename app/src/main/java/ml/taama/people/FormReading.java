package ml.taama.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was typed, understood: the data, and what is wrong where. With faults the data are not to be kept.
 *
 * @param faults keys of sentences by name of field, with the row where there are several: {@code place-area-1}
 */
record FormReading(PersonData data, Map<String, String> faults) {

    private static final int LONGEST_PHONE = 20;

    /** Reads a form. */
    static FormReading of(PersonForm form, Shown shown) {
        Map<String, String> faults = new TreeMap<>();
        List<PersonName> names = names(form);
        if (names.isEmpty()) {
            faults.put("given-0", "people.fault.no-name");
        }
        PersonData data = new PersonData(
                names,
                List.of("female", "male").contains(form.get("sex")) ? form.get("sex") : "unknown",
                birth(form, shown.today(), faults),
                countries(form, "nationality", shown, faults),
                countries(form, "birth-country", shown, faults).stream().findFirst(),
                form.get("mother").strip(),
                form.get("father").strip(),
                Optional.of(form.get("language"))
                        .filter(l -> !l.isBlank())
                        .map(l -> World.readLanguage(l, shown.ui().language())),
                places(form, shown, faults),
                phones(form, faults));
        return new FormReading(data, faults);
    }

    private static List<PersonName> names(PersonForm form) {
        List<PersonName> names = new ArrayList<>();
        for (int row = 0; row < form.rows("names", 0); row++) {
            String kind = form.get("kind", row);
            PersonName name = new PersonName(
                    PersonName.KINDS.contains(kind) ? kind : "said",
                    form.get("given", row).strip(),
                    form.get("surname", row).strip(),
                    form.get("source", row).strip());
            if (!name.full().isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    private static Birth birth(PersonForm form, LocalDate today, Map<String, String> faults) {
        String date = form.get("birth").strip();
        String age = form.get("age").strip();
        if (!date.isEmpty()) {
            return Birth.read(date, !form.get("about").isEmpty(), today)
                    .orElseGet(() -> wrong("birth", "people.fault.birth", faults));
        }
        return age.isEmpty()
                ? Birth.UNKNOWN
                : aged(form, age, today).orElseGet(() -> wrong("age", "people.fault.age", faults));
    }

    private static Optional<Birth> aged(PersonForm form, String age, LocalDate today) {
        boolean unchanged = age.equals(form.get("said-age").strip());
        try {
            return Birth.aged(Integer.parseInt(age), unchanged ? LocalDate.parse(form.get("said-on")) : today);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Birth wrong(String field, String key, Map<String, String> faults) {
        faults.put(field, key);
        return Birth.UNKNOWN;
    }

    private static List<String> countries(PersonForm form, String field, Shown shown, Map<String, String> faults) {
        List<String> read = new ArrayList<>();
        List<String> rows = form.values().getOrDefault(field, List.of());
        for (int row = 0; row < rows.size(); row++) {
            country(rows.get(row), field + "-" + row, shown, faults).ifPresent(read::add);
        }
        return read.stream().distinct().toList();
    }

    private static Optional<String> country(String text, String field, Shown shown, Map<String, String> faults) {
        Optional<String> known = text.isBlank()
                ? Optional.empty()
                : World.readCountry(text, shown.ui().language());
        if (known.isEmpty() && !text.isBlank()) {
            faults.put(field, "people.fault.country");
        }
        return known;
    }

    private static List<Place> places(PersonForm form, Shown shown, Map<String, String> faults) {
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < form.rows("places", 0); row++) {
            String kind = form.get("place-kind", row);
            String area = form.get("place-area", row);
            Optional<String> known = area.isBlank() ? Optional.empty() : shown.readArea(area);
            if (known.isEmpty() && !area.isBlank()) {
                faults.put("place-area-" + row, "people.fault.area");
            }
            Place place = new Place(
                    Place.KINDS.contains(kind) ? kind : "origin",
                    country(form.get("place-country", row), "place-country-" + row, shown, faults),
                    known,
                    form.get("place-text", row).strip());
            if (place.country().isPresent()
                    || place.area().isPresent()
                    || !place.text().isEmpty()) {
                places.add(place);
            }
        }
        return places;
    }

    private static List<String> phones(PersonForm form, Map<String, String> faults) {
        List<String> phones = new ArrayList<>();
        List<String> rows = form.values().getOrDefault("phone", List.of());
        for (int row = 0; row < rows.size(); row++) {
            String phone = rows.get(row).strip();
            boolean right = phone.matches("[+0-9 ().\\-/]{6," + LONGEST_PHONE + "}");
            if (!phone.isEmpty() && !right) {
                faults.put("phone-" + row, "people.fault.phone");
            } else if (right) {
                phones.add(phone);
            }
        }
        return phones;
    }

    @Override
    public String toString() {
        return "FormReading" + faults.keySet();
    }
}
