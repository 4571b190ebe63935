package ml.taama.reporting.writing;

import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sections of a review are called. */
@Component
class Sections {

    private final JdbcClient jdbc;

    Sections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Title of a section. */
    LocalText title(String cycle, String section) {
        return jdbc.sql("select title from reporting.section where cycle = ? and code = ?")
                .params(cycle, section)
                .query(Row.mapper(row -> row.local("title")))
                .single();
    }
}
