package ml.taama.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ml.taama.platform.text.Messages;
import ml.taama.platform.text.Plain;

/** Countries and languages by name, as CLDR names them. */
final class World {

    private static final Map<Locale, Map<String, String>> COUNTRIES = new ConcurrentHashMap<>();
    private static final Map<Locale, Map<String, String>> LANGUAGES = new ConcurrentHashMap<>();
    private static final int LETTERS = 26;

    private World() {}

    /** Countries (ISO 3166-1) by name, in the order of the names. */
    static Map<String, String> countries(Locale reader) {
        return COUNTRIES.computeIfAbsent(
                reader, r -> named(Stream.of(Locale.getISOCountries()), r, c -> country(c, r)));
    }

    /** Languages (ISO 639) that have a name, by name. */
    static Map<String, String> languages(Locale reader) {
        return LANGUAGES.computeIfAbsent(
                reader,
                r -> named(Stream.concat(Stream.of(Locale.getISOLanguages()), threeLetters()), r, l -> language(l, r)));
    }

    private static Map<String, String> named(
            Stream<String> codes, Locale reader, java.util.function.UnaryOperator<String> name) {
        Map<String, String> named = new TreeMap<>(java.text.Collator.getInstance(reader));
        codes.filter(c -> !name.apply(c).equalsIgnoreCase(c)).forEach(c -> named.putIfAbsent(name.apply(c), c));
        return named;
    }

    private static Stream<String> threeLetters() {
        return java.util.stream.IntStream.range(0, LETTERS * LETTERS * LETTERS)
                .mapToObj(
                        i -> "" + letter(i / LETTERS / LETTERS) + letter(i / LETTERS % LETTERS) + letter(i % LETTERS));
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }

    /** Name of a country by its two letters. */
    static String country(String code, Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }

    /** Name of a language by its code; a text that is no code stands for itself. */
    static String language(String code, Locale reader) {
        return code.matches("[a-z]{2,3}") ? Locale.of(code).getDisplayLanguage(reader) : code;
    }

    /** Reads the name of a country in a language of the reader or of the product, or its two letters. */
    static Optional<String> readCountry(String text, Locale reader) {
        return Stream.of(Locale.getISOCountries())
                .filter(c -> c.equalsIgnoreCase(text.strip()))
                .findFirst()
                .or(() -> read(text, readers(reader).map(World::countries)));
    }

    /** Reads the name of a language; what is not known is kept as it was written. */
    static String readLanguage(String text, Locale reader) {
        return read(text, readers(reader).map(World::languages)).orElse(text.strip());
    }

    private static Stream<Locale> readers(Locale reader) {
        return Stream.concat(Stream.of(reader), Messages.SHIPPED.stream()).distinct();
    }

    private static Optional<String> read(String text, Stream<Map<String, String>> names) {
        String plain = Plain.text(text);
        return names.flatMap(m -> m.entrySet().stream())
                .filter(e -> Plain.text(e.getKey()).equals(plain))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
