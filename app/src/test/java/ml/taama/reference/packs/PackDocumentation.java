package ml.taama.reference.packs;

import java.util.ArrayList;
import java.util.List;

/** The files of a pack and their columns, as Markdown. */
final class PackDocumentation {

    private static final String HEAD = "| Column | Type | Filled | What | Example |\n|---|---|---|---|---|\n";

    private PackDocumentation() {}

    static String of(List<PackTable> tables) {
        StringBuilder out = new StringBuilder("\n");
        List<PackTable> all = new ArrayList<>(tables);
        all.addFirst(Translations.FORMAT);
        all.forEach(table -> write(table, out));
        return out.toString();
    }

    private static void write(PackTable table, StringBuilder out) {
        out.append("### `").append(table.file()).append(ending(table)).append("`\n\n");
        out.append(table.says()).append("\n\n").append(HEAD);
        table.columns().forEach(column -> row(out, column));
        table.links().forEach(link -> rows(out, link));
        out.append('\n');
    }

    private static String ending(PackTable table) {
        return switch (table.reading()) {
            case CSV, GEOJSON -> "";
            case MARKDOWN -> "/<cycle>/<section>.<language>.md";
            case PROPERTIES -> "/<language>.properties";
            case JSON -> "/<code>.json";
        };
    }

    private static void row(StringBuilder out, PackColumn column) {
        String type = column.localized()
                ? "text, a column for each language"
                : column.type().name();
        row(out, column.header(), type, filled(column), column.says(), column.example());
    }

    private static String filled(PackColumn column) {
        if (column.key()) {
            return "key";
        }
        if (column.required()) {
            return column.localized() ? "in the first language" : "yes";
        }
        return column.fallback().isEmpty() || column.fallback().equals(PackColumn.LINE)
                ? "may be empty"
                : "empty means `" + column.fallback() + "`";
    }

    private static void rows(StringBuilder out, PackLink link) {
        row(
                out,
                link.name(),
                link.item().name() + ", separated by spaces",
                "may be empty",
                link.says(),
                link.example());
        if (link.basis()) {
            row(
                    out,
                    link.name() + "_basis",
                    PackTable.oneOf("stated", "inferred").name(),
                    "with `" + link.name() + "`",
                    "Whether the source states the goals or we infer them.",
                    "stated");
        }
    }

    private static void row(StringBuilder out, String column, String type, String filled, String says, String example) {
        out.append("| `")
                .append(column)
                .append("` | ")
                .append(type)
                .append(" | ")
                .append(filled);
        out.append(" | ").append(says).append(" | ").append(example.equals("…") ? "" : "`" + example + "`");
        out.append(" |\n");
    }
}
