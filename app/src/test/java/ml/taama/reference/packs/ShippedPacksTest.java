package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ml.taama.platform.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPacksTest {

    private static final PackReader READER = AllSections.reader();
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static List<String> shipped() {
        return AllSections.shipped();
    }

    private static PackContent read(String pack, Faults faults) {
        return READER.read(AllSections.PACKS.resolve(pack), AllSections.PACKS, faults)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hasNoFault(String pack) {
        Faults faults = new Faults();
        read(pack, faults);

        assertThat(faults.all().stream().map(f -> f.say(Messages.shipped(), Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void speakOtherLanguagesAndUseOtherFrameworksInASecondCountry() {
        PackContent mali = read("mali", new Faults());
        PackContent example = read("example", new Faults());

        assertThat(example.manifest().languages()).isNotEqualTo(mali.manifest().languages());
        assertThat(codes(example, "reference/frameworks.csv"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(codes(mali, "reference/frameworks.csv"));
    }

    private static List<String> codes(PackContent pack, String file) {
        return pack.own(file).stream().map(r -> r.must("code")).toList();
    }

    @Test
    void fillEveryFileOfTheFormatInTheExample() {
        Set<String> filled = read("example", new Faults()).summary().keySet();

        assertThat(READER.tables()).extracting(PackTable::file).allMatch(filled::contains);
    }

    /** The words of a language that the product does not ship stand in the pack: none may be missing. */
    @Test
    void bringEveryWordOfTheInterfaceInALanguageThatTheProductDoesNotShip() {
        Set<String> missing = new TreeSet<>(Messages.shipped().keys());
        missing.removeAll(keys("example", "pt"));

        assertThat(missing)
                .as("keys of app/src/main/resources/messages that packs/example/messages/pt.properties does not have")
                .isEmpty();
    }

    @Test
    void bringNoWordThatTheInterfaceDoesNotKnow() {
        Set<String> unknown = keys("example", "pt");
        unknown.removeAll(Messages.shipped().keys());

        assertThat(unknown).isEmpty();
    }

    @Test
    void fillTheWordsOfALanguageWithTheSameArgumentsAsTheProduct() {
        Messages messages = Messages.shipped();
        List<String> wrong = read("example", new Faults()).own("messages").stream()
                .filter(r -> !arguments(r.must("text")).equals(arguments(messages.text(Locale.ENGLISH, r.must("key")))))
                .map(r -> r.must("key"))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> keys(String pack, String language) {
        return read(pack, new Faults()).own("messages").stream()
                .filter(r -> r.must("language").equals(language))
                .map(r -> r.must("key"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void useEveryFactOfTheReportOf2021() throws IOException {
        Set<String> used = new HashSet<>();
        PackContent mali = read("mali", new Faults());
        for (PackTable table : READER.tables()) {
            for (PackRow row : mali.own(table.file())) {
                row.text("source_ref").ifPresent(used::add);
                row.text("markdown").ifPresent(text -> used.addAll(List.of(text.split("[^A-Z0-9]+"))));
            }
        }
        assertThat(facts()).hasSize(103).allMatch(used::contains);
    }

    /** Codes of the passages of the report, which are the facts found in it. */
    private static List<String> facts() throws IOException {
        Path sources = AllSections.PACKS.resolve("mali/sources.csv");
        return Files.readAllLines(sources, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("F\\d{3},REPORT-2021,.*"))
                .map(line -> line.substring(0, 4))
                .toList();
    }
}
