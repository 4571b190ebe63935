package ml.taama.reporting.contradictions;

import java.util.List;
import java.util.stream.Collectors;
import ml.taama.observatory.Activities;
import ml.taama.reference.Goal;
import ml.taama.reporting.Review.Claim;

/** A claim about every goal, while some have no reported action. */
final class UnsupportedClaim implements Rule {

    @Override
    public List<Contradiction> find(Reading reading) {
        List<Goal> silent = reading.goals().stream()
                .filter(g -> Activities.reported(reading.activities(), g.id()).isEmpty())
                .toList();
        if (silent.isEmpty()) {
            return List.of();
        }
        String numbers = silent.stream().map(g -> g.id().code()).collect(Collectors.joining(", "));
        return reading.review().claims().stream()
                .filter(c -> c.test().equals("every-goal-has-action"))
                .filter(c -> c.framework()
                        .filter(reading.review().framework()::equals)
                        .isPresent())
                .map(c -> contradiction(reading, c, silent.size(), numbers))
                .toList();
    }

    private static Contradiction contradiction(Reading reading, Claim claim, int silent, String numbers) {
        String anchor = "claim:" + claim.code();
        return new Contradiction(
                "unsupported-claim",
                claim.code(),
                reading.sectionOf(anchor, claim.section()),
                anchor,
                true,
                List.of(
                        reading.names().text(claim.text()),
                        silent,
                        reading.goals().size(),
                        numbers));
    }
}
