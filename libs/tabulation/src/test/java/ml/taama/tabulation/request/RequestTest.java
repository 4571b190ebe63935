package ml.taama.tabulation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.JsonSchemas;
import org.junit.jupiter.api.Test;

/** The two ways to write a request. */
class RequestTest {

    private static final String JSON = """
            {
              "rows": ["sex", {"variable": "age", "levels": ["group", "broad"], "total": true}],
              "columns": ["year"],
              "layers": ["region"],
              "filters": [{"variable": "cercle", "level": "region", "notIn": ["r1"]}, {"variable": "amount", "least": 10}],
              "measures": ["count", "mean(amount)", "quantile(amount, 0.9)", "share(row)"],
              "compare": {"variable": "year", "from": "2020", "to": "2021"},
              "order": {"by": "value", "descending": true, "top": 5}
            }
            """;

    @Test
    void jsonHoldsEveryPartAndIsValidByItsSchema() {
        TableRequest request = RequestJson.parse(JSON, "r.json");
        assertThat(request.rows()).containsExactly(Axis.of("sex"), new Axis("age", List.of("group", "broad"), true));
        assertThat(request.filters())
                .containsExactly(
                        new Condition.In("cercle", "region", Set.of("r1"), true),
                        new Condition.Between("amount", 10, Double.POSITIVE_INFINITY));
        assertThat(request.measures())
                .containsExactly(
                        new Measure.Count(),
                        new Measure.Mean("amount"),
                        new Measure.Quantile("amount", 0.9),
                        new Measure.Share(Measure.Base.ROW));
        assertThat(request.comparison()).isEqualTo(Optional.of(new Comparison("year", "2020", "2021")));
        assertThat(request.ordering()).isEqualTo(new Ordering(Ordering.By.VALUE, true, 5));
        assertThat(JsonSchemas.faults("request.schema.json", JSON)).isEmpty();
        String written = RequestJson.write(request);
        assertThat(RequestJson.parse(written, "w")).isEqualTo(request);
        assertThat(written).doesNotContain("\n");
        assertThat(JsonSchemas.faults("request.schema.json", written)).isEmpty();
        TableRequest plain = TableRequest.of("sex");
        assertThat(RequestJson.parse(RequestJson.write(plain), "w")).isEqualTo(plain);
    }

    @Test
    void theJsonSchemaRefusesWhatTheReaderRefuses() {
        for (String wrong : new String[] {
            "{\"rows\": 1}",
            "{\"rows\": [{\"levels\": []}]}",
            "{\"rows\": [\"a\"], \"filters\": [{\"variable\": \"a\"}]}",
            "{\"rows\": [\"a\"], \"order\": {\"by\": \"luck\"}}",
            "{\"rows\": [\"a\"], \"colour\": 1}"
        }) {
            assertThat(JsonSchemas.faults("request.schema.json", wrong))
                    .as(wrong)
                    .isNotEmpty();
            assertThatThrownBy(() -> RequestJson.parse(wrong, "r")).as(wrong).isInstanceOf(FaultsException.class);
        }
    }

    @Test
    void readsTheTextForm() {
        assertThat(RequestText.axes("sex, age@group+broad:total,\"a, b\""))
                .containsExactly(Axis.of("sex"), new Axis("age", List.of("group", "broad"), true), Axis.of("a, b"));
        assertThat(RequestText.axes(" ")).isEmpty();
        assertThat(RequestText.filter(
                        "sex = F; age@group in (15-24, 25-34) and year!=2020|2021; x between 1 and 5; y>3"))
                .containsExactly(
                        new Condition.In("sex", "", Set.of("F"), false),
                        new Condition.In("age", "group", Set.of("15-24", "25-34"), false),
                        new Condition.In("year", "", Set.of("2020", "2021"), true),
                        new Condition.Between("x", 1, 5),
                        new Condition.Between("y", Math.nextUp(3.0), Double.POSITIVE_INFINITY));
        assertThat(RequestText.filter("place = \"Kayes and; \"\"Kita\"\"\""))
                .containsExactly(new Condition.In("place", "", Set.of("Kayes and; \"Kita\""), false));
        assertThat(RequestText.measures("count, sum(amount), sum:amount, median(x), rate(p.csv, 1000)"))
                .containsExactly(
                        new Measure.Count(),
                        new Measure.Sum("amount"),
                        new Measure.Sum("amount"),
                        new Measure.Quantile("x", 0.5),
                        new Measure.Rate("p.csv", 1000));
    }

    @Test
    void everyMeasureComesBackFromItsText() {
        for (String text : new String[] {
            "count",
            "people",
            "records",
            "sum(a)",
            "mean(a)",
            "median(a)",
            "quantile(a, 0.25)",
            "share(column)",
            "rate(p.csv, 100)"
        }) {
            assertThat(RequestText.measures(text).getFirst().text()).isEqualTo(text);
        }
    }

    @Test
    void saysWhatItCannotRead() {
        for (String wrong : new String[] {"sex", "= F", "sex = ", "age > old", "x between 1", ";", "sex = F;;"}) {
            assertThatThrownBy(() -> RequestText.filter(wrong)).as(wrong).hasMessageContaining("BAD_REQUEST");
        }
        for (String wrong : new String[] {"total", "sum", "sum()", "quantile(x, 2)", "share(side)", "mean(a, b)", ""}) {
            assertThatThrownBy(() -> RequestText.measures(wrong)).as(wrong).hasMessageContaining("BAD_REQUEST");
        }
        for (String wrong : new String[] {"a,,b", "a@", "@b", "a@b@c"}) {
            assertThatThrownBy(() -> RequestText.axes(wrong)).as(wrong).hasMessageContaining("BAD_REQUEST");
        }
    }
}
