package ml.taama.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A record of the invented register of {@code libs/linkage} as a service writes it down. */
record InventedRecord(Map<String, String> values) {

    private static final int FAMILY = 6;
    private static final List<String> LANGUAGES = List.of("bm", "bm", "bm", "ff", "snk", "fr", "ses");
    private static final List<String> ABROAD = List.of("LY", "DZ", "MR", "NE", "CI", "FR", "ES", "GA");

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** Number of the person, the same for all records of one. */
    long person() {
        return Long.parseLong(get("person").substring(1));
    }

    long household() {
        return Long.parseLong(get("household").substring(1));
    }

    /** 0 for the father of the household, 1 for the mother, then the children. */
    int place() {
        return (int) (person() % FAMILY);
    }

    boolean child() {
        return place() >= 2;
    }

    Birth birth(LocalDate today) {
        String told = get("birth_date");
        boolean about = told.startsWith("vers ");
        return told.isEmpty()
                ? Birth.UNKNOWN
                : Birth.read(about ? told.substring("vers ".length()) : told, about, today)
                        .orElse(Birth.UNKNOWN);
    }

    /**
     * @param country two letters of the country served
     * @param area code of the region, when the pack has one of that name
     */
    PersonData data(String country, Optional<String> area, LocalDate today, SplittableRandom random) {
        List<Place> places = new ArrayList<>();
        places.add(new Place("origin", Optional.of(country), area, get("village")));
        if (random.nextInt(100) < 60) {
            places.add(new Place(
                    "residence", Optional.of(ABROAD.get(random.nextInt(ABROAD.size()))), Optional.empty(), ""));
        }
        String kind = random.nextInt(100) < 40 ? "written" : "said";
        String sex = get("sex");
        return new PersonData(
                List.of(new PersonName(kind, get("given_name"), get("surname"), "")),
                sex.equals("F") ? "female" : sex.equals("M") ? "male" : "unknown",
                birth(today),
                List.of(country),
                random.nextInt(100) < 85 ? Optional.of(country) : Optional.empty(),
                get("mother_name"),
                get("father_name"),
                Optional.of(LANGUAGES.get(random.nextInt(LANGUAGES.size()))),
                places,
                get("phone").isEmpty() ? List.of() : List.of(get("phone")));
    }

    @Override
    public String toString() {
        return "InventedRecord[" + get("unique_id") + "]";
    }
}
