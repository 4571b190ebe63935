package ml.taama.reference;

/**
 * A goal of a framework.
 *
 * @param code within the framework; {@code *} is the framework as a whole
 */
public record GoalId(String framework, String code) {

    /** The code that stands for a framework as a whole. */
    public static final String WHOLE = "*";

    /**
     * Reads {@code FRAMEWORK:CODE}.
     *
     * @throws IllegalArgumentException when there is no colon
     */
    public static GoalId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Not a goal: " + text);
        }
        return new GoalId(text.substring(0, colon), text.substring(colon + 1));
    }

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
