package ml.taama.tabulation.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Judges documents by the JSON Schemas of the library. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /** Faults of a document against a JSON Schema of the library, found by a validator that we did not write. */
    public static List<String> faults(String schema, String document) {
        try (InputStream in =
                Objects.requireNonNull(Schema.class.getResourceAsStream("/ml/taama/tabulation/" + schema))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(document, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
