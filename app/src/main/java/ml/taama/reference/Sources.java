package ml.taama.reference;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sources: documents and their passages. */
@Component
public class Sources {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
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

    /** Adds a source that is not seen by everybody yet; one that is known already stays. */
    @Transactional
    public void addUnpublished(
            String code, LocalText title, String organisation, LocalText publisher, String published) {
        jdbc.sql("""
                insert into reference.source (code, kind, title, organisation, publisher, published, published_here)
                values (?, 'return', ?::jsonb, ?, ?::jsonb, ?, false) on conflict do nothing
                """)
                .params(
                        code,
                        MAPPER.writeValueAsString(title.texts()),
                        organisation,
                        MAPPER.writeValueAsString(publisher.texts()),
                        published)
                .update();
    }

    /** Lets everybody see some sources. */
    @Transactional
    public void publish(Collection<String> codes) {
        jdbc.sql("update reference.source set published_here = true where code = any (?) and not published_here")
                .param(codes.toArray(String[]::new))
                .update();
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
