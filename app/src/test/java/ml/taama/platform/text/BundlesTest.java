package ml.taama.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the interface: French and English in step, each key used, each key that is used there. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("src/main/jte"), Path.of("../libs/tabulation/src/main/java"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:text|say|t)\\(\\s*(?:[\\w.()]+,\\s*)?\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"\\s*[,)]");

    static Stream<String> bundles() {
        return files(BUNDLES)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("_fr.properties"))
                .map(name -> name.replace("_fr.properties", ""))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void frenchAndEnglishHaveTheSameKeys(String bundle) {
        assertThat(read(bundle, "en").keySet())
                .containsExactlyInAnyOrderElementsOf(read(bundle, "fr").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void frenchAndEnglishFillTheSamePlaces(String bundle) {
        Map<String, String> english = read(bundle, "en");
        read(bundle, "fr")
                .forEach((key, text) -> assertThat(places(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(places(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noWordHasAStraightApostrophe(String bundle) {
        for (String language : List.of("fr", "en")) {
            read(bundle, language)
                    .forEach((key, text) -> assertThat(text).as(key).doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPatternCanBeFilled(String bundle) {
        for (String language : List.of("fr", "en")) {
            read(bundle, language).forEach((key, text) -> {
                if (!places(text).isEmpty()) {
                    assertThatCode(() ->
                                    new MessageFormat(text, Locale.of(language)).format(new Object[] {1, 2, 3, 4, 5}))
                            .as(key)
                            .doesNotThrowAnyException();
                }
            });
        }
    }

    @Test
    void noKeyStandsInTwoBundles() {
        Map<String, String> owner = new TreeMap<>();
        bundles()
                .forEach(bundle -> read(bundle, "fr")
                        .keySet()
                        .forEach(key ->
                                assertThat(owner.put(key, bundle)).as(key).isNull()));
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        Set<String> known = keys();
        Set<String> asked = new TreeSet<>();
        sources().forEach(source -> {
            Matcher matcher = ASKED.matcher(source);
            while (matcher.find()) {
                asked.add(matcher.group(1));
            }
        });
        assertThat(asked).isNotEmpty().allSatisfy(key -> assertThat(known).contains(key));
    }

    /** A key is used when it is named, or when a known beginning and a known end make it. */
    @Test
    void everyKeyIsUsed() {
        Set<String> words = words();
        Set<String> unused = keys().stream()
                .filter(key -> !words.contains(key) && !composed(key, words))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    private static boolean composed(String key, Set<String> words) {
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String rest = key.substring(dot + 1);
            boolean begins = words.contains(key.substring(0, dot + 1));
            String middle = rest.replaceFirst("\\.(title|text|advice)$", "");
            if (begins && (words.contains(rest) || words.contains(middle) || words.contains(rest.replace('-', '_')))) {
                return true;
            }
        }
        return false;
    }

    /** Every string of the sources, what stands before and after its dots, and every constant in lower case. */
    private static Set<String> words() {
        Set<String> words = new HashSet<>();
        sources().forEach(source -> {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                words.add(literal.group(1));
                words.addAll(List.of(literal.group(1).split("[, ]+")));
            }
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                words.add(asked.group(1));
            }
            Matcher constant = CONSTANT.matcher(source);
            while (constant.find()) {
                words.add(constant.group().toLowerCase(Locale.ROOT));
            }
        });
        codes(words);
        return words;
    }

    /** Codes of problems are made of their module and their name. */
    private static void codes(Set<String> words) {
        List<String> prefixes =
                words.stream().filter(w -> w.matches("[a-z]+\\.")).toList();
        List<String> names =
                words.stream().filter(w -> w.matches("[a-z]+(-[a-z]+)*")).toList();
        prefixes.forEach(prefix -> names.forEach(name -> words.add(prefix + name)));
    }

    private static Set<String> keys() {
        return bundles().flatMap(bundle -> read(bundle, "fr").keySet().stream()).collect(Collectors.toSet());
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Map<String, String> read(String bundle, String language) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLES.resolve(bundle + "_" + language + ".properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static Stream<String> sources() {
        return SOURCES.stream().flatMap(BundlesTest::files).map(BundlesTest::text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
