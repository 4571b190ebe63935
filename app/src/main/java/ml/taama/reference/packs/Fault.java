package ml.taama.reference.packs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ml.taama.platform.text.Messages;

/**
 * Something wrong in a pack.
 *
 * @param file path within the pack
 * @param line from 1
 * @param column from 1, in characters
 * @param key of the message, under {@code packs.fault}
 */
public record Fault(String file, int line, int column, String key, List<Object> arguments) {

    /** By file, then by place. */
    public static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparingInt(Fault::column);

    /** {@code file:line:column: what is wrong, what is expected}. */
    public String say(Messages messages, Locale reader) {
        return file + ":" + line + ":" + column + ": "
                + messages.text(reader, "packs.fault." + key, arguments.toArray());
    }
}
