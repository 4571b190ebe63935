package ml.taama.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.GlanceChart;
import ml.taama.documents.charts.MapChart;
import ml.taama.documents.charts.ResultsChart;
import ml.taama.documents.charts.TimelineChart;
import ml.taama.library.Policies;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.Period;
import ml.taama.platform.time.PeriodFormat;
import ml.taama.reference.Activity;
import ml.taama.reference.Goal;
import org.springframework.stereotype.Component;

/** The charts of a review, for its report and for the site. */
@Component
public class Charts {

    private final Messages messages;
    private final PeriodFormat periods;

    Charts(Messages messages) {
        this.messages = messages;
        this.periods = new PeriodFormat(messages);
    }

    /** The goals under review at a glance. */
    public Chart goals(ReportData data, Locale reader) {
        List<GlanceChart.Tile> tiles =
                data.reviewedGoals().stream().map(g -> tile(data, g, reader)).toList();
        Map<GlanceChart.State, Long> counts =
                tiles.stream().collect(Collectors.groupingBy(GlanceChart.Tile::state, Collectors.counting()));
        String description = messages.text(
                reader,
                "chart.goals.description",
                tiles.size(),
                counts.getOrDefault(GlanceChart.State.REPORTED, 0L),
                counts.getOrDefault(GlanceChart.State.PLANNED, 0L),
                counts.getOrDefault(GlanceChart.State.SILENT, 0L));
        return new GlanceChart(
                "goals",
                messages.text(reader, "chart.goals.title"),
                description,
                tiles,
                new GlanceChart.Labels(
                        messages.text(reader, "goal.state.reported"),
                        messages.text(reader, "goal.state.planned"),
                        messages.text(reader, "goal.state.silent"),
                        messages.text(reader, "goal.priority"),
                        header(reader, "number", "goal", "state", "priority", "activities")));
    }

    /** What is known of a goal. */
    public GlanceChart.State state(ReportData data, Goal goal) {
        if (!Activities.reported(data.activities(), goal.id()).isEmpty()) {
            return GlanceChart.State.REPORTED;
        }
        return Activities.announced(data.activities(), goal.id()).isEmpty()
                ? GlanceChart.State.SILENT
                : GlanceChart.State.PLANNED;
    }

    private GlanceChart.Tile tile(ReportData data, Goal goal, Locale reader) {
        int reported = Activities.reported(data.activities(), goal.id()).size();
        int planned = Activities.announced(data.activities(), goal.id()).size();
        GlanceChart.State state = state(data, goal);
        String activity = switch (state) {
            case REPORTED -> messages.text(reader, "goal.actions", reported);
            case PLANNED -> messages.text(reader, "goal.announced", planned);
            case SILENT -> messages.text(reader, "goal.actions", 0);
        };
        return new GlanceChart.Tile(
                goal.id().code(), goal.name().text(reader), state, data.review().isPriority(goal.id()), activity);
    }

    /** The policies that the review lists. */
    public Chart reportedPolicies(ReportData data, Locale reader) {
        return policies(
                data.policyEvents().stream().filter(Policies.Event::reported).toList(), reader);
    }

    /** Policies on a line of time. */
    public Chart policies(List<Policies.Event> events, Locale reader) {
        List<TimelineChart.Event> drawn = events.stream()
                .filter(e -> e.period().dated())
                .map(e -> new TimelineChart.Event(
                        e.period().first().orElseThrow(),
                        e.period().last().orElseThrow(),
                        periods.format(e.period(), reader),
                        e.title().text(reader),
                        e.progress().reached()))
                .toList();
        return new TimelineChart(
                "policies",
                messages.text(reader, "chart.policies.title"),
                messages.text(reader, "chart.policies.description", drawn.size()),
                drawn,
                header(reader, "date", "policy"));
    }

