package ml.taama.reference;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * Something done or to be done for goals, whichever module keeps it: an action, a training, an agreement, a study.
 *
 * @param kind action, training, meeting, agreement, document
 * @param account what the national report says of it, in Markdown with bound figures
 * @param lead code of the organisation that leads, where known
 * @param goals goals that it serves, with how each is known
 * @param position order among all activities
 */
public record Activity(
        String kind,
        String code,
        LocalText title,
        Optional<LocalText> account,
        Progress progress,
        Optional<Period> period,
        Optional<String> place,
        Optional<String> lead,
        List<Serves> goals,
        int position,
        String sourceRef) {

    /**
     * A goal that is served.
     *
     * @param stated whether a source states it; otherwise it is inferred
     */
    public record Serves(GoalId goal, boolean stated) {}

    /** Whether it serves a goal itself, not only the framework as a whole. */
    public boolean serves(GoalId goal) {
        return goals.stream().anyMatch(s -> s.goal().equals(goal));
    }

    /** Whether a source states that it serves a goal. */
    public boolean serves(GoalId goal, boolean stated) {
        return goals.stream().anyMatch(s -> s.goal().equals(goal) && s.stated() == stated);
    }
}
