package ml.taama.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.accounts.Accounts;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Places;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/**
 * How pages speak of people, organisations and places.
 *
 * @param organisations names by code
 * @param accounts names by number
 * @param areas names of areas of the country pack by code, those of today first
 */
public record Shown(
        Ui ui,
        Map<String, String> organisations,
        Map<Long, String> accounts,
        Map<String, String> areas,
        LocalDate today) {

    /** Makes them for the reader of a request. */
    @Component("people.shown")
    public static class Maker {

        private final Organisations organisations;
        private final Accounts accounts;
        private final Places places;
        private final Clock clock;

        Maker(Organisations organisations, Accounts accounts, Places places, Clock clock) {
            this.organisations = organisations;
            this.accounts = accounts;
            this.places = places;
            this.clock = clock;
        }

        /** The words for one reader. */
        public Shown of(Ui ui) {
            LocalDate today = LocalDate.now(clock);
            return new Shown(ui, names(ui), accounts.names(), areas(ui, today), today);
        }

        private Map<String, String> names(Ui ui) {
            Map<String, String> names = new TreeMap<>();
            for (Organisation organisation : organisations.all().values()) {
                boolean named = !organisation.names().isEmpty();
                names.put(
                        organisation.code(), named ? ui.text(organisation.name().name()) : organisation.code());
            }
            return names;
        }

        private Map<String, String> areas(Ui ui, LocalDate today) {
            Map<String, ml.taama.reference.Place> all = places.all();
            Map<String, String> named = new LinkedHashMap<>();
            Stream.of(true, false)
                    .flatMap(now -> all.values().stream().filter(p -> p.validOn(today) == now))
                    .filter(p -> p.officialCode().isPresent()
                            || p.validFrom().isPresent()
                            || p.validTo().isPresent())
                    .forEach(p -> named.put(p.code(), label(ui, p, all, today)));
            return named;
        }

        private static String label(
                Ui ui, ml.taama.reference.Place place, Map<String, ml.taama.reference.Place> all, LocalDate today) {
            String name = ui.text(place.name());
            String parent = place.parent()
                    .map(all::get)
                    .filter(p -> !p.kind().equals("country"))
                    .map(p -> " (" + ui.text(p.name()) + ")")
                    .orElse("");
            return place.validOn(today) ? name + parent : name + parent + " · " + place.code();
        }
    }

    /** Names of the areas of today. */
    public List<String> areasOfToday() {
        return areas.entrySet().stream()
                .filter(e -> !e.getValue().endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Names of all countries. */
    public java.util.Collection<String> countries() {
        return World.countries(ui.language()).keySet();
    }

    /** Names of all languages. */
    public java.util.Collection<String> languages() {
        return World.languages(ui.language()).keySet();
    }

    /** Name of an organisation. */
    public String organisation(String code) {
        return organisations.getOrDefault(code, code);
    }

    /** Names of organisations. */
    public String organisations(List<String> codes) {
        return codes.stream().map(this::organisation).collect(Collectors.joining(", "));
    }

    /** Name of who works here. */
    public String account(long number) {
        return accounts.getOrDefault(number, ui.t("people.product"));
    }

    /** Services that have a file of a person. */
    public String services(Person person) {
        return person.files().stream()
                .map(f -> organisation(f.organisation()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A birth in words, with how exactly it is known. */
    public String birth(Birth birth) {
        return switch (birth.precision()) {
            case DAY -> ui.day(birth.first().orElseThrow());
            case MONTH ->
                java.time.format.DateTimeFormatter.ofPattern("LLLL yyyy", ui.language())
                        .format(birth.first().orElseThrow());
            case YEAR -> String.valueOf(birth.first().orElseThrow().getYear());
            case ABOUT -> ui.t("people.birth.about", birth.standard().substring(1));
            case AGE ->
                ui.t(
                        "people.birth.age",
                        birth.age().orElseThrow(),
                        ui.day(birth.saidOn().orElseThrow()));
            case UNKNOWN -> ui.t("people.unknown");
        };
    }

    /** The age today, or empty when nothing is known. */
    public String age(Birth birth) {
        return birth.ageOn(today)
                .map(a -> ui.t(exact(birth) ? "people.age" : "people.age.about", a))
                .orElse("");
    }

    private static boolean exact(Birth birth) {
        return birth.precision() == Birth.Precision.DAY || birth.precision() == Birth.Precision.MONTH;
    }

    /** Sex in words. */
    public String sex(String sex) {
        return ui.t("people.sex." + sex);
    }

    /** Countries in words. */
    public String countries(List<String> codes) {
        return codes.stream().map(ui::country).collect(Collectors.joining(", "));
    }

    /** A language in words. */
    public String language(Optional<String> code) {
        return code.map(c -> World.language(c, ui.language())).orElse("");
    }

    /** A place in words: village, area, country. */
    public String place(Place place) {
        return Stream.of(
                        place.text(),
                        place.area().map(a -> areas.getOrDefault(a, a)).orElse(""),
                        place.country().map(ui::country).orElse(""))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Reads the name of an area as the list shows it. */
    Optional<String> readArea(String text) {
        String plain = Plain.text(text);
        return areas.entrySet().stream()
                .filter(e ->
                        Plain.text(e.getValue()).equals(plain) || e.getKey().equalsIgnoreCase(text.strip()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The public number in groups that can be read out. */
    public String number(Person person) {
        return PublicNumber.spaced(person.head().number());
    }

    /** Whether the reader may do something somewhere. */
    public boolean may(Permission permission) {
        return ui.visitor().actor().maySomewhere(permission);
    }

    /** Organisations for which the reader registers people, by code. */
    public Map<String, String> own() {
        return ui.visitor().actor().organisations(Permission.REGISTER_PEOPLE).stream()
                .collect(Collectors.toMap(c -> c, this::organisation, (a, b) -> a, TreeMap::new));
    }
}
