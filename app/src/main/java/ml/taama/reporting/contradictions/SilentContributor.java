package ml.taama.reporting.contradictions;

import java.util.List;

/** A contributor to the review from which nothing comes that the report quotes. */
final class SilentContributor implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        return reading.review().contributions().stream()
                .filter(c -> c.task().equals("contribution"))
                .filter(c -> !heard(reading, c.organisation()))
                .map(c -> new Contradiction(
                        "silent-contributor",
                        c.organisation(),
                        reading.sectionOf(
                                "contributor:" + c.organisation(),
                                reading.review().sections().getFirst().code()),
                        "contributor:" + c.organisation(),
                        false,
                        List.of(reading.names().organisation(c.organisation()))))
                .toList();
    }

    private static boolean heard(Reading reading, String organisation) {
        boolean quoted = reading.quotes().stream()
                .anyMatch(q -> q.observation()
                        .organisation()
                        .filter(organisation::equals)
                        .isPresent());
        boolean leads = reading.activities().stream()
                .anyMatch(a -> a.lead().filter(organisation::equals).isPresent()
                        && reading.shown().values().stream().anyMatch(s -> s.contains("activity:" + a.code())));
        return quoted || leads || reading.supporters().contains(organisation);
    }
}
