package ml.taama.reference.packs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.platform.text.LocalText;

/**
 * {@code translations.csv}: texts of required packs in the languages of this one. They join the rows that are loaded, so
 * that a country may speak a language that the global pack does not.
 */
final class Translations {

    static final String FILE = "translations.csv";

    /** The file as a table, for its documentation; its rows go into other tables. */
    static final PackTable FORMAT = PackTable.file(FILE)
            .says("Texts of required packs in the languages of this one.")
            .must("file", PackTable.words(), "File of the text.", "reference/goals.csv")
            .must("key", PackTable.words(), "Key of the row; a key of several columns is joined by `:`.", "GCM:7")
            .must("column", PackTable.words(), "Column without its language.", "title")
            .must("language", PackTable.words(), "Language of the text.", "pt")
            .must("text", PackTable.words(), "The text.", "Reduzir as vulnerabilidades")
            .may(
                    "unofficial",
                    new PackType.YesNo(),
                    "no",
                    "Whether no authority gave this wording; for files that have a column `unofficial`, and shown to "
                            + "readers.",
                    "yes");

    private static final String UNOFFICIAL = "unofficial";

    private Translations() {}

    static void apply(Path pack, PackContent content, Faults faults) {
        Path path = pack.resolve(FILE);
        if (!Files.exists(path)) {
            return;
        }
        String text = new FolderFiles(pack, faults).text(path, FILE).orElse("");
        RowReader reader = new RowReader(FORMAT, content.manifest().languages(), faults);
        for (PackRow row : reader.csv(CsvFile.read(FILE, text, faults))) {
            if (FORMAT.columns().stream().allMatch(c -> row.values().containsKey(c.name()))) {
                apply(row, content, faults);
            }
        }
    }

    private static void apply(PackRow row, PackContent content, Faults faults) {
        Optional<Target> target = target(row, content.required());
        if (target.isEmpty()) {
            faults.add(row, "key", "no-row", row.must("key"), row.must("file"));
            return;
        }
        List<String> columns = target.get().table().columns().stream()
                .filter(PackColumn::localized)
                .map(PackColumn::name)
                .toList();
        if (!columns.contains(row.must("column"))) {
            faults.add(row, "column", "one-of", row.must("column"), String.join(", ", columns));
            return;
        }
        String language = row.must("language");
        if (!content.manifest().languages().contains(Locale.of(language))) {
            faults.add(
                    row,
                    "language",
                    "one-of",
                    language,
                    content.manifest().languages().toString());
            return;
        }
        target.get().say(row.must("column"), language, row.must("text"));
        if (row.value("unofficial", Boolean.class).orElse(false)) {
            target.get().mark(language);
        }
    }

    /** The row that is translated. */
    private record Target(PackTable table, PackRow row) {

        void say(String column, String language, String text) {
            Map<String, String> texts =
                    new TreeMap<>(row.local(column).map(LocalText::texts).orElse(Map.of()));
            texts.put(language, text);
            row.values().put(column, new LocalText(texts));
        }

        /** Notes that the wording in a language is not official, where the table keeps such a note. */
        void mark(String language) {
            if (table.columns().stream().noneMatch(c -> c.name().equals(UNOFFICIAL))) {
                return;
            }
            List<?> before = row.value(UNOFFICIAL, List.class).orElse(List.of());
            Set<Object> marked = new LinkedHashSet<>(before);
            marked.add(language);
            row.values().put(UNOFFICIAL, List.copyOf(marked));
        }
    }

    private static Optional<Target> target(PackRow row, List<PackContent> packs) {
        return packs.stream()
                .flatMap(p -> p.inOrder().stream())
                .flatMap(p -> p.rows().entrySet().stream())
                .filter(e -> e.getKey().file().equals(row.must("file")))
                .flatMap(e -> e.getValue().stream()
                        .filter(r -> References.key(e.getKey(), r).equals(row.must("key")))
                        .map(r -> new Target(e.getKey(), r)))
                .findFirst();
    }
}
