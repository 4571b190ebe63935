package ml.taama.tabulation.output;

import java.util.Locale;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.Node;
import ml.taama.tabulation.Note;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.Status;

/** The sentences of whoever publishes; the library has none. */
public interface Words {

    /** The text of a key, filled with arguments. */
    String text(String key, Object... arguments);

    /** A footnote in words: {@code note.<code>}. */
    default String note(Note note) {
        return text(
                "tabulation.note." + key(note.code().name()), note.arguments().toArray());
    }

    /** A status in words: {@code status.<code>}. */
    default String status(Status status) {
        return text("tabulation.status." + status.code());
    }

    /** The sign that stands for a value that is not shown: {@code mark.<code>}. */
    default String mark(Status status) {
        return text("tabulation.mark." + status.code());
    }

    /** A category in words: its label, its code, or {@code node.<kind>}. */
    default String node(Node node) {
        if (!node.label().isEmpty()) {
            return node.label();
        }
        return node.kind() == Node.Kind.CATEGORY
                ? node.code()
                : text("tabulation.node." + key(node.kind().name()));
    }

    /** A measure in words: {@code measure.<name>}, with what stands in its parentheses. */
    default String measure(String measure) {
        int open = measure.indexOf('(');
        return open < 0
                ? text("tabulation.measure." + measure)
                : text(
                        "tabulation.measure." + measure.substring(0, open),
                        measure.substring(open + 1, measure.length() - 1));
    }

    /** What the table shows. */
    default String title(ProtectedTable table) {
        String by = String.join(
                ", ", table.dimensions().stream().map(Dimension::label).toList());
        String measures =
                String.join(", ", table.measures().stream().map(this::measure).toList());
        return text("tabulation.title", measures, by);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
