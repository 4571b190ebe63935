package ml.taama.observatory;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.Progress;
import ml.taama.reference.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Observations, and the datasets that they answer. */
@Component
public class Observations {

    /**
     * Data that services are asked for.
     *
     * @param indicators codes whose figures answer the request
     */
    public record Dataset(
            String code,
            LocalText title,
            Progress progress,
            Optional<LocalText> note,
            List<String> indicators,
            String sourceRef) {}

    private static final String SELECT = """
            select o.*, i.measure = 'stock' as stock, p.name as place_name, coalesce((
                select jsonb_agg(jsonb_build_array(d.name, coalesce(v.name, jsonb_build_object('en', x.value))))
                from jsonb_each_text(o.dimensions) x
                join observatory.dimension d on d.code = x.key
                left join observatory.dimension_value v on v.dimension = x.key and v.code = x.value), '[]') as names
            from observatory.observation o join observatory.indicator i on i.code = o.indicator
            left join reference.place p on p.code = o.place
            """;
    private static final String ORDER = " order by o.indicator, o.period, o.position, o.code";

    private final JdbcClient jdbc;
    private final Sources sources;

    Observations(JdbcClient jdbc, Sources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** All observations, by indicator and period. */
    public List<Observation> all() {
        return jdbc.sql(SELECT + ORDER)
                .query(Row.mapper(Observations::observation))
                .list();
    }

    /**
     * Lets everybody see observations and their sources; those that another value was chosen over stay as they are.
     *
     * @return how many were not published before
     */
    @Transactional
    public int publish(Collection<String> codes) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        List<String> sourceRefs = jdbc.sql("""
                update observatory.observation set published = true
                where code = any (?) and not published and set_aside is null returning source_ref
                """)
                .param(codes.toArray(String[]::new))
                .query(Row.mapper(row -> row.text("source_ref")))
                .list();
        sources.publish(Set.copyOf(sourceRefs));
        return sourceRefs.size();
    }

    /** Datasets by code, in order. */
    public Map<String, Dataset> datasets() {
        return jdbc
                .sql("""
                select d.*, array(select indicator from observatory.dataset_indicator where dataset = d.code order by 1)
                  as indicators
                from observatory.dataset d order by d.position, d.code
                """)
                .query(Row.mapper(row -> new Dataset(
                        row.text("code"),
                        row.local("title"),
                        Progress.of(row.text("status")),
                        row.maybeLocal("note"),
                        row.list("indicators"),
                        row.text("source_ref"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Dataset::code, d -> d, (a, b) -> a, LinkedHashMap::new));
    }

    private static Observation observation(Row row) throws SQLException {
        return new Observation(
                row.text("code"),
                row.text("indicator"),
                row.truth("stock"),
                row.number("value"),
                row.text("qualifier"),
                row.text("kind"),
                Progress.of(row.text("status")),
                row.period("period"),
                row.maybe("place"),
                row.maybeLocal("place_name"),
                new TreeMap<>(DimensionNames.values(row.text("dimensions"))),
                DimensionNames.names(row.text("names")),
                row.maybeLocal("scope"),
                row.maybe("organisation"),
                row.maybe("action"),
                row.maybeLocal("method"),
                row.maybeLocal("quality"),
                row.maybeNumber("highlight").map(BigDecimal::intValue),
                row.text("source_ref"));
    }
}
