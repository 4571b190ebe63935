package ml.taama.reference.packs;

import tools.jackson.databind.json.JsonMapper;

/** Values as JSON text. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
