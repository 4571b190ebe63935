package ml.taama.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A JSON object and where it stands, read with errors that say both. */
record Node(String path, JsonNode json) {

    Node {
        if (!json.isObject()) {
            throw new LinkageException(Fault.BAD_MODEL, path, json.getNodeType(), "object");
        }
    }

    Node only(String... names) {
        for (String name : json.propertyNames()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new LinkageException(Fault.UNKNOWN_NAME, path, name);
            }
        }
        return this;
    }

    boolean has(String name) {
        return json.has(name) && !json.get(name).isNull();
    }

    Node child(String name) {
        return new Node(at(name), json.path(name));
    }

    List<Node> list(String name) {
        List<Node> nodes = new ArrayList<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            nodes.add(new Node(at(name) + "[" + i + "]", array.get(i)));
        }
        return nodes;
    }

    List<String> strings(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : array(name)) {
            if (!one.isString()) {
                throw wrong(name, one.getNodeType(), "string");
            }
            texts.add(one.asString());
        }
        return texts;
    }

    private JsonNode array(String name) {
        JsonNode array = json.path(name);
        if (!array.isMissingNode() && !array.isArray()) {
            throw wrong(name, array.getNodeType(), "array");
        }
        return array;
    }

    String text(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.get(name).isString()) {
            throw wrong(name, json.get(name).getNodeType(), "string");
        }
        return json.get(name).asString();
    }

    String side(String name) {
        return has("field") ? text("field", "") : text(name, "");
    }

    boolean flag(String name) {
        return has(name) && json.get(name).asBoolean(false);
    }

    double number(String name) {
        double number = number(name, Double.NaN);
        if (Double.isNaN(number)) {
            throw wrong(name, "—", "number");
        }
        return number;
    }

    double number(String name, double otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.get(name).isNumber()) {
            throw wrong(name, json.get(name).getNodeType(), "number");
        }
        return json.get(name).asDouble();
    }

    int integer(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.get(name).isNumber()
                || !json.get(name).canConvertToExactIntegral()
                || !json.get(name).canConvertToInt()) {
            throw wrong(name, json.get(name), "integer");
        }
        return json.get(name).intValue();
    }

    <E extends Enum<E>> E constant(String name, E[] constants, E otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String word = text(name, "");
        return Arrays.stream(constants)
                .filter(c -> ModelWriter.word(c).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        word,
                        String.join(
                                ", ",
                                Arrays.stream(constants).map(ModelWriter::word).toList())));
    }

    LinkageException wrong(String name, Object found, String expected) {
        return new LinkageException(Fault.BAD_MODEL, at(name), found, expected);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
