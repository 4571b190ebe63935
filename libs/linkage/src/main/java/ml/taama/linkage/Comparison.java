package ml.taama.linkage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Levels of agreement, tried in order; the first that is reached counts. The last is reached by every pair. */
public record Comparison(String name, List<Level> levels) {

    /** Copies the list. */
    public Comparison {
        levels = List.copyOf(levels);
    }

    /** The comparison vector value of a level, as Splink counts: -1 for null, then down to 0 for the last. */
    public int gamma(int level) {
        if (levels.get(level).isNull()) {
            return -1;
        }
        return (int) IntStream.range(level + 1, levels.size())
                .filter(i -> !levels.get(i).isNull())
                .count();
    }

    /** Fields of all levels. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        levels.forEach(level -> fields.addAll(level.when().named()));
        return fields;
    }

    /** The level that is reached by equality in one field and nothing else. */
    public OptionalInt exact(String field) {
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i).when().equals(Condition.exact(field)))
                .findFirst();
    }
}
