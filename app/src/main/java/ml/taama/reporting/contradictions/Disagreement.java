package ml.taama.reporting.contradictions;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Facility;
import ml.taama.platform.time.Period;

/**
 * Two sources that disagree on what the report quotes or calls for: another number for the same period; a part of a
 * period larger than the whole; estimates of one stock, at most ten years apart, of which one is half as large again as
 * the other; two opening dates of a facility.
 */
final class Disagreement implements Rule {

    private static final int YEARS = 10;
    private static final double RATIO = 1.5;

    @Override
    public List<Contradiction> find(Reading reading) {
        List<Contradiction> found = new ArrayList<>();
        indicators(reading).forEach((indicator, anchor) -> {
            List<Observation> values = disputed(reading, indicator);
            if (!values.isEmpty()) {
                String listed = reading.names()
                        .list(values.stream()
                                .map(reading.names()::value)
                                .distinct()
                                .toList());
                String first = reading.review().sections().getFirst().code();
                found.add(new Contradiction(
                        "sources-disagree",
                        indicator,
                        reading.sectionOf(anchor, first),
                        anchor,
                        false,
                        List.of(reading.names().indicator(indicator), listed)));
            }
        });
        reading.facilities().stream()
                .filter(Facility::openingDisputed)
                .map(f -> facility(reading, f))
                .forEach(found::add);
        return found;
    }

    /** Indicators quoted or called for, and the anchor beside which a dispute shows. */
    private static Map<String, String> indicators(Reading reading) {
        Map<String, String> indicators = new LinkedHashMap<>();
        reading.quotes()
                .forEach(q -> indicators.putIfAbsent(
                        q.observation().indicator(), "obs:" + q.observation().code()));
        reading.review().requests().forEach(request -> {
            var dataset = reading.datasets().get(request.dataset());
            if (dataset != null) {
                dataset.indicators().forEach(i -> indicators.putIfAbsent(i, "request:" + dataset.code()));
            }
        });
        return indicators;
    }

    private static List<Observation> disputed(Reading reading, String indicator) {
        List<Observation> all = reading.observations().values().stream()
                .filter(o -> o.indicator().equals(indicator))
                .sorted(Comparator.comparing(Observation::code))
                .toList();
        Set<Observation> disputed = new HashSet<>();
        for (Observation one : all) {
            for (Observation other : all) {
                if (disagree(one, other)) {
                    disputed.add(one);
                    disputed.add(other);
                }
            }
        }
        return disputed.stream()
                .sorted(Comparator.comparing((Observation o) ->
                                o.period().map(Object::toString).orElse(""))
                        .thenComparing(Observation::code))
                .toList();
    }

    static boolean disagree(Observation one, Observation other) {
        boolean comparable = !one.code().equals(other.code())
                && one.sameThing(other)
                && one.period().filter(Period::dated).isPresent()
                && other.period().filter(Period::dated).isPresent()
                && !one.kind().equals("target")
                && !other.kind().equals("target")
                && one.progress().reached() == other.progress().reached();
        if (!comparable) {
            return false;
        }
        Period a = one.period().get();
        Period b = other.period().get();
        int order = one.value().compareTo(other.value());
        if (a.equals(b)) {
            return order != 0;
        }
        boolean estimates = one.kind().equals("estimate") && other.kind().equals("estimate");
        if (estimates) {
            double ratio = one.value().doubleValue() / other.value().doubleValue();
            return yearsApart(a, b) <= YEARS && (ratio >= RATIO || ratio <= 1 / RATIO);
        }
        return order > 0 && within(a, b);
    }

    private static boolean within(Period part, Period whole) {
        return !part.first().orElseThrow().isBefore(whole.first().orElseThrow())
                && !part.last().orElseThrow().isAfter(whole.last().orElseThrow());
    }

    private static long yearsApart(Period a, Period b) {
        return Math.abs(
                ChronoUnit.YEARS.between(a.last().orElseThrow(), b.last().orElseThrow()));
    }

    private static Contradiction facility(Reading reading, Facility facility) {
        String dates = reading.names()
                .list(facility.events().stream()
                        .filter(e -> e.kind().equals("opened"))
                        .map(e -> reading.names().period(e.period()) + " (" + e.sourceRef() + ")")
                        .toList());
        String activity = reading.activities().stream()
                .filter(a ->
                        facility.events().stream().anyMatch(e -> e.sourceRef().equals(a.sourceRef())))
                .map(a -> "activity:" + a.code())
                .findFirst()
                .orElse("");
        return new Contradiction(
                "dates-disagree",
                facility.code(),
                reading.sectionOf(activity, reading.progressSection()),
                activity,
                false,
                List.of(reading.names().text(facility.name()), dates));
    }
}
