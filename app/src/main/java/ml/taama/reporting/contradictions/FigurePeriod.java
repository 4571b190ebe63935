package ml.taama.reporting.contradictions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ml.taama.observatory.Observation;
import ml.taama.platform.time.Period;
import ml.taama.reporting.contradictions.Reading.Quote;

/** A figure without a stated period, or older than the period under review. */
final class FigurePeriod implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        List<Contradiction> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Quote quote : reading.quotes()) {
            Observation observation = quote.observation();
            if (!seen.add(observation.code())) {
                continue;
            }
            if (!observation.periodStated()) {
                found.add(contradiction("no-period", quote, reading, ""));
            } else if (observation
                    .period()
                    .filter(p -> isOlder(p, reading.period()))
                    .isPresent()) {
                found.add(contradiction(
                        "old-figure", quote, reading, reading.names().period(reading.period())));
            }
        }
        return found;
    }

    private static boolean isOlder(Period figure, Period review) {
        return figure.last().isPresent()
                && review.first().isPresent()
                && figure.last().get().isBefore(review.first().get());
    }

    private static Contradiction contradiction(String rule, Quote quote, Reading reading, String period) {
        Observation observation = quote.observation();
        return new Contradiction(
                rule,
                observation.code(),
                quote.section(),
                "obs:" + observation.code(),
                false,
                List.of(
                        reading.names().indicator(observation.indicator()),
                        reading.names().value(observation),
                        period));
    }
}
