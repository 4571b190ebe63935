package ml.taama.reference.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pack holds, and what the packs that it requires hold.
 *
 * @param required packs that rows may refer to
 * @param rows by file, in the order of the tables
 */
public record PackContent(PackManifest manifest, List<PackContent> required, Map<PackTable, List<PackRow>> rows) {

    /** Rows of a file of this pack. */
    public List<PackRow> own(String file) {
        return rows.entrySet().stream()
                .filter(e -> e.getKey().file().equals(file))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    /** Rows of a file of this pack and of those that it requires. */
    public List<PackRow> all(String file) {
        return Stream.concat(required.stream().flatMap(p -> p.all(file).stream()), own(file).stream())
                .toList();
    }

    /** A row by the value of one column, here or in a required pack. */
    public Optional<PackRow> find(String file, String column, String value) {
        return all(file).stream()
                .filter(r -> r.text(column).filter(value::equals).isPresent())
                .findFirst();
    }

    /** Rows of all files of this pack. */
    public int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** Number of rows by file, in order. */
    public Map<String, Integer> summary() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach((table, found) -> {
            if (!found.isEmpty()) {
                counts.put(table.file(), found.size());
            }
        });
        return counts;
    }

    /** This pack after those that it requires. */
    public List<PackContent> inOrder() {
        List<PackContent> packs = new ArrayList<>();
        required.forEach(p -> packs.addAll(p.inOrder()));
        packs.add(this);
        return packs;
    }
}
