package ml.taama.linkage.tables;

import java.util.List;
import java.util.Optional;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/**
 * Records in columns.
 *
 * @param name of the file or the source, as errors and results give it
 * @param notes what the reader had to do so that it could read, in its stable words (for example {@code latin-1})
 */
public record Table(String name, int size, List<Column> columns, List<String> notes) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** The column of a name, if there is one. */
    public Optional<Column> find(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /**
     * The column of a name.
     *
     * @throws LinkageException {@link Fault#NO_COLUMN}
     */
    public Column column(String column) {
        return find(column)
                .orElseThrow(() -> new LinkageException(
                        Fault.NO_COLUMN,
                        name,
                        column,
                        String.join(", ", columns.stream().map(Column::name).toList())));
    }
}
