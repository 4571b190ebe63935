package ml.taama.reference.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ml.taama.platform.text.LocalText;

/** From cells to the typed rows of one table. */
final class RowReader {

    private final PackTable table;
    private final List<Locale> languages;
    private final Faults faults;

    /** Columns that the header lacks: told once there, not again for each row. */
    private final Set<String> absent = new HashSet<>();

    RowReader(PackTable table, List<Locale> languages, Faults faults) {
        this.table = table;
        this.languages = languages;
        this.faults = faults;
    }

    List<PackRow> csv(CsvFile csv) {
        Map<Integer, String> header = header(csv.header());
        List<PackRow> rows = new ArrayList<>();
        for (List<PackCell> line : csv.rows()) {
            if (line.size() != csv.header().size()) {
                PackCell last = line.getLast();
                faults.add(
                        table.file(),
                        last.line(),
                        last.column(),
                        "cells",
                        line.size(),
                        csv.header().size());
                continue;
            }
            Map<String, PackCell> cells = new HashMap<>();
            header.forEach((index, name) -> cells.put(name, line.get(index)));
            rows.add(row(table.file(), line.getFirst().line(), cells));
        }
        return rows;
    }

    List<PackRow> raw(List<FolderFiles.Raw> raw) {
        return raw.stream().map(r -> row(r.file(), r.line(), r.cells())).toList();
    }

    /** Names by index; unknown and missing columns are faults. */
    private Map<Integer, String> header(List<PackCell> header) {
        Set<String> known = names();
        Map<Integer, String> names = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            PackCell cell = header.get(i);
            if (!known.contains(cell.text())) {
                faults.add(
                        table.file(),
                        cell.line(),
                        cell.column(),
                        "unknown-column",
                        cell.text(),
                        String.join(", ", known.stream().sorted().toList()));
            } else if (!seen.add(cell.text())) {
                faults.add(table.file(), cell.line(), cell.column(), "column-twice", cell.text());
            } else {
                names.put(i, cell.text());
            }
        }
        for (PackColumn column : table.columns()) {
            String name = column.localized() ? column.name() + "_" + languages.getFirst() : column.name();
            if (column.required() && !seen.contains(name)) {
                faults.add(table.file(), 1, 1, "missing-column", name);
                absent.add(name);
            }
        }
        return names;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (PackColumn column : table.columns()) {
            if (column.localized()) {
                languages.forEach(l -> names.add(column.name() + "_" + l));
            } else {
                names.add(column.name());
            }
        }
        for (PackLink link : table.links()) {
            names.add(link.name());
            if (link.basis()) {
                names.add(link.name() + "_basis");
            }
        }
        return names;
    }

    private PackRow row(String file, int line, Map<String, PackCell> cells) {
        Map<String, Object> values = new HashMap<>();
        Map<String, PackLink.Value> links = new HashMap<>();
        PackRow row = new PackRow(file, line, cells, values, links);
        for (PackColumn column : table.columns()) {
            if (column.localized()) {
                localized(row, column);
            } else {
                single(row, column);
            }
        }
        table.links().forEach(link -> link(row, link));
        return row;
    }

    private void single(PackRow row, PackColumn column) {
        PackCell cell = row.at(column.name());
        String fallback = column.fallback().equals(PackColumn.LINE) ? String.valueOf(row.line()) : column.fallback();
        String text = cell.isEmpty() ? fallback : cell.text();
        if (text.isEmpty()) {
            if (column.required() && !absent.contains(column.name())) {
                faults.add(row, column.name(), "empty", column.name());
            }
            return;
        }
        try {
            row.values().put(column.name(), column.type().parse(text));
        } catch (BadCell e) {
            faults.add(row, column.name(), e.key(), e.arguments().toArray());
        }
    }

    private void localized(PackRow row, PackColumn column) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Locale language : languages) {
            PackCell cell = row.at(column.name() + "_" + language);
            if (!cell.isEmpty()) {
                texts.put(language.getLanguage(), cell.text());
            }
        }
        String first = column.name() + "_" + languages.getFirst();
        if (column.required()
                && !absent.contains(first)
                && !texts.containsKey(languages.getFirst().getLanguage())) {
            faults.add(row, first, "empty", first);
        }
        if (!texts.isEmpty()) {
            row.values().put(column.name(), new LocalText(texts));
        }
    }

    private void link(PackRow row, PackLink link) {
        List<Object> items = new ArrayList<>();
        for (String word : row.at(link.name()).text().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                items.add(link.item().parse(word));
            } catch (BadCell e) {
                faults.add(row, link.name(), e.key(), e.arguments().toArray());
            }
        }
        String basis = link.basis() ? row.at(link.name() + "_basis").text() : "";
        if (link.basis() && !items.isEmpty() && !List.of("stated", "inferred").contains(basis)) {
            faults.add(row, link.name() + "_basis", "one-of", basis, "stated, inferred");
        }
        if (!items.isEmpty()) {
            row.links().put(link.name(), new PackLink.Value(items, basis));
        }
    }
}
