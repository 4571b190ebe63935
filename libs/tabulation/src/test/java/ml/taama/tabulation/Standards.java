package ml.taama.tabulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Corpora that nobody here wrote, outside the product: the folder that {@code TAAMA_STANDARDS} names, or beside it. */
public final class Standards {

    private Standards() {}

    /** A file of the corpora; where it is absent the test is skipped and says so. */
    public static Path file(String name) {
        String named = System.getenv().getOrDefault("TAAMA_STANDARDS", "");
        Path found = Stream.of(named, "../shared/standards", "../../shared/standards", "../../../shared/standards")
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(Path.of(name));
        Assumptions.assumeTrue(Files.isRegularFile(found), "Skipped: " + name + " is not here; set TAAMA_STANDARDS");
        return found;
    }
}
