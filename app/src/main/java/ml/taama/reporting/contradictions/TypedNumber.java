package ml.taama.reporting.contradictions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.observatory.Observation;
import ml.taama.reporting.narrative.TypedNumbers.Typed;

/** A number typed by hand: a fault when no observation carries it, otherwise a figure to bind. */
final class TypedNumber implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        List<Contradiction> found = new ArrayList<>();
        reading.typed().forEach((section, typed) -> typed.forEach(number -> found.add(one(reading, section, number))));
        return found;
    }

    private static Contradiction one(Reading reading, String section, Typed typed) {
        Optional<Observation> carrier = reading.observations().values().stream()
                .filter(o -> o.value().compareTo(typed.value()) == 0)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .findFirst();
        String subject = section + ":" + typed.text().replaceAll("[\\s\\u00a0\\u202f]", "");
        return carrier.map(o -> new Contradiction(
                        "bindable-number",
                        subject,
                        section,
                        "",
                        false,
                        List.of(typed.text(), typed.context(), reading.names().indicator(o.indicator()), o.code())))
                .orElseGet(() -> new Contradiction(
                        "typed-number", subject, section, "", true, List.of(typed.text(), typed.context())));
    }
}
