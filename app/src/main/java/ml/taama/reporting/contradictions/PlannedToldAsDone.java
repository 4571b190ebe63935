package ml.taama.reporting.contradictions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.observatory.Observation;
import ml.taama.reference.Activity;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Review.SectionKind;
import ml.taama.reporting.contradictions.Reading.Quote;
import ml.taama.reporting.narrative.Sentences.Told;

/** What is planned or intended, told among results, or elsewhere in a sentence that does not say so. */
final class PlannedToldAsDone implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        Set<String> results = reading.review().sections().stream()
                .filter(s -> s.kind() == SectionKind.PROGRESS || s.kind() == SectionKind.GOAL)
                .map(Section::code)
                .collect(Collectors.toSet());
        List<Contradiction> found = new ArrayList<>();
        for (Quote quote : reading.quotes()) {
            if (results.contains(quote.section())
                    && !quote.observation().progress().reached()) {
                found.add(figure(reading, quote));
            }
        }
        for (Activity activity : reading.activities()) {
            String anchor = "activity:" + activity.code();
            results.stream()
                    .filter(s -> !activity.progress().reached())
                    .filter(s -> reading.shown().getOrDefault(s, Set.of()).contains(anchor))
                    .map(s -> new Contradiction(
                            "planned-as-done",
                            activity.code(),
                            s,
                            anchor,
                            true,
                            List.of(reading.names().text(activity.title()))))
                    .forEach(found::add);
        }
        reading.told()
                .forEach((section, sentences) -> sentences.stream()
                        .filter(s -> !results.contains(section))
                        .forEach(s -> elsewhere(reading, section, s).ifPresent(found::add)));
        return found;
    }

    private static Optional<Contradiction> elsewhere(Reading reading, String section, Told told) {
        return Optional.ofNullable(reading.observations().get(told.observation()))
                .filter(o -> !o.progress().reached())
                .map(o -> new Contradiction(
                        "planned-as-done-elsewhere",
                        section + ":" + o.code(),
                        section,
                        "obs:" + o.code(),
                        true,
                        List.of(reading.names().figure(o), told.text())));
    }

    private static Contradiction figure(Reading reading, Quote quote) {
        Observation observation = quote.observation();
        return new Contradiction(
                "planned-as-done",
                observation.code(),
                quote.section(),
                "obs:" + observation.code(),
                true,
                List.of(reading.names().figure(observation)));
    }
}
