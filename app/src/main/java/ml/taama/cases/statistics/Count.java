package ml.taama.cases.statistics;

/**
 * People and services counted apart, for one value of one breakdown.
 *
 * @param dimension {@code total}, {@code sex}, {@code age}, {@code country}, {@code area}, {@code need}, {@code
 *     organisation}, {@code month}, {@code pathway}
 * @param people different people: who was helped three times counts once
 * @param services services that were given
 */
public record Count(String dimension, String value, long people, long services) {}
