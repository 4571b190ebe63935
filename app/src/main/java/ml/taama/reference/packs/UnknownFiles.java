package ml.taama.reference.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files that no module reads: most often a name mistyped, so that data would be missing in silence. */
final class UnknownFiles {

    private static final Set<String> ALLOWED = Set.of(ManifestFile.NAME, Translations.FILE, "README.md", "LICENSE");

    private UnknownFiles() {}

    static void report(Path pack, List<PackTable> tables, Faults faults) {
        List<String> known = tables.stream().map(PackTable::file).toList();
        try (Stream<Path> files = Files.walk(pack)) {
            files.filter(Files::isRegularFile)
                    .map(path -> pack.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !ALLOWED.contains(name) && !name.startsWith(".") && !name.contains("/LICENSE"))
                    .filter(name -> known.stream().noneMatch(file -> name.equals(file) || name.startsWith(file + "/")))
                    .sorted()
                    .forEach(name -> faults.add(name, 1, 1, "unknown-file", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
