package ml.taama.linkage;

import java.util.List;

/**
 * Something that happened and that the reader of a result should know.
 *
 * @param code a stable name for message bundles
 * @param arguments in the order that {@code docs/linkage.md} gives
 */
public record Notice(String code, List<Object> arguments) {

    /** Copies the list. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** A notice. */
    public static Notice of(String code, Object... arguments) {
        return new Notice(code, List.of(arguments));
    }
}
