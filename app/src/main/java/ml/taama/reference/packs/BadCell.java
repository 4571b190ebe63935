package ml.taama.reference.packs;

import java.util.List;

/** A cell that does not hold what its column wants. */
final class BadCell extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    BadCell(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
