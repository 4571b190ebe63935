package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import ml.taama.linkage.tables.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weights and quality on FEBRL, under models that Splink 4.0.17 trained, beside the weights that it gave (every pair of
 * set 1, every fifth of set 4). The data stand outside the product.
 */
class SplinkAgreementTest {

    private static final Path DATA = Path.of(
                    Optional.ofNullable(System.getenv("TAAMA_STANDARDS")).orElse("../../../shared/standards"))
            .resolve("linkage");
    private static final Pattern PERSON = Pattern.compile("(?m)^rec-(\\d+)-");

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SplinkAgreementTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Table> tables(String set) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (String part : set.equals("febrl1") ? List.of("1") : List.of("4a", "4b")) {
            Path file = DATA.resolve("febrl_dataset" + part + ".csv");
            Assumptions.assumeTrue(Files.exists(file), "FEBRL is not here: " + file);
            String text = Files.readString(file).replaceFirst("rec_id", "person,rec_id");
            tables.add(Tables.csv("febrl" + part + ".csv", PERSON.matcher(text).replaceAll("$1,rec-$1-")));
        }
        return tables;
    }

    @ParameterizedTest
    @CsvSource({"febrl1, 514", "febrl4, 6085"})
    void weightsAreThoseOfSplink(String set, int candidates) throws IOException {
        Model model = ModelFile.parse(resource(set + ".model.json"));
        Map<String, String> found = new HashMap<>();
        for (String pair : Tables.pairs(model, tables(set), 0, Tables.settings(2))) {
            String[] parts = pair.split(" ");
            found.put(parts[0] + " " + parts[1], parts[2] + " " + parts[4]);
        }
        assertThat(found).hasSize(candidates);
        resource(set + ".splink.csv").lines().skip(1).forEach(line -> {
            String[] cells = line.split(",");
            String mine = found.getOrDefault(
                    cells[0] + " " + cells[1], found.getOrDefault(cells[1] + " " + cells[0], "missing"));
            assertThat(Double.parseDouble(mine.split(" ")[0]))
                    .as(cells[0] + " " + cells[1])
                    .isEqualTo(Double.parseDouble(cells[2]), within(1e-6));
            assertThat(mine.split(" ")[1]).isEqualTo(cells[3]);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "febrl1, febrl1, 0.998",
        "febrl4, febrl4, 0.9995",
        "febrl1, febrl1-without-soc, 0.99",
        "febrl4, febrl4-without-soc, 0.99"
    })
    void qualityIsThatOfASaturatedSet(String set, String modelName, double least) throws IOException {
        Model model = ModelFile.parse(resource(modelName + ".model.json"));
        Linker linker = new Linker(model, tables(set), Tables.settings(2));
        Evaluation evaluation = linker.link(model, 0.5, PairSink.none(), Facts.NONE, Optional.of("person"))
                .evaluation()
                .orElseThrow();
        System.out.printf(
                "%s: pairs completeness %.4f, best F1 %.4f (precision %.4f, recall %.4f)%n",
                modelName,
                evaluation.pairsCompleteness(),
                evaluation.best().f1(),
                evaluation.best().precision(),
                evaluation.best().recall());
        assertThat(evaluation.best().f1()).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"febrl1, 0.998", "febrl4, 0.9995"})
    void ownTrainingReachesTheSame(String set, double least) throws IOException {
        Model splink = ModelFile.parse(resource(set + ".model.json"));
        Model start = untrained(splink);
        Linker linker = new Linker(start, tables(set), Tables.settings(2));
        Trained trained = linker.train();
        Evaluation evaluation = linker.link(trained.model(), 0.5, PairSink.none(), Facts.NONE, Optional.of("person"))
                .evaluation()
                .orElseThrow();
        assertThat(evaluation.best().f1()).isGreaterThanOrEqualTo(least);
        assertThat(linker.train().model()).isEqualTo(trained.model());
        assertThat(trained.passes()).isNotEmpty();
    }

    private static Model untrained(Model model) {
        return model.with(
                model.prior(),
                model.comparisons().stream()
                        .map(c -> new Comparison(
                                c.name(),
                                c.levels().stream()
                                        .map(l -> l.with(Double.NaN, Double.NaN))
                                        .toList()))
                        .toList());
    }

    @Test
    void readsEveryLevelOfSplinksLibrary() throws IOException {
        Model model = ModelFile.parse(resource("splink-library.settings.json"));
        assertThat(model.comparisons()).hasSize(15);
        assertThat(model.rules().get(1).fields()).containsExactly("given_name | substring:1,1", "date_of_birth");
        assertThat(ModelFile.parse(ModelFile.write(model))).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "array_cosine_similarity(\"emb_l\", \"emb_r\") >= 0.9",
                "list_max(list_transform(\"t_l\", x -> x)) >= 0.9",
                "my_function(\"a_l\", \"a_r\") > 3",
                "\"a_l\" = \"b_l\"",
                "levenshtein(\"a_l\", \"a_r\") < 3",
                "CASE WHEN a_l = a_r THEN 1 END = 1",
                "\"a_l\" IS NULL",
                "a_l = a_r )"
            })
    void refusesWhatItCannotExpressByName(String sql) {
        String json = "{\"link_type\":\"dedupe_only\",\"blocking_rules_to_generate_predictions\":[\"l.a = r.a\"],"
                + "\"comparisons\":[{\"output_column_name\":\"a\",\"comparison_levels\":[{\"sql_condition\":\""
                + sql.replace("\"", "\\\"") + "\"},{\"sql_condition\":\"ELSE\"}]}]}";
        try {
            ModelFile.parse(json);
        } catch (LinkageException e) {
            assertThat(e.fault()).isEqualTo(Fault.NOT_EXPRESSIBLE);
            assertThat(e.arguments()[1]).isEqualTo(sql);
            return;
        }
        throw new AssertionError("was read: " + sql);
    }

    @ParameterizedTest
    @CsvSource({"l.a = r.b", "l.a = r.a OR l.b = r.b", "levenshtein(l.a; r.a) < 2", "l.a < r.a"})
    void refusesRulesThatAreNotEqualities(String rule) {
        String json = "{\"link_type\":\"dedupe_only\",\"blocking_rules_to_generate_predictions\":[\"" + rule
                + "\"],\"comparisons\":[]}";
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(LinkageException.class, () -> ModelFile.parse(json))
                        .fault())
                .isEqualTo(Fault.NOT_EXPRESSIBLE);
    }
}
