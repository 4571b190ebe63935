package ml.taama.collection;

import java.util.List;

/** The acceptance of values was withdrawn: what was made of them goes, in the same transaction. */
public record ValuesWithdrawn(List<Long> values) {

    /** Copies the numbers. */
    public ValuesWithdrawn {
        values = List.copyOf(values);
    }
}
