package ml.taama.reporting.contradictions;

import java.util.List;
import java.util.Optional;
import ml.taama.observatory.Observations.Dataset;

/** A dataset that services were asked for and that the report never quotes. */
final class UnquotedDataset implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        return reading.review().requests().stream()
                .flatMap(r -> Optional.ofNullable(reading.datasets().get(r.dataset())).stream())
                .filter(d -> reading.quotes().stream()
                        .noneMatch(q -> d.indicators().contains(q.observation().indicator())))
                .map(d -> contradiction(reading, d))
                .toList();
    }

    private static Contradiction contradiction(Reading reading, Dataset dataset) {
        long known = reading.observations().values().stream()
                .filter(o -> dataset.indicators().contains(o.indicator()))
                .count();
        String first = reading.review().sections().getFirst().code();
        return new Contradiction(
                "unquoted-dataset",
                dataset.code(),
                reading.sectionOf("request:" + dataset.code(), first),
                "request:" + dataset.code(),
                false,
                List.of(reading.names().text(dataset.title()), known));
    }
}
