package ml.taama.observatory;

import java.util.LinkedHashMap;
import java.util.Map;
import ml.taama.platform.text.LocalText;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dimensions as the database keeps them. */
final class DimensionNames {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DimensionNames() {}

    /** Value by dimension. */
    static Map<String, String> values(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** Name of the value by name of the dimension. */
    static Map<LocalText, LocalText> names(String json) {
        Map<LocalText, LocalText> names = new LinkedHashMap<>();
        for (JsonNode pair : MAPPER.readTree(json)) {
            names.put(
                    LocalText.parse(pair.path(0).toString()),
                    LocalText.parse(pair.path(1).toString()));
        }
        return names;
    }
}
