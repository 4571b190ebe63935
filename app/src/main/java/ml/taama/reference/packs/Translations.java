package ml.taama.reference.packs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            .must("text", PackTable.words(), "The text.", "Reduzir as vulnerabilidades");

    private Translations() {}

    static void apply(Path pack, PackContent content, Faults faults) {
        Path path = pack.resolve(FILE);
        if (!Files.exists(path)) {
            return;
        }
        String text = new FolderFiles(pack, faults).text(path, FILE).orElse("");
        RowReader reader = new RowReader(FORMAT, content.manifest().languages(), faults);
        for (PackRow row : reader.csv(CsvFile.read(FILE, text, faults))) {
            if (row.values().size() == FORMAT.columns().size()) {
                apply(row, content, faults);
            }
        }
    }

    private static void apply(PackRow row, PackContent content, Faults faults) {
        Optional<PackRow> target = target(row, content.required());
        if (target.isEmpty()) {
            faults.add(row, "key", "no-row", row.must("key"), row.must("file"));
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
        Map<String, String> texts = new TreeMap<>(
                target.get().local(row.must("column")).map(LocalText::texts).orElse(Map.of()));
        texts.put(language, row.must("text"));
        target.get().values().put(row.must("column"), new LocalText(texts));
    }

    private static Optional<PackRow> target(PackRow row, List<PackContent> packs) {
        return packs.stream()
                .flatMap(p -> p.inOrder().stream())
                .flatMap(p -> p.rows().entrySet().stream())
                .filter(e -> e.getKey().file().equals(row.must("file")))
                .flatMap(e -> e.getValue().stream()
                        .filter(r -> References.key(e.getKey(), r).equals(row.must("key"))))
                .findFirst();
    }
}
