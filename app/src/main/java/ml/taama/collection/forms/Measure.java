package ml.taama.collection.forms;

import java.util.Set;
import ml.taama.platform.text.LocalText;

/**
 * The unit of a figure, in words.
 *
 * @param decimals that a value may have; 0 means that whole things are counted
 */
public record Measure(String code, LocalText one, LocalText many, int decimals) {

    private static final Set<String> RATIOS = Set.of("percent", "index", "score");

    /** Whether parts add up to the whole; rates, shares and scores do not. */
    public boolean additive() {
        return !RATIOS.contains(code) && !code.startsWith("rate-");
    }

    /** Whether a value above a hundred is impossible. */
    public boolean share() {
        return code.equals("percent");
    }
}
