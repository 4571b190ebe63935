package ml.taama.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of a command, {@code --name value}. */
final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Reads options; nothing when one is unknown, stands twice or has no value. */
    static Optional<Options> parse(List<String> words, String... known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            boolean wrong = !Arrays.asList(known).contains(words.get(i))
                    || i + 1 == words.size()
                    || values.put(words.get(i), words.get(i + 1)) != null;
            if (wrong) {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(values));
    }

    boolean has(String... names) {
        return values.keySet().containsAll(Arrays.asList(names));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
