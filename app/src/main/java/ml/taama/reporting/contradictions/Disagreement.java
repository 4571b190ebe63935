package ml.taama.reporting.contradictions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Facility;

/**
 * Two sources that disagree on what the report quotes or calls for: another number for the same period; a part of a
 * period larger than the whole; estimates of one stock, at most ten years apart, of which one is half as large again as
 * the other; two opening dates of a facility.
 */
final class Disagreement implements Rule {

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
                if (one.disagrees(other)) {
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
