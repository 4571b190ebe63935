package ml.taama.documents.charts;

import java.util.OptionalDouble;

/**
 * A value of a chart.
 *
 * @param value nothing where it is not shown
 * @param shown the value as printed, or the sign that stands in its place
 */
public record Reading(OptionalDouble value, String shown) {}
