package ml.taama.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.SeriesChart;
import ml.taama.documents.charts.SeriesChart.Series;
import ml.taama.documents.charts.SeriesChart.Value;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.time.Period;
import ml.taama.ui.Ui;

/** Draws an indicator over time, one series for each source, without ever adding what sources count differently. */
final class IndicatorChart {

    /** More series than colours cannot be told apart. */
    private static final int SERIES = 6;

    private final Show show;
    private final Ui ui;
    private final Indicator indicator;

    private IndicatorChart(Show show, Indicator indicator) {
        this.show = show;
        this.ui = show.ui();
        this.indicator = indicator;
    }

    /** The chart; nothing where fewer than two dated values of the whole are known. */
    static Optional<Chart> of(Show show, Indicator indicator, List<Observation> observations) {
        List<Observation> drawn = observations.stream()
                .filter(o -> o.dimensions().isEmpty()
                        && o.period().filter(Period::dated).isPresent())
                .filter(o -> o.progress().reached())
                .toList();
        Optional<String> place = commonPlace(drawn);
        List<Observation> whole = drawn.stream()
                .filter(o -> o.place().equals(place))
                .sorted(Comparator.comparing(
                        o -> o.period().orElseThrow().last().orElseThrow()))
                .toList();
        return whole.size() < 2 ? Optional.empty() : Optional.of(new IndicatorChart(show, indicator).draw(whole));
    }

    private static Optional<String> commonPlace(List<Observation> observations) {
        return observations.stream()
                .collect(Collectors.groupingBy(Observation::place, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(Map.Entry::getKey);
    }

    private Chart draw(List<Observation> observations) {
        Map<String, List<Observation>> bySource = observations.stream()
                .collect(Collectors.groupingBy(
                        o -> show.publisher(o.sourceRef()), LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Observation>>> sources = new ArrayList<>(bySource.entrySet());
        sources.sort(Comparator.comparingInt(e -> -e.getValue().size()));
        List<Series> series = new ArrayList<>();
        List<Observation> others = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            boolean own = sources.size() <= SERIES || i < SERIES - 1;
            if (own) {
                series.add(series(sources.get(i).getKey(), sources.get(i).getValue()));
            } else {
                others.addAll(sources.get(i).getValue());
            }
        }
        if (!others.isEmpty()) {
            others.sort(
                    Comparator.comparing(o -> o.period().orElseThrow().last().orElseThrow()));
            series.add(series(ui.t("indicator.other-sources"), others));
        }
        return new SeriesChart(
                indicator.code(),
                ui.text(indicator.title()),
                ui.t("indicator.chart", ui.text(indicator.title()), observations.size(), sources.size()),
                series,
                new SeriesChart.Labels(
                        ui.text(indicator.unit().many()),
                        List.of(
                                ui.t("report.column.source"),
                                ui.t("report.column.period"),
                                ui.t("report.column.value")),
                        tick -> ui.number(BigDecimal.valueOf(tick))));
    }

    private Series series(String name, List<Observation> observations) {
        return new Series(name, observations.stream().map(this::value).toList());
    }

    private Value value(Observation observation) {
        Period period = observation.period().orElseThrow();
        return new Value(
                period.first().orElseThrow(),
                period.last().orElseThrow(),
                observation.value().doubleValue(),
                show.value(observation),
                ui.period(period));
    }
}
