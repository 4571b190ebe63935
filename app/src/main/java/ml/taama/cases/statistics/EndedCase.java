package ml.taama.cases.statistics;

/**
 * A closed case, without anything that names a person.
 *
 * @param unit the same for the same case each time, and nothing else
 * @param outcome {@code met}, {@code partly}, {@code unmet}, {@code unknown}
 * @param pathway {@code direct}, {@code referred}, {@code none}
 * @param year in which the request was received
 */
public record EndedCase(String unit, String outcome, String pathway, int year) {}
