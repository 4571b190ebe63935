package ml.taama.library;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Studies, guides, reports. */
@Component
public class Documents {

    /**
     * A study, guide or report.
     *
     * @param address where it can be read; absent where the text was not found
     */
    public record Document(
            String code,
            LocalText title,
            String kind,
            Optional<String> author,
            Progress progress,
            Optional<Period> period,
            Optional<String> address,
            Optional<LocalText> note,
            String sourceRef) {}

    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All documents, in order. */
    public List<Document> all() {
        return jdbc.sql("select * from library.document order by position, code")
                .query(Row.mapper(row -> new Document(
                        row.text("code"),
                        row.local("title"),
                        row.text("kind"),
                        row.maybe("author"),
                        Progress.of(row.text("status")),
                        row.period("period"),
                        row.maybe("address"),
                        row.maybeLocal("note"),
                        row.text("source_ref"))))
                .list();
    }
}
