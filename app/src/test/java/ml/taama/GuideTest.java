package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every picture and link of the guide exists, every picture is used, and both languages say the same number of things. */
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/guide").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final int LARGEST = 80_000;
    private static final int MOST = 40;

    @Test
    void everyPictureAndLinkExists() {
        List<String> missing = new ArrayList<>();
        for (Path page : files(".md")) {
            LINK.matcher(text(page)).results().map(m -> m.group(1)).forEach(link -> {
                if (!exists(page, link)) {
                    missing.add(GUIDE.relativize(page) + " → " + link);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(Path page, String link) {
        int mark = link.indexOf('#');
        String file = mark < 0 ? link : link.substring(0, mark);
        Path target = file.isEmpty()
                ? page
                : Objects.requireNonNull(page.getParent()).resolve(file).normalize();
        return Files.exists(target) && (mark < 0 || anchors(target).contains(link.substring(mark + 1)));
    }

    /** As sites that show Markdown name the headings. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(text(page))
                .results()
                .map(m -> m.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPictureIsUsedSmallAndThereInBothLanguages() {
        String pages = files(".md").stream().map(GuideTest::text).collect(Collectors.joining());
        List<Path> pictures = files(".png");
        assertThat(pictures).hasSizeBetween(1, MOST);
        Set<String> french = new TreeSet<>();
        Set<String> english = new TreeSet<>();
        for (Path picture : pictures) {
            String name = String.valueOf(picture.getFileName());
            assertThat(pages).as(name).contains("pictures/" + name);
            assertThat(picture.toFile().length()).as(name).isLessThanOrEqualTo(LARGEST);
            (name.endsWith(".fr.png") ? french : english).add(name.replaceFirst("\\..*", ""));
        }
        assertThat(french).isEqualTo(english);
    }

    @Test
    void bothLanguagesHaveTheSamePages() {
        assertThat(headings("fr")).isEqualTo(headings("en"));
    }

    /** How many headings the pages of a language have. */
    private static List<Long> headings(String language) {
        return files(".md").stream()
                .filter(f -> f.startsWith(GUIDE.resolve(language)))
                .map(f -> HEADING.matcher(text(f)).results().count())
                .sorted()
                .toList();
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(GUIDE)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
