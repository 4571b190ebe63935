package ml.taama.reference.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import ml.taama.platform.text.LocalText;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private static final String NULL = "\\N";

    private CopyText() {}

    /** Columns of the table that a file fills. */
    static List<String> columns(PackTable table) {
        List<String> columns = new ArrayList<>();
        for (PackColumn column : table.columns()) {
            columns.addAll(
                    column.localized() ? List.of(column.name()) : column.type().columns(column.name()));
        }
        return columns;
    }

    /** A row as a line of COPY. */
    static String line(PackTable table, PackRow row) {
        List<String> fields = new ArrayList<>();
        for (PackColumn column : table.columns()) {
            Object value = row.values().get(column.name());
            if (value == null) {
                int filled = column.localized() ? 1 : column.type().columns("").size();
                String absent = column.type().absent().map(CopyText::escape).orElse(NULL);
                for (int i = 0; i < filled; i++) {
                    fields.add(absent);
                }
            } else if (value instanceof LocalText text) {
                fields.add(escape(Json.write(new TreeMap<>(text.texts()))));
            } else {
                column.type().literals(value).forEach(literal -> fields.add(escape(literal)));
            }
        }
        return String.join("\t", fields) + "\n";
    }

    /** Values without a null as a line of COPY. */
    static String line(List<String> values) {
        return String.join("\t", values.stream().map(CopyText::escape).toList()) + "\n";
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
