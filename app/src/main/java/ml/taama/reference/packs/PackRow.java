package ml.taama.reference.packs;

import java.util.Map;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * A row of a pack that was read.
 *
 * @param file path within the pack
 * @param cells where each column stands, for faults
 * @param values of the columns that are filled, by name
 */
public record PackRow(
        String file,
        int line,
        Map<String, PackCell> cells,
        Map<String, Object> values,
        Map<String, PackLink.Value> links) {

    /** The value of a column as text, when filled. */
    public Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column)).map(Object::toString);
    }

    /** The value of a column that must be filled. */
    public String must(String column) {
        return text(column).orElseThrow();
    }

    /** A localized text, when filled. */
    public Optional<LocalText> local(String column) {
        return Optional.ofNullable((LocalText) values.get(column));
    }

    /** The value of a column with its own type, when filled. */
    public <T> Optional<T> value(String column, Class<T> type) {
        return Optional.ofNullable(values.get(column)).map(type::cast);
    }

    /** Where a column stands, or the start of the row. */
    PackCell at(String column) {
        return cells.getOrDefault(column, new PackCell("", line, 1));
    }
}
