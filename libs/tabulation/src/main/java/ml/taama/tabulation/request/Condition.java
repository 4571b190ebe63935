package ml.taama.tabulation.request;

import java.util.Set;

/** Which units are counted. */
public sealed interface Condition {

    /** Name of the variable. */
    String variable();

    /**
     * The category is one of these, or none of these.
     *
     * @param level name of the level of the codes; empty for the finest
     */
    record In(String variable, String level, Set<String> codes, boolean negated) implements Condition {

        /** Copies the set. */
        public In {
            codes = Set.copyOf(codes);
        }
    }

    /** The number lies between two bounds, both included; infinite where open. */
    record Between(String variable, double least, double most) implements Condition {}
}
