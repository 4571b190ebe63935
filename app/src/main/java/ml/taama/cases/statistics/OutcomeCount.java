package ml.taama.cases.statistics;

/**
 * How many cases had an outcome on a pathway.
 *
 * @param outcome {@code met}, {@code partly}, {@code unmet}, {@code unknown}, or empty while none is written down
 * @param pathway {@code direct}, {@code referred} when any service came after a referral, {@code none}
 */
public record OutcomeCount(String state, String outcome, String pathway, long cases) {}
