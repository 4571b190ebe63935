package ml.taama.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.accounts.Accounts;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.people.People;
import ml.taama.people.Person;
import ml.taama.people.PublicNumber;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Place;
import ml.taama.reference.Places;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** How pages of cases speak of organisations, colleagues, places and people. */
public record Shown(
        Ui ui,
        Map<String, Organisation> organisations,
        Map<Long, String> colleagues,
        Map<String, Place> places,
        Map<Long, Person> people,
        LocalDate today) {

    /** Makes them for the reader of a request. */
    @Component("cases.shown")
    static class Maker {

        private final Organisations organisations;
        private final Accounts accounts;
        private final Places places;
        private final People people;
        private final java.time.Clock clock;

        Maker(Organisations organisations, Accounts accounts, Places places, People people, java.time.Clock clock) {
            this.organisations = organisations;
            this.accounts = accounts;
            this.places = places;
            this.people = people;
            this.clock = clock;
        }

        Shown of(Ui ui, Collection<Long> files) {
            return new Shown(
                    ui,
                    organisations.all(),
                    accounts.names(),
                    places.all(),
                    files.isEmpty() ? Map.of() : people.find(List.copyOf(files)),
                    LocalDate.now(clock));
        }
    }

    /** Name of an organisation. */
    public String organisation(String code) {
        return Optional.ofNullable(organisations.get(code))
                .map(o -> o.name().name().text(ui.language()))
                .orElse(code);
    }

    /** Names of all organisations, by code. */
    public Map<String, String> organisationNames() {
        return organisations.keySet().stream().collect(Collectors.toMap(code -> code, this::organisation));
    }

    /** Acronym of an organisation, or its name when it has none. */
    public String shortly(String code) {
        return Optional.ofNullable(organisations.get(code))
                .flatMap(o -> o.name().acronym())
                .orElseGet(() -> organisation(code));
    }

    /** Name of a colleague; the product itself has none. */
    public String colleague(long account) {
        return colleagues.getOrDefault(account, ui.t("case.product"));
    }

    /** Name of who follows a case. */
    public String follower(Optional<Long> account) {
        return account.map(this::colleague).orElseGet(() -> ui.t("case.nobody"));
    }

    /** Name of a place of the country pack. */
    public String place(String code) {
        return Optional.ofNullable(places.get(code))
                .map(p -> p.name().text(ui.language()))
                .orElse(code);
    }

    /** A value of a breakdown in words. */
    public String value(String dimension, String value) {
        return switch (dimension) {
            case "sex" -> ui.t("case.sex." + value);
            case "age" -> value.equals("unknown") ? ui.t("case.sex.unknown") : value.replace('-', '–');
            case "country" -> ui.country(value);
            case "area" -> place(value);
            case "need" -> ui.t("case.need." + value);
            case "organisation" -> organisation(value);
            case "pathway" -> ui.t("case.pathway." + value);
            case "outcome" -> ui.t("case.outcome." + value);
            case "state" -> ui.t("referral.state." + value);
            case "generation" -> ui.t("assistance.generation." + value);
            default -> value;
        };
    }

    /** Where in the world: country, and area when it is known. */
    public String where(String country, Optional<String> area) {
        return area.map(a -> place(a) + ", ").orElse("") + ui.country(country);
    }

    /** Areas that a form offers: regions and districts of today, in order. */
    public List<Place> areas() {
        return places.values().stream()
                .filter(p -> (p.kind().equals("region") || p.kind().equals("district")) && p.validOn(today))
                .toList();
    }

    /** Countries by name. */
    public List<String> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(c -> Plain.text(ui.country(c))))
                .toList();
    }

    /** Organisations by name. */
    public List<String> parties() {
        return organisations.keySet().stream()
                .sorted(Comparator.comparing(c -> Plain.text(organisation(c))))
                .toList();
    }

    /** Name of a person, when the reader may see it. */
    public String name(long file) {
        return Optional.ofNullable(people.get(file)).map(Person::name).orElseGet(() -> ui.t("case.hidden-person"));
    }

    /** Public number of a person, or empty. */
    public String number(long file) {
        return Optional.ofNullable(people.get(file))
                .map(p -> PublicNumber.spaced(p.head().number()))
                .orElse("");
    }

    /** Sex and age of a person, as far as known. */
    public String about(Person person) {
        String sex = ui.t("case.sex." + person.sex());
        return person.birth()
                .ageOn(today)
                .map(a -> sex + ", " + ui.t("case.age", a))
                .orElse(sex);
    }

    /** The same by file. */
    public String about(long file) {
        return Optional.ofNullable(people.get(file)).map(this::about).orElse("");
    }

    /** Whether the reader may do something somewhere. */
    public boolean may(Permission permission) {
        return ui.visitor().actor().maySomewhere(permission);
    }

    /** Whether the reader may do something for an organisation. */
    public boolean may(Permission permission, String organisation) {
        return ui.visitor().actor().may(permission, organisation);
    }

    /** Organisations for which the reader follows cases. */
    public List<String> own() {
        return List.copyOf(ui.visitor().actor().organisations(Permission.MANAGE_CASES));
    }
}
