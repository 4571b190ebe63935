package ml.taama.collection.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One cell of a breakdown: value by dimension; the empty cell is the total. Written {@code age=0-17;sex=F}. */
public record Cell(SortedMap<String, String> dimensions) {

    /** The total. */
    public static final Cell TOTAL = new Cell(new TreeMap<>());

    /** Copies the map. */
    public Cell {
        dimensions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** A cell of its dimensions. */
    public static Cell of(Map<String, String> dimensions) {
        return new Cell(new TreeMap<>(dimensions));
    }

    /** Reads what {@link #toString} writes, or nothing when it is not that. */
    public static Optional<Cell> tryParse(String text) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        if (text.isEmpty()) {
            return Optional.of(TOTAL);
        }
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                return Optional.empty();
            }
            dimensions.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return Optional.of(new Cell(dimensions));
    }

    /** The same with one more dimension. */
    public Cell with(String dimension, String value) {
        SortedMap<String, String> more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new Cell(more);
    }

    /** Codes of the dimensions it fixes. */
    public Set<String> keys() {
        return dimensions.keySet();
    }

    /** Whether this cell is a part of another: it fixes all that the other fixes, and more. */
    public boolean partOf(Cell whole) {
        return dimensions.size() > whole.dimensions.size()
                && dimensions.entrySet().containsAll(whole.dimensions.entrySet());
    }

    @Override
    public String toString() {
        return dimensions.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(";"));
    }
}
