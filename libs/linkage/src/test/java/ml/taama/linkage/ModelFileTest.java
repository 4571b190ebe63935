package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

    private static final Path EXAMPLE = Path.of("../../docs/linkage/mali-register.json");

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream("model.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void whatIsWrittenIsReadAgainAndValid() throws IOException {
        for (Model model : new Model[] {Tables.model(50, java.util.List.of("year")), ModelFile.read(EXAMPLE)}) {
            String json = ModelFile.write(model);
            assertThat(ModelFile.write(ModelFile.parse(json))).isEqualTo(json);
            assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema().validate(Files.readString(EXAMPLE), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
        String wrong = Files.readString(EXAMPLE).replace("\"threshold\":0.9", "\"treshold\":0.9");
        assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
        assertThat(fault(wrong)).isEqualTo(Fault.UNKNOWN_NAME);
    }

    private static Fault fault(String json) {
        try {
            ModelFile.parse(json);
        } catch (LinkageException e) {
            return e.fault();
        }
        throw new AssertionError("was read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | NOT_JSON",
                "[] | BAD_MODEL",
                "{\"prior\":2} | BAD_MODEL",
                "{\"prior\":\"x\"} | BAD_MODEL",
                "{\"cap\":1.5} | BAD_MODEL",
                "{\"sources\":\"both\"} | BAD_MODEL",
                "{\"format\":\"other\"} | BAD_MODEL",
                "{\"rules\":[{\"on\":[\"a\"]}]} | UNKNOWN_NAME",
                "{\"fields\":[{\"name\":\"a\",\"steps\":[\"x\"]}]} | BAD_STEP",
                "{\"names\":\"nowhere\"} | UNKNOWN_NAME",
                "{\"comparisons\":[{\"name\":\"a\",\"levels\":[]}]} | BAD_MODEL",
                "{\"comparisons\":[{\"name\":\"a\",\"levels\":[{\"when\":{\"test\":\"what\"}}]}]} | BAD_MODEL",
                "{\"fields\":[{\"name\":\"a\"},{\"name\":\"a\"}]} | BAD_MODEL"
            })
    void namesWhatIsWrong(String json, Fault fault) {
        assertThat(fault(json)).isEqualTo(fault);
    }

    /** Whatever is done to a model, it is read or refused with a fault. */
    @Test
    void mutationsAreReadOrRefused() throws IOException {
        String[] models = {
            Files.readString(EXAMPLE),
            new String(
                    Objects.requireNonNull(getClass().getResourceAsStream("splink-library.settings.json"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8)
        };
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder(models[i % 2]);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length() - 8);
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(at, at + 1 + random.nextInt(6));
                    case 1 -> text.insert(at, "\"{}[]:,0-l_r()".charAt(random.nextInt(14)));
                    case 2 -> text.setCharAt(at, (char) random.nextInt(0x250));
                    default -> text.insert(at, text.substring(at, at + 6));
                }
            }
            try {
                ModelFile.parse(text.toString());
            } catch (LinkageException e) {
                refused++;
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(refused).isBetween(150, 999);
    }
}
