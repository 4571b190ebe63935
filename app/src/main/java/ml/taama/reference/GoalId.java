package ml.taama.reference;

/**
 * A goal of a framework.
 *
 * @param code within the framework; {@code *} is the framework as a whole
 */
public record GoalId(String framework, String code) {

    /** The code that stands for a framework as a whole. */
    public static final String WHOLE = "*";

    /** Whether this is the framework as a whole. */
    public boolean whole() {
        return code.equals(WHOLE);
    }

    /** {@code FRAMEWORK:CODE}, as packs write it. */
    @Override
    public String toString() {
        return framework + ":" + code;
    }
}
