package ml.taama.platform.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text in one or more languages, by language tag. {@link #in(Locale)} gives the text for a reader and says in which
 * language it is, so that a page can mark what is not translated.
 */
public record LocalText(Map<String, String> texts) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A text and the language it is in. */
    public record Said(String text, Locale language) {

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Copies the map, sorted by language.
     *
     * @throws IllegalArgumentException when there is no text at all
     */
    public LocalText {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A text in no language");
        }
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Reads the JSON object that the database keeps: text by language. */
    public static LocalText parse(String json) {
        return new LocalText(MAPPER.readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    /** A text in one language. */
    public static LocalText of(Locale language, String text) {
        return new LocalText(Map.of(language.getLanguage(), text));
    }

    /** The text for a reader, with the typography of its language; another language stands in for a missing one. */
    public Said in(Locale reader) {
        String wanted = reader.getLanguage();
        String language = texts.containsKey(wanted)
                ? wanted
                : texts.keySet().stream()
                        .max(Comparator.comparingInt(LocalText::rank))
                        .orElseThrow();
        Locale locale = Locale.of(language);
        return new Said(Typography.apply(texts.getOrDefault(language, ""), locale), locale);
    }

    /** For a reader of a third language, English first, then French. */
    private static int rank(String language) {
        return switch (language) {
            case "en" -> 2;
            case "fr" -> 1;
            default -> 0;
        };
    }

    /** The text for a reader, without its language. */
    public String text(Locale reader) {
        return in(reader).text();
    }

    /** Whether the text exists in the reader's language. */
    public boolean has(Locale reader) {
        return texts.containsKey(reader.getLanguage());
    }
}
