package ml.taama.people;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import ml.taama.collection.sheets.SheetOut;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.ui.Ui;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Tables of personal data to take away, written while they are sent; who took them, when and for what stands on their first line. */
public final class Extracts {

    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Extracts() {}

    /** Writes the rows of a table. */
    public interface Rows {
        /** Writes them all. */
        void write(SheetOut out) throws IOException;
    }

    /**
     * A table that a browser saves.
     *
     * @param name of the file, without its ending
     * @param format {@code csv} or {@code xlsx}
     * @param purpose for what it is taken, in words; may be empty
     */
    public static ResponseEntity<StreamingResponseBody> of(
            Ui ui, String name, String format, Instant now, String purpose, Rows rows) {
        Actor actor = Actors.current();
        boolean xlsx = format.equals("xlsx");
        String mark = ui.t("people.export.mark", ui.visitor().name().orElse(""), ui.moment(now));
        List<String> first = List.of(purpose.isEmpty() ? mark : mark + " " + purpose);
        StreamingResponseBody body = out -> Actors.run(actor, () -> write(xlsx ? "xlsx" : "csv", first, rows, out));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (xlsx ? ".xlsx" : ".csv") + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(xlsx ? XLSX : new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(body);
    }

    private static void write(String format, List<String> mark, Rows rows, OutputStream out) {
        try (SheetOut sheet = SheetOut.of(format, out)) {
            sheet.row(mark);
            rows.write(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
