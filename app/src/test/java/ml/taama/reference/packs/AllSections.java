package ml.taama.reference.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** What every module reads from packs, and the packs that come with the product. */
final class AllSections {

    /** Folder of the packs that come with the product. */
    static final Path PACKS = Path.of("..", "packs");

    @ComponentScan(
            basePackages = "ml.taama",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {PackSection.class, PackReader.class}))
    static class Scan {}

    private AllSections() {}

    /** The reader as the commands have it. */
    static PackReader reader() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Scan.class)) {
            return context.getBean(PackReader.class);
        }
    }

    /** Codes of the packs that come with the product. */
    static List<String> shipped() {
        try (Stream<Path> folders = Files.list(PACKS)) {
            return folders.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
