package ml.taama.tabulation.request;

/**
 * Two periods side by side, with the difference and the change in percent, both from protected values.
 *
 * @param variable axis of the periods
 * @param from code of the earlier period
 * @param to code of the later period
 */
public record Comparison(String variable, String from, String to) {}
