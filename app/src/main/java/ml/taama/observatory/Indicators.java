package ml.taama.observatory;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.GoalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indicators and units. */
@Component
public class Indicators {

    private static final String SELECT = """
            select i.*, u.one, u.many, u.decimals,
              array(select d.name::text from unnest(i.disaggregation) with ordinality as x (code, n)
                    join observatory.dimension d on d.code = x.code order by x.n) as dimensions,
              array(select framework || ':' || goal from observatory.indicator_goal where indicator = i.code
                    order by framework, length(goal), goal) as goals,
              (select count(*) from observatory.observation o where o.indicator = i.code) as observations
            from observatory.indicator i join observatory.unit u on u.code = i.unit
            """;
    private static final String ORDER = """
             order by not exists (select from observatory.observation o where o.indicator = i.code),
              i.certainty = 'proposed', i.position, i.code
            """;

    private final JdbcClient jdbc;

    Indicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All indicators: those with figures first, then those of the country, then proposals. */
    public List<Indicator> all() {
        return jdbc.sql(SELECT + ORDER).query(Row.mapper(Indicators::indicator)).list();
    }

    /** Units by code. */
    public Map<String, Unit> units() {
        return jdbc
                .sql("select * from observatory.unit")
                .query(Row.mapper(row -> unit(row.text("code"), row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::code, u -> u));
    }

    private static Unit unit(String code, Row row) throws SQLException {
        return new Unit(code, row.local("one"), row.local("many"), row.whole("decimals"));
    }

    private static Indicator indicator(Row row) throws SQLException {
        return new Indicator(
                row.text("code"),
                row.local("title"),
                row.maybeLocal("definition"),
                unit(row.text("unit"), row),
                row.list("dimensions").stream().map(LocalText::parse).toList(),
                row.maybeLocal("basis"),
                row.text("certainty"),
                row.list("goals").stream().map(GoalId::parse).toList(),
                row.whole("observations"),
                row.text("source_ref"));
    }
}
