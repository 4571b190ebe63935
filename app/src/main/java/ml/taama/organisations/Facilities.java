package ml.taama.organisations;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.organisations.Facility.Capacity;
import ml.taama.organisations.Facility.Event;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places where people are received, with what happened to them and their beds. */
@Component
public class Facilities {

    private record Of<T>(String facility, T value) {}

    private final JdbcClient jdbc;

    Facilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All facilities, in order. */
    public List<Facility> all() {
        Map<String, List<Event>> events = byFacility(
                "select * from organisations.facility_event order by period",
                row -> new Event(
                        row.text("kind"),
                        row.period("period").orElseThrow(),
                        row.maybeLocal("note"),
                        row.text("source_ref")));
        Map<String, List<Capacity>> capacities = byFacility(
                "select * from organisations.capacity order by as_of",
                row -> new Capacity(
                        row.period("as_of").orElseThrow(),
                        row.maybeNumber("built").map(BigDecimal::intValue),
                        row.maybeNumber("operating").map(BigDecimal::intValue),
                        row.maybeLocal("note"),
                        row.text("source_ref")));
        return jdbc.sql("select * from organisations.facility order by position, code")
                .query(Row.mapper(row -> facility(row, events, capacities)))
                .list();
    }

    private <T> Map<String, List<T>> byFacility(String sql, Row.Maker<T> maker) {
        return jdbc.sql(sql).query(Row.mapper(row -> new Of<>(row.text("facility"), maker.make(row)))).list().stream()
                .collect(Collectors.groupingBy(Of::facility, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static Facility facility(Row row, Map<String, List<Event>> events, Map<String, List<Capacity>> capacities)
            throws SQLException {
        Optional<BigDecimal> latitude = row.maybeNumber("latitude");
        return new Facility(
                row.text("code"),
                row.text("kind"),
                row.local("name"),
                row.maybe("organisation"),
                row.maybe("place"),
                row.maybeLocal("address"),
                row.maybeLocal("services"),
                row.text("status"),
                row.maybeNumber("longitude")
                        .flatMap(x -> latitude.map(y -> new double[] {x.doubleValue(), y.doubleValue()})),
                row.text("position_quality"),
                row.maybeLocal("note"),
                row.text("source_ref"),
                events.getOrDefault(row.text("code"), List.of()),
                capacities.getOrDefault(row.text("code"), List.of()));
    }
}
