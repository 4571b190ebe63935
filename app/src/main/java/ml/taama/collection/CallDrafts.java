package ml.taama.collection;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/** What a review asks, as the module that keeps reviews knows it: a call is built from it. */
public interface CallDrafts {

    /**
     * A call that can be made.
     *
     * @param cycle code of the review
     * @param period that it covers
     * @param organisations asked, in order
     * @param items codes of the indicators asked
     * @param texts asked for in words
     */
    record Draft(
            String cycle,
            LocalText title,
            String period,
            List<String> organisations,
            List<String> items,
            List<TextAsked> texts) {}

    /** A text that is asked for. */
    record TextAsked(String code, LocalText title) {}

    /** One for each review, the latest first. */
    List<Draft> all();

    /** That of a review. */
    default Optional<Draft> find(String cycle) {
        return all().stream().filter(d -> d.cycle().equals(cycle)).findFirst();
    }
}
