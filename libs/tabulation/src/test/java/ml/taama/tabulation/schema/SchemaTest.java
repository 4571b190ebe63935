package ml.taama.tabulation.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.perturbation.RecordKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema files, their JSON Schema, and data held against them. */
class SchemaTest {

    private static final String SCHEMA = """
            {
              "unit": {"kind": "people", "key": "person"},
              "weight": "weight",
              "variables": [
                {"name": "sex", "label": "Sexe", "codes": [{"code": "F", "label": "Femmes"}, {"code": "M", "label": "Hommes"}],
                 "missing": "9"},
                {"name": "cercle", "codes": [{"code": "c1", "parent": "r1"}, {"code": "c2", "parent": "r2"}],
                 "levels": [{"name": "region", "codes": [{"code": "r1", "parent": "ML"}, {"code": "r2", "parent": "ML"}]},
                            {"name": "country", "codes": ["ML"]}]},
                {"name": "status", "sensitive": true, "codes": ["a", "b"], "notApplicable": "8"},
                {"name": "amount", "type": "numeric", "unit": "XOF", "missing": -1, "bands": [0, 100, 1000]}
              ],
              "impossible": [{"sex": ["M"], "status": ["a"]}]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void readsEverythingThatItHolds() {
        Schema schema = SchemaJson.parse(SCHEMA, "s.json");
        assertThat(schema.unit()).isEqualTo(new Unit(Unit.Kind.PEOPLE, Optional.of("person")));
        assertThat(schema.weight()).contains("weight");
        Variable.Categorical cercle =
                (Variable.Categorical) schema.variable("cercle").orElseThrow();
        assertThat(cercle.levels()).extracting(Level::name).containsExactly("cercle", "region", "country");
        assertThat(schema.variable("amount").orElseThrow()).isInstanceOf(Variable.Numeric.class);
        assertThat(JsonSchemas.faults("microdata.schema.json", SCHEMA)).isEmpty();
    }

    @Test
    void tellsEveryFaultOfASchemaInOnePass() {
        FaultsException faults = catchThrowableOfType(FaultsException.class, () -> SchemaJson.parse("""
                        {"unit": {"kind": "tribes"}, "colour": 1,
                         "variables": [{"name": "a", "codes": ["x", "x"]}, {"name": "a", "type": "text"},
                           {"codes": [{"code": "y", "parent": "none"}], "name": "b", "levels": [{"name": "g", "codes": ["z"]}]},
                           {"name": "n", "type": "numeric", "bands": [3, 1]}],
                         "impossible": [{"q": ["1"]}]}
                        """, "s.json"));
        assertThat(faults.faults())
                .extracting(Fault::code)
                .contains(
                        Fault.Code.BAD_MEMBER,
                        Fault.Code.UNKNOWN_MEMBER,
                        Fault.Code.TWICE,
                        Fault.Code.NO_PARENT,
                        Fault.Code.WRONG_KIND);
        assertThat(faults.faults()).allSatisfy(f -> assertThat(f.where()).startsWith("s.json"));
        assertThatThrownBy(() -> SchemaJson.parse("{", "s.json")).hasMessageContaining("NOT_JSON");
    }

    @Test
    void listsEveryFaultOfTheDataWithoutQuotingARecord() throws IOException {
        Path data = Files.writeString(
                folder.resolve("d.csv"),
                "person,sex,cercle,status,amount,weight\np1,F,c1,a,10,1\n,Awa,c1,b,ten,1\np3,M,c9,b,5,-2\np4,Awa,c2,8,,1\n");
        FaultsException faults = catchThrowableOfType(
                FaultsException.class,
                () -> Release.open(Source.of(data, new KeySource.Secret(new RecordKeys(new byte[] {1})))
                        .described(SchemaJson.parse(SCHEMA, "s.json"))));
        assertThat(faults.faults())
                .extracting(f -> f.code() + " " + f.arguments())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_CODES [sex, 2, 2]",
                        "UNKNOWN_CODES [cercle, 1, 3]",
                        "NOT_NUMERIC [amount, 1, 2]",
                        "NO_UNIT_KEY [person, 1, 2]",
                        "BAD_WEIGHT [weight, 1, 3]");
        assertThat(faults.getMessage()).doesNotContain("Awa", "c9", "ten");
    }

    @Test
    void namesMissingColumnsAndDamagedFiles() throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "sex\nF\n");
        Source source = Source.of(data, new KeySource.Secret(new RecordKeys(new byte[] {1})));
        assertThatThrownBy(() -> Release.open(source.described(SchemaJson.parse(SCHEMA, "s"))))
                .hasMessageContaining("NO_COLUMN")
                .hasMessageContaining("cercle")
                .hasMessageContaining("person");
        assertThatThrownBy(() -> Release.open(source.counting("none"))).hasMessageContaining("NO_COLUMN");
        Path torn = Files.writeString(folder.resolve("t.parquet"), "PAR1 and then nothing");
        assertThatThrownBy(() -> Release.open(Source.of(torn, new KeySource.Column("k"))))
                .hasMessageContaining("FILE_DAMAGED");
        assertThatThrownBy(() -> Release.open(Source.of(folder.resolve("no.csv"), new KeySource.Column("k"))))
                .hasMessageContaining("FILE_UNREADABLE");
        Path ragged = Files.writeString(folder.resolve("r.csv"), "a,b\n1,2\n3,\"4\n5,6,7,8\n");
        assertThatThrownBy(() -> Release.open(Source.of(ragged, new KeySource.Column("k"))))
                .hasMessageNotContaining("5,6,7,8");
    }

    @Test
    void theJsonSchemaRefusesWhatTheReaderRefuses() {
        for (String wrong : new String[] {
            "{\"variables\": 1}",
            "{\"variables\": [{\"label\": \"x\"}]}",
            "{\"unit\": {\"kind\": \"tribes\"}, \"variables\": []}",
            "{\"variables\": [], \"colour\": 1}",
            "{\"variables\": [{\"name\": \"a\", \"sensitive\": \"yes\"}]}"
        }) {
            assertThat(JsonSchemas.faults("microdata.schema.json", wrong))
                    .as(wrong)
                    .isNotEmpty();
            assertThatThrownBy(() -> SchemaJson.parse(wrong, "s")).as(wrong).isInstanceOf(FaultsException.class);
        }
    }
}
