package ml.taama.reference.packs;

import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells areas of GeoJSON (RFC 7946, 3.1.6 and 3.1.7) from anything else, so that no map meets a shape it cannot draw. */
final class Areas {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A ring is closed: its last position is its first. */
    private static final int SHORTEST_RING = 4;

    private Areas() {}

    static boolean valid(String geometry) {
        try {
            JsonNode node = MAPPER.readTree(geometry);
            JsonNode coordinates = node.path("coordinates");
            return switch (node.path("type").asString("")) {
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" -> every(coordinates, Areas::polygon);
                default -> false;
            };
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean polygon(JsonNode rings) {
        return every(rings, Areas::ring);
    }

    private static boolean ring(JsonNode positions) {
        return positions.size() >= SHORTEST_RING && every(positions, Areas::position);
    }

    private static boolean position(JsonNode pair) {
        return pair.size() >= 2 && every(pair, JsonNode::isNumber);
    }

    private static boolean every(JsonNode list, Predicate<JsonNode> rule) {
        return list.isArray() && !list.isEmpty() && list.valueStream().allMatch(rule);
    }
}
