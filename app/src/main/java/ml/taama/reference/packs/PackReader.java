package ml.taama.reference.packs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.platform.database.Migrations;
import org.springframework.stereotype.Component;

/** Reads a pack from its folder and checks it: types, references, rules, all faults in one pass. */
@Component
public class PackReader {

    private final List<PackSection> sections;
    private final List<PackTable> tables;

    PackReader(List<PackSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PackReader::order))
                .toList();
        this.tables = this.sections.stream().flatMap(s -> s.tables().stream()).toList();
    }

    private static int order(PackSection section) {
        return Migrations.SCHEMAS.indexOf(section.tables().getFirst().schema());
    }

    /** Every file of the format, in the order in which they are loaded. */
    public List<PackTable> tables() {
        return tables;
    }

    /**
     * Reads a pack and those that it requires.
     *
     * @param others folder in which required packs are looked for, after the folder beside the pack
     * @return the content, or nothing when there is no pack; where the manifest cannot be read, its languages are guessed, so that
     *     the faults of the other files are found in the same pass
     */
    public Optional<PackContent> read(Path pack, Path others, Faults faults) {
        return read(pack, others, List.of(), faults);
    }

    /** @param chain codes of the packs that led to this one */
    private Optional<PackContent> read(Path pack, Path others, List<String> chain, Faults faults) {
        if (!Files.isDirectory(pack)) {
            faults.add(pack.toString(), 1, 1, "no-folder", pack);
            return Optional.empty();
        }
        Optional<PackManifest> manifest = ManifestFile.read(pack, faults)
                .or(() -> ManifestFile.guess(pack, Files.isDirectory(others.resolve("global"))));
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        List<String> here =
                Stream.concat(chain.stream(), Stream.of(manifest.get().code())).toList();
        List<PackContent> required = new ArrayList<>();
        for (String code : manifest.get().requires()) {
            if (here.contains(code)) {
                faults.add(ManifestFile.NAME, 1, 1, "requires-itself", code);
            } else {
                required(pack, others, code, here, faults).ifPresent(required::add);
            }
        }
        Map<PackTable, List<PackRow>> rows = new LinkedHashMap<>();
        for (PackTable table : tables) {
            rows.put(table, rows(pack, table, manifest.get(), faults));
        }
        PackContent content = new PackContent(manifest.get(), required, rows);
        Translations.apply(pack, content, faults);
        new References(content, faults).check();
        sections.forEach(section -> section.check(content, faults));
        UnknownFiles.report(pack, tables, faults);
        return Optional.of(content);
    }

    /** A pack that this one requires; what is wrong in it is told once, for it has its own check. */
    private Optional<PackContent> required(Path pack, Path others, String code, List<String> chain, Faults faults) {
        Path beside = pack.toAbsolutePath().normalize().resolveSibling(code);
        Path folder = Files.isDirectory(beside) ? beside : others.resolve(code);
        if (!Files.isDirectory(folder)) {
            faults.add(ManifestFile.NAME, 1, 1, "no-pack", code);
            return Optional.empty();
        }
        Faults own = new Faults();
        Optional<PackContent> content = read(folder, others, chain, own);
        if (!own.all().isEmpty()) {
            faults.add(ManifestFile.NAME, 1, 1, "broken-pack", code, own.all().size());
        }
        return content;
    }

    private static List<PackRow> rows(Path pack, PackTable table, PackManifest manifest, Faults faults) {
        RowReader reader = new RowReader(table, manifest.languages(), faults);
        FolderFiles files = new FolderFiles(pack, faults);
        return switch (table.reading()) {
            case CSV -> {
                Path path = pack.resolve(table.file());
                if (!Files.exists(path)) {
                    yield List.of();
                }
                Optional<String> text = files.text(path, table.file());
                yield text.map(t -> reader.csv(CsvFile.read(table.file(), t, faults)))
                        .orElse(List.of());
            }
            case GEOJSON -> reader.raw(files.geoJson(table.file()));
            case MARKDOWN -> reader.raw(files.markdown(table.file()));
            case PROPERTIES -> reader.raw(files.properties(table.file()));
            case JSON ->
                reader.raw(files.json(table.file(), table.columns().getLast().name()));
        };
    }
}
