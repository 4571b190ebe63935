package ml.taama.linkage.names;

import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import org.jspecify.annotations.Nullable;

/** Makes a value comparable; null when nothing is left of it. */
@FunctionalInterface
public interface Standardiser {

    /** The value made comparable, or null. */
    @Nullable
    String apply(String value);

    /**
     * The steps of a field as one standardiser.
     *
     * @throws LinkageException {@link Fault#BAD_STEP}
     */
    static Standardiser of(String field, List<String> steps, NameTables tables) {
        List<Standardiser> each = new ArrayList<>();
        for (String step : steps) {
            each.add(Steps.parse(field, step, tables));
        }
        return value -> {
            String now = value;
            for (Standardiser step : each) {
                now = step.apply(now);
                if (now == null || now.isEmpty()) {
                    return null;
                }
            }
            return now;
        };
    }
}
