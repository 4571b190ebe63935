package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ml.taama.people.Birth;
import ml.taama.people.Likely;
import ml.taama.people.People;
import ml.taama.people.PeopleProblem;
import ml.taama.people.PersonData;
import ml.taama.people.PersonName;
import ml.taama.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Registers somebody with the few things that are known while a call lasts; the rest follows on the page of the person. */
@Component
class QuickRegistration {

    private final People people;
    private final Likely likely;
    private final Clock clock;

    QuickRegistration(People people, Likely likely, Clock clock) {
        this.people = people;
        this.likely = likely;
        this.clock = clock;
    }

    /**
     * Whom the fields {@code given}, {@code surname}, {@code sex}, {@code birth}, {@code nationality}, {@code phone} tell of.
     *
     * @throws Problem when the birth is no date and no age
     */
    PersonData read(UnaryOperator<String> field) {
        String sex = List.of("female", "male").contains(field.apply("sex")) ? field.apply("sex") : "unknown";
        String nationality = field.apply("nationality").strip();
        String phone = field.apply("phone").strip();
        return new PersonData(
                List.of(new PersonName("said", field.apply("given"), field.apply("surname"), "")),
                sex,
                birth(field.apply("birth").strip()),
                nationality.matches("[A-Z]{2}") ? List.of(nationality) : List.of(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                List.of(),
                phone.isEmpty() ? List.of() : List.of(phone));
    }

    /** People who are perhaps the same, to be looked at before anybody is registered. */
    List<Likely.Match> likely(PersonData data) {
        return data.names().stream().allMatch(n -> n.full().isBlank()) ? List.of() : likely.of(data);
    }

    /** Registers somebody. */
    long register(String organisation, PersonData data) {
        return people.register(data, organisation, "counter");
    }

    /** A date as people write it, or an age of up to three digits that was said today. */
    private Birth birth(String text) {
        LocalDate today = LocalDate.now(clock);
        if (text.isEmpty()) {
            return Birth.UNKNOWN;
        }
        Optional<Birth> read =
                text.matches("\\d{1,3}") ? Birth.aged(Integer.parseInt(text), today) : Birth.read(text, false, today);
        return read.orElseThrow(() -> Problem.of(PeopleProblem.WRONG_BIRTH));
    }
}
