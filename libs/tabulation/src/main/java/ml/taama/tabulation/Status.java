package ml.taama.tabulation;

import java.util.Locale;

/** What a value is. */
public enum Status {
    /** As counted: only where a rule for fixed tables allows it. */
    EXACT,
    /** Noise was added, which may be zero, or the value follows from such values. */
    PERTURBED,
    /** Not shown, to protect people. */
    SUPPRESSED,
    /** The value does not exist here. */
    NOT_APPLICABLE,
    /** Cannot occur, as the schema says. */
    STRUCTURAL_ZERO;

    /** As files say it: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
