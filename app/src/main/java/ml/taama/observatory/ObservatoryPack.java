package ml.taama.observatory;

import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.many;
import static ml.taama.reference.packs.PackTable.number;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;
import static ml.taama.reference.packs.PackTable.whole;

import java.util.List;
import java.util.Map;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackRow;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import ml.taama.reference.packs.PackType;
import org.springframework.stereotype.Component;

/** Units, indicators, datasets, observations. */
@Component
class ObservatoryPack implements PackSection {

    private static final String DIMENSIONS = "observatory/dimensions.csv";
    private static final String VALUES = "observatory/dimension_values.csv";
    private static final String INDICATORS = "observatory/indicators.csv";
    private static final String OBSERVATIONS = "observatory/observations.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                file("observatory/units.csv")
                        .into("observatory.unit")
                        .says("Units in words.")
                        .key("code", "person")
                        .text("one", "Singular.", "person")
                        .text("many", "Plural.", "people")
                        .may("decimals", number(0, 6), "0", "Decimals that values are printed with, at most.", "1")
                        .position()
                        .source(),
                file(DIMENSIONS)
                        .into("observatory.dimension")
                        .says("What figures are broken down by.")
                        .key("code", "sex")
                        .text("name", "Name.", "sex")
                        .position()
                        .source(),
                file(VALUES)
                        .into("observatory.dimension_value")
                        .says("Values of dimensions, in words.")
                        .key("dimension", reference(DIMENSIONS), "The dimension.", "sex")
                        .key("code", new PackType.Code(), "Code of the value.", "F")
                        .text("name", "Name.", "women")
                        .position()
                        .source(),
                file(INDICATORS)
                        .into("observatory.indicator")
                        .says("What is measured.")
                        .key("code", "C15")
                        .text("title", "Title.", "Nationals in distress assisted")
                        .maybeText("definition", "What exactly is counted.", "…")
                        .must("unit", reference("observatory/units.csv"), "The unit.", "person")
                        .may("disaggregation", many(), "Dimensions it should be broken down by.", "sex;age")
                        .maybeText("basis", "Where the indicator comes from.", "National report of 2021")
                        .may(
                                "measure",
                                oneOf("stock", "flow"),
                                "flow",
                                "`stock` counts what is there at a moment, `flow` what happens in a period: a flow may grow "
                                        + "from year to year without any contradiction.",
                                "flow")
                        .must(
                                "certainty",
                                oneOf("official", "national", "proposed"),
                                "Whether a body adopted it.",
                                "proposed")
                        .goals("observatory.indicator_goal", "indicator")
                        .position()
                        .source(),
                file("observatory/datasets.csv")
                        .into("observatory.dataset")
                        .says("Data that services are asked for.")
                        .key("code", "remittances")
                        .text("title", "Title.", "Volumes of remittances")
                        .may("unit", reference("observatory/units.csv"), "The unit.", "xof")
                        .status()
                        .maybeText("note", "What a reader should know.", "…")
                        .links(
                                "indicators",
                                "observatory.dataset_indicator",
                                "dataset",
                                INDICATORS,
                                "indicator",
                                "Indicators whose figures answer the request.",
                                "remittances-credit")
                        .goals("observatory.dataset_goal", "dataset")
                        .position()
                        .source(),
                observations());
    }

    private static PackTable observations() {
        return file(OBSERVATIONS)
                .into("observatory.observation")
                .says("Values of indicators, each from one source. Sources that disagree are rows side by side.")
                .key("code", "distress-2019-2021")
                .must("indicator", reference(INDICATORS), "The indicator.", "C15")
                .must("value", number(), "The value, in the unit of the indicator.", "10000")
                .may(
                        "qualifier",
                        oneOf("exact", "about", "more-than", "less-than"),
                        "exact",
                        "How the source qualifies it.",
                        "about")
                .may(
                        "kind",
                        oneOf("actual", "estimate", "projection", "target"),
                        "actual",
                        "What kind of value.",
                        "actual")
                .status()
                .may(
                        "period",
                        period(),
                        "The period it covers; `review` for the undefined period of the review; empty where the source "
                                + "gives none.",
                        "2019/2021")
                .may("place", reference("reference/places.csv"), "The place it covers.", "ML")
                .may("dimensions", new PackType.Dimensions(), "What it is broken down by.", "sex=F")
                .maybeText("scope", "What the value covers, where the definition does not say.", "formal transfers")
                .may("organisation", reference("organisations/organisations.csv"), "Who gave the figure.", "government")
                .may("action", reference("plan/actions.csv"), "The action whose result it is.", "assist-distress")
                .maybeText("method", "How it was obtained.", "Not described by the source")
                .maybeText("quality", "What to know before using it.", "Rounded")
                .may("highlight", whole(), "Its place among the key figures of the home page, if it has one.", "1")
                .position()
                .source();
    }

    @Override
    public void check(PackContent content, Faults faults) {
        for (PackRow indicator : content.own(INDICATORS)) {
            for (Object name : indicator.value("disaggregation", List.class).orElse(List.of())) {
                if (content.find(DIMENSIONS, "code", name.toString()).isEmpty()) {
                    faults.add(indicator, "disaggregation", "no-row", name, DIMENSIONS);
                }
            }
        }
        for (PackRow observation : content.own(OBSERVATIONS)) {
            content.find(INDICATORS, "code", observation.text("indicator").orElse(""))
                    .ifPresent(indicator -> dimensions(content, observation, indicator, faults));
        }
    }

    private static void dimensions(PackContent content, PackRow observation, PackRow indicator, Faults faults) {
        List<?> allowed = indicator.value("disaggregation", List.class).orElse(List.of());
        Map<?, ?> dimensions = observation.value("dimensions", Map.class).orElse(Map.of());
        dimensions.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                faults.add(observation, "dimensions", "dimension", name, allowed);
            }
            boolean known = content.all(VALUES).stream()
                    .anyMatch(v -> v.text("dimension").filter(name::equals).isPresent()
                            && v.text("code").filter(value::equals).isPresent());
            if (!known) {
                faults.add(observation, "dimensions", "no-row", name + ":" + value, VALUES);
            }
        });
    }
}
