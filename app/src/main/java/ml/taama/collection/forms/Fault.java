package ml.taama.collection.forms;

import java.util.Arrays;
import java.util.List;
import ml.taama.platform.text.LocalText;

/**
 * Something wrong with an answer, or odd.
 *
 * @param entry the answer that it is about; for a missing answer, an empty one
 * @param explained whether a warning has its explanation
 * @param arguments fill the words of the rule, each a text or a {@link LocalText}
 */
public record Fault(Rule rule, Entry entry, boolean explained, List<Object> arguments) {

    /** A fault of an entry. */
    public static Fault of(Rule rule, Entry entry, Object... arguments) {
        List<Object> words = Arrays.stream(arguments)
                .<Object>map(a -> a instanceof LocalText ? a : String.valueOf(a))
                .toList();
        return new Fault(rule, entry, rule.warning() && !entry.explanation().isBlank(), words);
    }

    /** Whether the answer cannot be sent as it is: an error, or a warning without explanation. */
    public boolean blocks() {
        return !explained;
    }
}
