package ml.taama.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Measure;
import ml.taama.platform.text.LocalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How texts, units and breakdowns are kept in the database. */
final class Stored {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Stored() {}

    static String text(LocalText text) {
        return MAPPER.writeValueAsString(text.texts());
    }

    static Optional<String> text(Optional<LocalText> text) {
        return text.map(Stored::text);
    }

    static String measure(Measure unit) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("code", unit.code());
        kept.put("one", unit.one().texts());
        kept.put("many", unit.many().texts());
        kept.put("decimals", unit.decimals());
        return MAPPER.writeValueAsString(kept);
    }

    static Measure measure(String json) {
        JsonNode kept = MAPPER.readTree(json);
        return new Measure(
                kept.path("code").asString(),
                LocalText.parse(kept.path("one").toString()),
                LocalText.parse(kept.path("many").toString()),
                kept.path("decimals").asInt());
    }

    static String dimensions(List<Dimension> dimensions) {
        List<Object> kept = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            List<Object> values = new ArrayList<>();
            dimension
                    .values()
                    .forEach(v ->
                            values.add(Map.of("code", v.code(), "name", v.name().texts())));
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", dimension.code());
            one.put("name", dimension.name().texts());
            one.put("values", values);
            kept.add(one);
        }
        return MAPPER.writeValueAsString(kept);
    }

    static List<Dimension> dimensions(String json) {
        List<Dimension> dimensions = new ArrayList<>();
        for (JsonNode kept : MAPPER.readTree(json)) {
            List<Dimension.Choice> values = new ArrayList<>();
            for (JsonNode value : kept.path("values")) {
                values.add(new Dimension.Choice(value.path("code").asString(), name(value)));
            }
            dimensions.add(new Dimension(kept.path("code").asString(), name(kept), values));
        }
        return dimensions;
    }

    private static LocalText name(JsonNode node) {
        return LocalText.parse(node.path("name").toString());
    }
}
