package ml.taama.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import ml.taama.people.Birth.Precision;

/**
 * A person: the files that were found to be of one, and what they say together. Which file a field comes from is computed
 * each time, never stored, so that a merge can be undone.
 *
 * @param head file that stands for the person
 * @param files the latest seen first
 */
public record Person(PersonFile head, List<PersonFile> files) {

    /** Copies the list. */
    public Person {
        files = List.copyOf(files);
    }

    /** Makes a person of files that share a head. */
    static Person of(List<PersonFile> files) {
        List<PersonFile> latest = files.stream()
                .sorted(Comparator.comparing(PersonFile::seenOn)
                        .thenComparingLong(PersonFile::id)
                        .reversed())
                .toList();
        PersonFile head = files.stream()
                .min(Comparator.comparing((PersonFile f) -> f.id() != f.head()).thenComparingLong(PersonFile::id))
                .orElseThrow();
        return new Person(head, latest);
    }

    /** Whether several files are of this person. */
    public boolean merged() {
        return files.size() > 1;
    }

    /** The name that lists show: as written on papers, the latest; else as said. */
    public String name() {
        return names().getFirst().full();
    }

    /** All names, without the same twice: written ones first, the latest first. */
    public List<PersonName> names() {
        List<PersonName> all =
                files.stream().flatMap(f -> f.data().names().stream()).toList();
        List<PersonName> ordered = all.stream()
                .sorted(Comparator.comparingInt(
                        n -> n.kind().equals("written") ? 0 : n.kind().equals("former") ? 2 : 1))
                .filter(first(PersonName::full))
                .toList();
        return ordered.isEmpty() ? List.of(new PersonName("said", "—", "", "")) : ordered;
    }

    private static <T> Predicate<T> first(Function<T, String> key) {
        java.util.Set<String> seen = new java.util.HashSet<>();
        return t -> seen.add(key.apply(t).toLowerCase(java.util.Locale.ROOT));
    }

    /** The latest sex that is known. */
    public String sex() {
        return latest(PersonData::sex, s -> !s.equals("unknown")).orElse("unknown");
    }

    /** The most exact birth; of equally exact ones the latest. */
    public Birth birth() {
        return files.stream()
                .map(f -> f.data().birth())
                .min(Comparator.comparingInt(b -> exactness(b.precision())))
                .orElse(Birth.UNKNOWN);
    }

    private static int exactness(Precision precision) {
        return switch (precision) {
            case DAY -> 0;
            case MONTH -> 1;
            case YEAR -> 2;
            case AGE -> 3;
            case ABOUT -> 4;
            case UNKNOWN -> 5;
        };
    }

    /** First name of the mother, or empty. */
    public String mother() {
        return latest(PersonData::mother, m -> !m.isBlank()).orElse("");
    }

    /** First name of the father, or empty. */
    public String father() {
        return latest(PersonData::father, f -> !f.isBlank()).orElse("");
    }

    /** All nationalities that any file gives. */
    public List<String> nationalities() {
        return files.stream()
                .flatMap(f -> f.data().nationalities().stream())
                .distinct()
                .toList();
    }

    /** Country of birth, two letters. */
    public Optional<String> birthCountry() {
        return latest(PersonData::birthCountry, Optional::isPresent).flatMap(c -> c);
    }

    /** Language in which the person is spoken to. */
    public Optional<String> language() {
        return latest(PersonData::language, Optional::isPresent).flatMap(l -> l);
    }

    /** All places, the latest first. */
    public List<Place> places() {
        return files.stream()
                .flatMap(f -> f.data().places().stream())
                .distinct()
                .toList();
    }

    /** All telephones that the reader may see. */
    public List<String> phones() {
        return files.stream()
                .flatMap(f -> f.data().phones().stream())
                .distinct()
                .toList();
    }

    private <T> Optional<T> latest(Function<PersonData, T> field, Predicate<T> known) {
        return files.stream().map(f -> field.apply(f.data())).filter(known).findFirst();
    }

    /** Whether any file is locked. */
    public boolean locked() {
        return files.stream().anyMatch(f -> f.state().equals("locked"));
    }

    @Override
    public String toString() {
        return "Person[" + head.id() + "]";
    }
}
