package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path of the repository that its documents name exists. */
class DocumentedPathsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> DOCUMENTS =
            List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md", "CHANGELOG.md");

    /** A folder of the repository and what is in it, or a document at its root; patterns and placeholders are neither. */
    private static final Pattern PATH = Pattern.compile(
            "`((?:\\./)?(?:app|libs|packs|docs|benchmarks|acceptance|\\.ci)/[\\w./-]*|[A-Z]+(?:\\.md)?)`");

    @Test
    void everyPathThatADocumentNamesExists() {
        documents()
                .forEach(document -> assertThat(missing(text(document)))
                        .as(ROOT.relativize(document).toString())
                        .isEmpty());
    }

    @Test
    void seesAPathThatDoesNotExist() {
        assertThat(missing("See `libs/documents`, `libs/nothing/Here.java`, `packs/<code>/pack.yaml` and `NONE.md`."))
                .containsExactly("libs/nothing/Here.java", "NONE.md");
    }

    private static List<String> missing(String text) {
        return PATH.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(path -> path.contains("/") || path.endsWith(".md"))
                .filter(path -> !Files.exists(ROOT.resolve(path)))
                .toList();
    }

    private static Stream<Path> documents() {
        Path docs = ROOT.resolve("docs");
        Stream<Path> atRoot = DOCUMENTS.stream().map(ROOT::resolve).filter(Files::exists);
        if (!Files.isDirectory(docs)) {
            return atRoot;
        }
        try (Stream<Path> files = Files.walk(docs)) {
            return Stream.concat(atRoot, files.filter(file -> file.toString().endsWith(".md")).toList().stream());
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
