package ml.taama.matching;

/**
 * What one comparison says about a pair.
 *
 * @param comparison its name in the model, for example {@code given}
 * @param level how far the two agree, for example {@code same key}
 * @param weight what it adds, base 2: above 0 for one person, below 0 for two
 */
public record Reason(String comparison, String level, double weight) {}
