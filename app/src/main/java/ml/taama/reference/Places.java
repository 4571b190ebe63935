package ml.taama.reference;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places in time, their outlines, and the points where borders are crossed. */
@Component
public class Places {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All places by code, in order. */
    public Map<String, Place> all() {
        return jdbc
                .sql("select * from reference.place order by position, code")
                .query(Row.mapper(Places::place))
                .list()
                .stream()
                .collect(Collectors.toMap(Place::code, p -> p, (a, b) -> a, LinkedHashMap::new));
    }

    /** Which places took over from which, in the order of those that did. */
    public List<Succession> successions() {
        return jdbc.sql("""
                select s.* from reference.succession s join reference.place p on p.code = s.successor
                order by p.position, p.code, s.predecessor
                """)
                .query(Row.mapper(
                        row -> new Succession(row.text("predecessor"), row.text("successor"), row.text("source_ref"))))
                .list();
    }

    /** Outlines, in the order of their places. */
    public List<Boundary> boundaries() {
        return jdbc.sql("""
                select b.*, p.name from reference.boundary b join reference.place p on p.code = b.place
                order by p.position, p.code
                """).query(Row.mapper(Places::boundary)).list();
    }

    /** Points where borders are crossed, by name. */
    public List<BorderPoint> borderPoints() {
        return jdbc.sql("select * from reference.border_point order by certainty desc, code")
                .query(Row.mapper(Places::borderPoint))
                .list();
    }

    private static Place place(Row row) throws SQLException {
        return new Place(
                row.text("code"),
                row.text("kind"),
                row.local("name"),
                row.maybe("parent"),
                row.maybe("official_code"),
                row.day("valid_from"),
                row.day("valid_to"),
                row.maybeLocal("note"),
                row.text("source_ref"));
    }

    private static Boundary boundary(Row row) throws SQLException {
        JsonNode geometry = MAPPER.readTree(row.text("geometry"));
        List<List<double[]>> rings = new ArrayList<>();
        if (geometry.path("type").asString("").equals("MultiPolygon")) {
            geometry.path("coordinates").forEach(polygon -> rings.add(ring(polygon.path(0))));
        } else {
            rings.add(ring(geometry.path("coordinates").path(0)));
        }
        return new Boundary(
                row.text("place"), row.local("name"), rings, row.period("as_of").orElseThrow(), row.text("source_ref"));
    }

    private static List<double[]> ring(JsonNode points) {
        List<double[]> ring = new ArrayList<>();
        points.forEach(
                p -> ring.add(new double[] {p.path(0).asDouble(), p.path(1).asDouble()}));
        return ring;
    }

    private static BorderPoint borderPoint(Row row) throws SQLException {
        return new BorderPoint(
                row.text("code"),
                row.local("name"),
                row.text("kind"),
                row.maybe("neighbour"),
                row.maybe("opposite"),
                row.list("roles"),
                row.maybe("place"),
                position(row),
                row.text("certainty").equals("verified"),
                row.maybeLocal("note"),
                row.text("source_ref"));
    }

    private static Optional<double[]> position(Row row) throws SQLException {
        Optional<BigDecimal> latitude = row.maybeNumber("latitude");
        return row.maybeNumber("longitude")
                .flatMap(x -> latitude.map(y -> new double[] {x.doubleValue(), y.doubleValue()}));
    }
}
