package ml.taama.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import ml.taama.platform.problem.Problem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of the interface: every {@code messages/<module>_<language>.properties} of the product, and those that a
 * pack brings for a language that the product does not ship. Patterns are those of {@link MessageFormat}.
 */
public final class Messages {

    /** The languages that the product ships, French first. */
    public static final List<Locale> SHIPPED = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages() {}

    /** Reads the bundles of the product. */
    public static Messages shipped() {
        Messages messages = new Messages();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (Locale language : SHIPPED) {
            Map<String, String> words = new HashMap<>();
            try {
                for (Resource file : resolver.getResources("classpath:messages/*_" + language + ".properties")) {
                    words.putAll(read(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            messages.add(language, words);
        }
        return messages;
    }

    private static Map<String, String> read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** Adds or replaces words of a language. */
    public void add(Locale language, Map<String, String> words) {
        Map<String, String> printed = new HashMap<>(bundles.getOrDefault(language.getLanguage(), Map.of()));
        words.forEach((key, text) -> printed.put(key, Typography.apply(text, language)));
        bundles.put(language.getLanguage(), printed);
        formats.clear();
    }

    /** Whether the product has words for a key. */
    public boolean knows(String key) {
        return bundles.getOrDefault("fr", Map.of()).containsKey(key);
    }

    /** Every key that the product knows. */
    public Set<String> keys() {
        return new TreeSet<>(bundles.getOrDefault("fr", Map.of()).keySet());
    }

    /**
     * The words for a key.
     *
     * @throws IllegalArgumentException when no bundle has the key: a fault of the program, not of the reader
     */
    public String text(Locale reader, String key, Object... arguments) {
        String pattern = pattern(reader, key);
        if (arguments.length == 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                reader.getLanguage() + ' ' + key, ignored -> new MessageFormat(pattern, reader));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    /** What a problem says to a reader. */
    public String text(Locale reader, Problem problem) {
        return text(reader, "problem." + problem.code(), problem.arguments());
    }

    /** Whether there are words of its own for a language, shipped or brought by a pack. */
    public boolean speaks(Locale language) {
        return bundles.containsKey(language.getLanguage());
    }

    private String pattern(Locale reader, String key) {
        for (String language : candidates(reader)) {
            String found = bundles.getOrDefault(language, Map.of()).get(key);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalArgumentException("No message '" + key + "'");
    }

    private static Collection<String> candidates(Locale reader) {
        return List.of(reader.getLanguage(), "en", "fr");
    }
}
