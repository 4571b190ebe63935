package ml.taama.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to take away: CSV (RFC 4180) in UTF-8, with the mark that spreadsheets need to see that. */
public final class Table {

    private static final String MARK = "\ufeff";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    /** A table with its first line. */
    public Table(String... header) {
        csv.writeRecord(header);
    }

    /** Adds a line. */
    public void row(String... cells) {
        csv.writeRecord(cells);
    }

    /** The table as a file to save. */
    public ResponseEntity<byte[]> download(String file) {
        return Downloads.file(
                file,
                new MediaType("text", "csv", StandardCharsets.UTF_8).toString(),
                (MARK + text).getBytes(StandardCharsets.UTF_8));
    }
}