    /** Results of actions, and targets where some exist; what is only planned or intended is no result. */
    public Chart results(ReportData data, Locale reader) {
        Map<String, List<ResultsChart.Bar>> byUnit = new LinkedHashMap<>();
        List<Observation> results = data.observations().values().stream()
                .filter(o -> o.action().isPresent() && o.progress().reached())
                .filter(o -> !o.kind().equals("target"))
                .sorted(Comparator.comparingInt((Observation o) -> position(data, o))
                        .thenComparing(Observation::code))
                .toList();
        for (Observation result : results) {
            Indicator indicator = data.indicator(result);
            byUnit.computeIfAbsent(indicator.unit().many().text(reader), u -> new ArrayList<>())
                    .add(bar(data, result, indicator, reader));
        }
        List<ResultsChart.Group> groups = byUnit.entrySet().stream()
                .map(e -> new ResultsChart.Group(e.getKey(), e.getValue()))
                .toList();
        String listed = results.stream()
                .map(r -> said(data, r, reader))
                .collect(Collectors.joining(messages.text(reader, "list.semicolon")));
        return new ResultsChart(
                "results",
                messages.text(reader, "chart.results.title"),
                messages.text(reader, "chart.results.description", listed),
                groups,
                new ResultsChart.Labels(
                        messages.text(reader, "chart.results.target"),
                        header(reader, "result", "value", "target", "note")));
    }

    /** For a reader who does not see the picture. */
    private String said(ReportData data, Observation result, Locale reader) {
        Indicator indicator = data.indicator(result);
        String value = indicator.unit().print(result.value(), reader);
        return messages.text(reader, "figure.named", indicator.title().text(reader), value);
    }

    private static int position(ReportData data, Observation observation) {
        return data.activities().stream()
                .filter(a -> observation.action().filter(a.code()::equals).isPresent())
                .mapToInt(Activity::position)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private ResultsChart.Bar bar(ReportData data, Observation result, Indicator indicator, Locale reader) {
        Optional<Observation> target = data.observations().values().stream()
                .filter(o -> o.kind().equals("target") && o.action().equals(result.action()) && o.sameThing(result))
                .findFirst();
        String period = result.period()
                .map(p -> periods.format(p, reader))
                .orElseGet(() -> messages.text(reader, "period.none"));
        return new ResultsChart.Bar(
                indicator.title().text(reader),
                result.value().doubleValue(),
                indicator.unit().print(result.value(), reader),
                target.map(t -> t.value().doubleValue()).orElse(null),
                target.map(t -> indicator.unit().print(t.value(), reader)).orElse(""),
                period);
    }

    /** Regions, facilities and border points, as they are known now. */
    public Chart map(ReportData data, Locale reader) {
        return map(data, places(Known.now(data), reader), boundariesNote(data, reader), reader);
    }

    /** The map of the report: what was known at the date of its content. */
    Chart mapOfReport(ReportData data, List<MapPlace> places, Locale reader) {
        String known = messages.text(
                reader, "chart.map.known", periods.day(data.review().contentDate(), reader));
        return map(data, places, boundariesNote(data, reader) + " " + known, reader);
    }

    /** The places that a map marks. */
    List<MapPlace> places(Known known, Locale reader) {
        return new MapPlaces(known, messages, reader).all();
    }

    private Chart map(ReportData data, List<MapPlace> places, String note, Locale reader) {
        List<MapChart.Area> areas = data.boundaries().stream()
                .map(b -> new MapChart.Area(b.name().text(reader), b.rings()))
                .toList();
        long facilities = places.stream().filter(MapPlace::facility).count();
        return new MapChart(
                "map",
                messages.text(reader, "chart.map.title"),
                messages.text(reader, "chart.map.description", areas.size(), facilities, places.size() - facilities),
                areas,
                places.stream().map(Charts::point).toList(),
                note,
                header(reader, "place", "kind", "detail", "source"));
    }

    private static MapChart.Point point(MapPlace place) {
        return new MapChart.Point(
                place.name(),
                place.longitude(),
                place.latitude(),
                place.kind(),
                place.detail(),
                place.labelled(),
                String.join(", ", place.sources()));
    }

    private String boundariesNote(ReportData data, Locale reader) {
        String asOf = data.boundaries().stream()
                .findFirst()
                .map(b -> periods.format(b.asOf(), reader))
                .orElse("");
        return messages.text(reader, "chart.map.note", asOf);
    }

    private List<String> header(Locale reader, String... columns) {
        List<String> header = new ArrayList<>();
        for (String column : columns) {
            header.add(messages.text(reader, "report.column." + column));
        }
        return header;
    }

    /** A period in words, for those who draw beside a chart. */
    String period(Period period, Locale reader) {
        return periods.format(period, reader);
    }
}
