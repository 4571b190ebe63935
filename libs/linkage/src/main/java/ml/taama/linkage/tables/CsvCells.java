package ml.taama.linkage.tables;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import org.jspecify.annotations.Nullable;

/** Takes the cells of a CSV file, without making a string of each, and hands them to the columns by the batch. */
final class CsvCells extends CsvCallbackHandler<Boolean> implements AutoCloseable {

    private static final int TELL_EVERY = 1 << 16;

    private final Path file;
    private final TableReader reader;
    private final List<Column.@Nullable Builder> columns = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private boolean inHeader = true;
    private ColumnWriters writers = new ColumnWriters(List.of());
    private CellBatch batch = new CellBatch(0);
    private long line;
    private int cell;
    private int records;
    private boolean empty;

    CsvCells(Path file, TableReader reader) {
        super();
        this.file = file;
        this.reader = reader;
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return cell;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cell = 0;
        empty = false;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && blank(buffer[from])) {
            from++;
        }
        while (to > from && blank(buffer[to - 1])) {
            to--;
        }
        if (inHeader) {
            header.add(new String(buffer, from, to - from));
        } else if (cell < columns.size()) {
            Column.Builder column = columns.get(cell);
            if (column != null) {
                add(column, buffer, from, to);
            }
        }
        cell++;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }

    private void add(Column.Builder column, char[] buffer, int from, int to) {
        int length = batch.add(cell, buffer, from, to);
        if (length > reader.longest()) {
            throw new LinkageException(Fault.LONG_VALUE, file, records + 1, column.name(), length, reader.longest());
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are not asked for");
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected Boolean buildRecord() {
        if (empty) {
            return true;
        }
        if (inHeader) {
            open();
            return true;
        }
        if (cell != columns.size()) {
            throw new LinkageException(Fault.RAGGED_LINE, file, line, cell, columns.size());
        }
        records++;
        if (batch.full()) {
            flush();
        }
        if (records % TELL_EVERY == 0) {
            reader.progress().accept(records);
        }
        return true;
    }

    private void flush() {
        writers.take(batch);
        batch = new CellBatch(columns.size());
    }

    private void open() {
        inHeader = false;
        reader.wanted().stream()
                .filter(w -> !header.contains(w))
                .sorted()
                .findFirst()
                .ifPresent(w -> {
                    throw new LinkageException(Fault.NO_COLUMN, file, w, String.join(", ", header));
                });
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (header.indexOf(name) != i) {
                throw new LinkageException(Fault.DUPLICATE_COLUMN, file, name);
            }
            columns.add(reader.wants(name) ? new Column.Builder(name, new Dictionary()) : null);
        }
        writers = new ColumnWriters(columns);
        batch = new CellBatch(columns.size());
    }

    Table table(List<String> notes) {
        if (header.isEmpty()) {
            throw new LinkageException(Fault.EMPTY_FILE, file);
        }
        flush();
        writers.finish();
        List<Column> built = new ArrayList<>();
        for (Column.Builder column : columns) {
            if (column != null) {
                built.add(column.build());
            }
        }
        reader.progress().accept(records);
        return new Table(String.valueOf(file.getFileName()), records, built, notes);
    }

    @Override
    public void close() {
        writers.close();
    }
}
