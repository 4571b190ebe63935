package ml.taama.matching;

import java.util.Set;
import ml.taama.ui.Ui;

/** How pages speak of comparisons and of what they say; names that a model makes up stand for themselves. */
public final class MatchWords {

    private static final Set<String> COMPARISONS = Set.of(
            "given", "surname", "born", "mother", "father", "village", "phone", "nina", "identity-number", "sex");
    private static final Set<String> LEVELS = Set.of(
            "no-value",
            "same",
            "same-key",
            "equivalent",
            "similar",
            "similar-key",
            "one-slip",
            "swapped-with-the-surname",
            "swapped-with-the-given-name",
            "known-different",
            "same-day",
            "compatible",
            "same-day-of-another-year",
            "within-a-fortnight",
            "same-year",
            "within-a-year",
            "other");
    private static final double NEARLY_SURE = 0.99;
    private static final double LIKELY = 0.8;

    private MatchWords() {}

    /** What is compared. */
    public static String comparison(Ui ui, String name) {
        String word = name.replace('_', '-');
        return COMPARISONS.contains(word) ? ui.t("matching.comparison." + word) : name;
    }

    /** How far it agrees. */
    public static String level(Ui ui, String label) {
        String word = label.replace(' ', '-');
        return LEVELS.contains(word) ? ui.t("matching.level." + word) : label;
    }

    /** A reason in words: what, and how far it agrees. */
    public static String say(Ui ui, Reason reason) {
        return ui.t("matching.reason", comparison(ui, reason.comparison()), level(ui, reason.level()));
    }

    /** A probability in words. */
    public static String strength(Ui ui, double probability) {
        String word = probability >= NEARLY_SURE ? "nearly-sure" : probability >= LIKELY ? "likely" : "perhaps";
        return ui.t("matching.strength." + word);
    }

    /** A probability in per cent, without promising certainty. */
    public static String percent(Ui ui, double probability) {
        int percent = (int) Math.floor(probability * 100);
        return ui.t("matching.percent", Math.clamp(percent, 1, 99));
    }
}
