package ml.taama.tabulation.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ml.taama.tabulation.schema.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value inside a JSON document, with its path; wrong types become faults, and reading goes on. */
public final class Member {

    private static final int DEEPEST = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final @Nullable JsonNode node;
    private final String path;
    private final List<Fault> faults;

    private Member(@Nullable JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** The root of a document; nothing when the text is not JSON, which is then a fault. */
    public static Optional<Member> parse(String text, String name, List<Fault> faults) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return Optional.of(new Member(root, name, faults));
        } catch (JacksonException e) {
            var at = e.getLocation();
            faults.add(Fault.of(
                    Fault.Code.NOT_JSON, name, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr()));
            return Optional.empty();
        }
    }

    /** Where this stands, for example {@code schema.json/variables/2/name}. */
    public String path() {
        return path;
    }

    /** Whether there is a value. */
    public boolean present() {
        return node != null && !node.isNull() && !node.isMissingNode();
    }

    /** A member of this object; absent when this is no object. */
    public Member get(String name) {
        return new Member(node == null || !node.isObject() ? null : node.get(name), path + "/" + name, faults);
    }

    /** Faults unless this is an object with none but these members. */
    public boolean object(Set<String> known) {
        if (node == null || !node.isObject()) {
            bad("object");
            return false;
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Fault.of(Fault.Code.UNKNOWN_MEMBER, path, name)));
        return true;
    }

    /** The elements of this array, each read; none when absent. */
    public <T> List<T> list(Function<Member, Optional<T>> read) {
        List<T> all = new ArrayList<>();
        if (node == null || !present()) {
            return all;
        }
        if (!node.isArray()) {
            bad("array");
            return all;
        }
        for (int i = 0; i < node.size(); i++) {
            read.apply(new Member(node.get(i), path + "/" + i, faults)).ifPresent(all::add);
        }
        return all;
    }

    /** A text that must be there and not be blank. */
    public String text() {
        Optional<String> text = optionalText();
        if (!present()) {
            bad("text");
        }
        return text.orElse("");
    }

    /** A text, or nothing when absent; a number stands for its text. */
    public Optional<String> optionalText() {
        if (node == null || !present()) {
            return Optional.empty();
        }
        if ((!node.isString() && !node.isNumber()) || node.asString().isBlank()) {
            bad("text");
            return Optional.empty();
        }
        return Optional.of(node.asString());
    }

    /** A finite number, or nothing when absent. */
    public Optional<Double> optionalNumber() {
        if (node == null || !present()) {
            return Optional.empty();
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            bad("number");
            return Optional.empty();
        }
        return Optional.of(node.doubleValue());
    }

    /** A truth value; absent is false. */
    public boolean flag() {
        if (node == null || !present()) {
            return false;
        }
        if (!node.isBoolean()) {
            bad("boolean");
        }
        return node.asBoolean(false);
    }

    /** Whether this is a text, to be told from an object. */
    public boolean isText() {
        return node != null && (node.isString() || node.isNumber());
    }

    /** Notes that this is not what was expected. */
    public void bad(String expected) {
        faults.add(Fault.of(Fault.Code.BAD_MEMBER, path, path.substring(path.lastIndexOf('/') + 1), expected));
    }

    /** Names of the members, in their order. */
    public List<String> names() {
        return node == null || !node.isObject() ? List.of() : List.copyOf(node.propertyNames());
    }
}
