package ml.taama.reporting.contradictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.observatory.Observation;
import ml.taama.reporting.narrative.TypedNumbers.Typed;

/** A number typed by hand: a fault when no observation of what the words speak of carries it, otherwise a figure to bind. */
final class TypedNumber implements Rule {

    private static final int STEM = 5;

    @Override
    public List<Contradiction> find(Reading reading) {
        List<Contradiction> found = new ArrayList<>();
        reading.typed().forEach((section, typed) -> typed.forEach(number -> found.add(one(reading, section, number))));
        return found;
    }

    /** Whether a sentence has a word of what an observation is about: its indicator or its unit. */
    private static boolean speaksOf(String context, String figure) {
        Set<String> said = stems(context);
        return stems(figure).stream().anyMatch(said::contains);
    }

    /** Beginnings of the words that carry meaning. */
    private static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= STEM)
                .map(word -> word.substring(0, STEM))
                .collect(Collectors.toSet());
    }

    private static Contradiction one(Reading reading, String section, Typed typed) {
        Optional<Observation> carrier = reading.observations().values().stream()
                .filter(o -> o.value().compareTo(typed.value()) == 0)
                .filter(o -> speaksOf(typed.context(), reading.names().figure(o)))
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
