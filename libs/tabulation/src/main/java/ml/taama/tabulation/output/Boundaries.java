package ml.taama.tabulation.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Polygons of a GeoJSON file (RFC 7946) with the texts of their properties. */
final class Boundaries {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Boundaries() {}

    /** A feature: every text among its properties, and its rings of longitude and latitude. */
    record Feature(Set<String> codes, List<List<double[]>> rings) {}

    static List<Feature> read(Path file) {
        List<Feature> features = new ArrayList<>();
        try {
            for (JsonNode feature : MAPPER.readTree(Files.readString(file)).path("features")) {
                features.add(feature(feature));
            }
        } catch (IOException e) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw FaultsException.of(
                    Fault.Code.NOT_JSON,
                    file.toString(),
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr());
        }
        return features;
    }

    private static Feature feature(JsonNode feature) {
        Set<String> codes = new HashSet<>();
        for (JsonNode property : feature.path("properties")) {
            if (property.isString() || property.isNumber()) {
                codes.add(property.asString());
            }
        }
        List<List<double[]>> rings = new ArrayList<>();
        JsonNode geometry = feature.path("geometry");
        if (geometry.path("type").asString("").equals("Polygon")) {
            polygon(geometry.path("coordinates"), rings);
        } else if (geometry.path("type").asString("").equals("MultiPolygon")) {
            geometry.path("coordinates").forEach(p -> polygon(p, rings));
        }
        return new Feature(codes, rings);
    }

    private static void polygon(JsonNode polygon, List<List<double[]>> rings) {
        for (JsonNode ring : polygon) {
            List<double[]> points = new ArrayList<>();
            ring.forEach(p ->
                    points.add(new double[] {p.path(0).asDouble(0), p.path(1).asDouble(0)}));
            rings.add(points);
        }
    }
}
