package ml.taama.linkage.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/** A CSV file: its delimiter and its encoding are found out, then it is read once. */
final class CsvFile {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 1 << 16;
    private static final int LARGEST_CELL = 1 << 24;

    private CsvFile() {}

    static Table read(Path file, TableReader reader) throws IOException {
        char delimiter = delimiter(file);
        List<String> notes = new ArrayList<>();
        if (delimiter != ',') {
            notes.add("delimiter " + (delimiter == '\t' ? "tab" : String.valueOf(delimiter)));
        }
        try {
            return read(file, reader, delimiter, UTF_8, notes);
        } catch (CharacterCodingException e) {
            notes.add("latin-1");
            return read(file, reader, delimiter, ISO_8859_1, notes);
        }
    }

    private static Table read(Path file, TableReader reader, char delimiter, Charset charset, List<String> notes)
            throws IOException {
        try (CsvCells cells = new CsvCells(file, reader);
                Reader in = new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CsvReader<Boolean> csv = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .trimWhitespacesAroundQuotes(true)
                        .maxBufferSize(LARGEST_CELL)
                        .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                        .build(cells, in)) {
            // Each line has gone into the columns by the time it is returned.
            csv.forEach(line -> {});
            return cells.table(notes);
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CharacterCodingException coding) {
                throw coding;
            }
            if (cause instanceof LinkageException fault) {
                throw fault;
            }
            throw new LinkageException(Fault.BROKEN_CSV, file, String.valueOf(e.getMessage()));
        }
    }

    /** The delimiter that stands most often outside quotes in the first line. */
    private static char delimiter(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (byte b : head) {
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!quoted) {
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += b == DELIMITERS[i] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS[best];
    }
}
