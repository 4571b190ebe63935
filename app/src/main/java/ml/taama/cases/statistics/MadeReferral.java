package ml.taama.cases.statistics;

/**
 * A referral, without anything that names a person.
 *
 * @param unit the same for the same referral each time, and nothing else
 * @param year in which it was proposed
 */
public record MadeReferral(String unit, String state, int year) {}
