package ml.taama.tabulation.schema;

import java.util.List;

/**
 * One level of a hierarchy: its codes in the order in which tables show them.
 *
 * @param name used in requests, as {@code age@group}
 */
public record Level(String name, String label, List<Code> codes) {

    /** Copies the list. */
    public Level {
        codes = List.copyOf(codes);
    }
}
