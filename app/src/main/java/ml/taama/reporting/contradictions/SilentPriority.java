package ml.taama.reporting.contradictions;

import java.util.List;
import ml.taama.observatory.Activities;

/** A goal followed with particular attention that has no reported action. */
final class SilentPriority implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        return reading.goals().stream()
                .filter(g -> reading.review().isPriority(g.id()))
                .filter(g -> Activities.reported(reading.activities(), g.id()).isEmpty())
                .map(g -> new Contradiction(
                        "silent-priority",
                        g.id().toString(),
                        reading.progressSection(),
                        "",
                        true,
                        List.of(g.id().code(), reading.names().text(g.title()))))
                .toList();
    }
}
