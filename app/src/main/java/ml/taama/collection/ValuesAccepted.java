package ml.taama.collection;

import java.util.List;

/** Reviewers accepted values; who keeps figures reads them by {@link AcceptedValues}, in the same transaction. */
public record ValuesAccepted(List<Long> values) {

    /** Copies the numbers. */
    public ValuesAccepted {
        values = List.copyOf(values);
    }
}
