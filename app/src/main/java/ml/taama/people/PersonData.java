package ml.taama.people;

import java.util.List;
import java.util.Optional;

/**
 * What a service writes down of a person, whether new or corrected.
 *
 * @param names the first is the one that lists show
 * @param sex {@code female}, {@code male}, {@code unknown}
 * @param nationalities two letters each
 * @param birthCountry two letters
 * @param mother first name of the mother, or empty
 * @param father first name of the father, or empty
 * @param language in which the person is spoken to
 * @param phones as written
 */
public record PersonData(
        List<PersonName> names,
        String sex,
        Birth birth,
        List<String> nationalities,
        Optional<String> birthCountry,
        String mother,
        String father,
        Optional<String> language,
        List<Place> places,
        List<String> phones) {

    /** Copies the lists. */
    public PersonData {
        names = List.copyOf(names);
        nationalities = List.copyOf(nationalities);
        places = List.copyOf(places);
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "PersonData";
    }
}
