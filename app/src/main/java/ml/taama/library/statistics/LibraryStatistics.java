package ml.taama.library.statistics;

import java.util.List;
import ml.taama.platform.database.Row;
import ml.taama.reference.Activity;
import ml.taama.reference.ActivityRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Studies and guides, for counting. */
@Component
public class LibraryStatistics {

    private static final String DOCUMENTS = "select a.*, null as place, a.author as lead, null as plan, "
            + ActivityRows.NO_PARTNERS + ", " + ActivityRows.NO_BENEFICIARIES + ", "
            + ActivityRows.goals("library.document_goal", "document", "a")
            + " from library.document a order by a.position, a.code";

    private final JdbcClient jdbc;

    LibraryStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All documents, as activities. */
    public List<Activity> documents() {
        return jdbc.sql(DOCUMENTS)
                .query(Row.mapper(ActivityRows.of("document")))
                .list();
    }
}
