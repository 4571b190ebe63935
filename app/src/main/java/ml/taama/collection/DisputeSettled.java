package ml.taama.collection;

import java.util.List;
import java.util.Optional;

/**
 * Of several values of one thing one was chosen for publication, or the choice was undone.
 *
 * @param values all of them
 * @param chosen absent when the choice was undone
 * @param reason of the choice
 */
public record DisputeSettled(List<Long> values, Optional<Long> chosen, String reason) {

    /** Copies the numbers. */
    public DisputeSettled {
        values = List.copyOf(values);
    }
}
