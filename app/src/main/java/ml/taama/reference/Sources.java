package ml.taama.reference;

import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sources: documents and their passages. */
@Component
public class Sources {

    private static final String SELECT = """
            select s.code, s.part_of, s.kind, s.title, coalesce(s.publisher, d.publisher) as publisher,
              coalesce(s.published, d.published) as published, coalesce(s.address, d.address) as address,
              s.locator, s.passage, d.title as document
            from reference.source s left join reference.source d on d.code = s.part_of
            """;

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All sources by code. */
    public Map<String, Source> all() {
        return jdbc.sql(SELECT).query(Row.mapper(Sources::source)).list().stream()
                .collect(Collectors.toMap(Source::code, s -> s));
    }

    private static Source source(Row row) throws java.sql.SQLException {
        return new Source(
                row.text("code"),
                row.maybe("part_of"),
                row.text("kind"),
                row.local("title"),
                row.maybeLocal("publisher"),
                row.maybe("published"),
                row.maybe("address"),
                row.maybeLocal("locator"),
                row.maybeLocal("passage"),
                row.maybeLocal("document"));
    }
}
