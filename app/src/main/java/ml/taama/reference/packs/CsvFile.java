package ml.taama.reference.packs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/** A CSV file (RFC 4180) as cells that know their line and column. */
final class CsvFile {

    private final List<List<PackCell>> lines = new ArrayList<>();

    /** Reads a text; {@code file} is named in faults. */
    static CsvFile read(String file, String text, Faults faults) {
        CsvFile csv = new CsvFile();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Places places = new Places(content);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(content)) {
            for (CsvRecord record : reader) {
                csv.lines.add(places.cells(record));
            }
        } catch (CsvParseException e) {
            faults.add(file, places.lineAfter(), 1, "csv-quotes");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return csv;
    }

    List<PackCell> header() {
        return lines.isEmpty() ? List.of() : lines.getFirst();
    }

    List<List<PackCell>> rows() {
        return lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
    }

    /** Finds where each field of a record starts, by walking the text beside the reader. */
    private static final class Places {

        private final String text;
        private int at;
        private int line = 1;
        private int column = 1;

        Places(String text) {
            this.text = text;
        }

        List<PackCell> cells(CsvRecord record) {
            while (line < record.getStartingLineNumber() && at < text.length()) {
                step();
            }
            List<PackCell> cells = new ArrayList<>();
            for (int i = 0; i < record.getFieldCount(); i++) {
                cells.add(new PackCell(record.getField(i).strip(), line, column));
                skipField();
            }
            return cells;
        }

        /** The line after the last record: where the one begins that the reader refused. */
        int lineAfter() {
            return column == 1 ? line : line + 1;
        }

        /** A quotation mark opens only at the start of a field. */
        private void skipField() {
            boolean opens = at < text.length() && text.charAt(at) == '"';
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (opens && c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    return;
                } else if (!quoted && c == ',') {
                    step();
                    return;
                }
                step();
            }
        }

        private void step() {
            if (text.charAt(at++) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }
}
