package ml.taama.reference.packs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys that stand twice, and references that lead nowhere. */
final class References {

    private static final String GOALS = "reference/goals.csv";

    private final PackContent content;
    private final Faults faults;
    private final Map<String, Set<String>> known = new HashMap<>();

    References(PackContent content, Faults faults) {
        this.content = content;
        this.faults = faults;
        for (PackContent pack : content.inOrder()) {
            pack.rows().forEach((table, rows) -> {
                Set<String> keys = known.computeIfAbsent(table.file(), ignored -> new HashSet<>());
                rows.forEach(row -> keys.add(key(table, row)));
            });
        }
    }

    /** The values of the key columns, joined by a colon. */
    static String key(PackTable table, PackRow row) {
        return table.keys().stream()
                .map(column -> row.text(column.name()).orElse(""))
                .collect(Collectors.joining(":"));
    }

    void check() {
        content.rows().forEach((table, rows) -> {
            duplicates(table, rows);
            rows.forEach(row -> targets(table, row));
        });
    }

    private void duplicates(PackTable table, List<PackRow> rows) {
        Map<String, PackRow> first = new HashMap<>();
        for (PackRow row : rows) {
            PackRow before = first.putIfAbsent(key(table, row), row);
            if (before != null) {
                faults.add(row, table.keys().getFirst().name(), "twice", key(table, row), before.file(), before.line());
            }
        }
    }

    private void targets(PackTable table, PackRow row) {
        for (PackColumn column : table.columns()) {
            Object value = row.values().get(column.name());
            if (value != null) {
                target(row, column.name(), column.type(), value);
            }
        }
        for (PackLink link : table.links()) {
            PackLink.Value value = row.links().get(link.name());
            if (value != null) {
                value.items().forEach(item -> target(row, link.name(), link.item(), item));
            }
        }
    }

    private void target(PackRow row, String column, PackType type, Object value) {
        String file = switch (type) {
            case PackType.Reference reference -> reference.file();
            case PackType.Goal ignored -> GOALS;
            default -> "";
        };
        if (!file.isEmpty() && !known.getOrDefault(file, Set.of()).contains(value.toString())) {
            faults.add(row, column, "no-row", value, file);
        }
    }
}
