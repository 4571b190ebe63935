package ml.taama.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A figure quoted by the report and where it comes from; the entries of {@code national-report.trace.json}.
 *
 * @param id of the figure in the HTML
 * @param unit code of the unit
 * @param indicator code, or the definition of a computed figure
 * @param period as the source gives it, or empty; for a computed figure empty, as are place and organisation
 * @param disaggregation value by dimension
 * @param source in words
 * @param sourceRef code of the source; for a computed figure empty
 * @param status done, ongoing, planned, intended or computed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
    "id",
    "value",
    "unit",
    "indicator",
    "period",
    "place",
    "disaggregation",
    "source",
    "source_ref",
    "organisation",
    "section",
    "status"
})
public record TraceEntry(
        String id,
        BigDecimal value,
        String unit,
        String indicator,
        String period,
        String place,
        Map<String, String> disaggregation,
        String source,
        @JsonProperty("source_ref") String sourceRef,
        String organisation,
        String section,
        String status) {}
