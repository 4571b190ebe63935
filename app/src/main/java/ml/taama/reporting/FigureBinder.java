package ml.taama.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.documents.Card;
import ml.taama.documents.Inline;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.reference.Source;

/** Binds figures to their sources: what is printed, what the card tells, what the trace keeps. */
final class FigureBinder {

    /** An observation that the report quotes, and where. */
    record Quote(Observation observation, String section) {}

    private final ReportData data;
    private final Printer print;
    private final Notebook notes;
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final Map<String, Computed> counted = new LinkedHashMap<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    private String section = "";

    FigureBinder(ReportData data, Printer print, Notebook notes) {
        this.data = data;
        this.print = print;
        this.notes = notes;
    }

    void enter(String code) {
        section = code;
    }

    List<TraceEntry> trace() {
        return trace;
    }

    List<Quote> quotes() {
        return quotes;
    }

    /** Notes that the block under composition speaks of something. */
    void subject(String name) {
        subjects.add(name);
    }

    /** What the last block spoke of; the next block starts afresh. */
    Set<String> takeSubjects() {
        Set<String> taken = new LinkedHashSet<>(subjects);
        subjects.clear();
        return taken;
    }

    /** A mark that leads to a source. */
    Inline cite(String source) {
        return new Inline.NoteMark(notes.number(source, () -> print.source(source)));
    }

    /** A quoted observation: value, unit, period; a tag when it is not a result. */
    List<Inline> observation(Observation observation, Optional<String> words) {
        subject("obs:" + observation.code());
        quotes.add(new Quote(observation, section));
        Indicator indicator = data.indicator(observation);
        String id = "fig-" + (trace.size() + 1);
        String printed =
                print.text("figure.with-period", print.value(observation, words), print.period(observation.period()));
        int note = notes.number(observation.sourceRef(), () -> print.source(observation.sourceRef()));
        trace.add(new TraceEntry(
                id,
                observation.value(),
                indicator.unit().code(),
                indicator.code(),
                observation.period().map(Object::toString).orElse(""),
                observation.place().orElse(""),
                new TreeMap<>(observation.dimensions()),
                Inline.plain(print.source(observation.sourceRef())),
                observation.sourceRef(),
                observation.organisation().orElse(""),
                section,
                observation.progress().word()));
        List<Inline> runs = new ArrayList<>();
        runs.add(new Inline.Figure(id, printed, note, card(observation, indicator)));
        runs.addAll(print.tag(observation.progress()));
        return runs;
    }

    private Card card(Observation observation, Indicator indicator) {
        List<Card.Line> lines = new ArrayList<>();
        line(lines, "figure.value", Inline.text(print.value(observation, Optional.empty())));
        line(lines, "figure.period", Inline.text(print.period(observation.period())));
        observation.placeName().ifPresent(p -> line(lines, "figure.place", print.local(p)));
        observation
                .dimensionNames()
                .forEach((name, value) ->
                        lines.add(new Card.Line(capital(name.text(print.reader())), print.local(value))));
        observation.scope().ifPresent(s -> line(lines, "figure.scope", print.local(s)));
        line(
                lines,
                "figure.definition",
                indicator
                        .definition()
                        .map(print::local)
                        .orElseGet(() -> Inline.text(print.text("figure.no-definition"))));
        line(lines, "figure.source", print.source(observation.sourceRef()));
        Optional.ofNullable(data.sources().get(observation.sourceRef()))
                .flatMap(Source::passage)
                .ifPresent(p -> line(lines, "figure.passage", print.quoted(p)));
        observation
                .organisation()
                .ifPresent(o -> line(lines, "figure.organisation", print.local(print.organisation(o))));
        observation.method().ifPresent(m -> line(lines, "figure.method", print.local(m)));
        observation.quality().ifPresent(q -> line(lines, "figure.quality", print.local(q)));
        line(
                lines,
                "figure.status",
                Inline.text(print.text("progress." + observation.progress().word())));
        return new Card(
                indicator.title().text(print.reader()), lines, print.text("figure.others"), others(observation));
    }

    private List<List<Inline>> others(Observation quoted) {
        return data.observations().values().stream()
                .filter(o ->
                        o.indicator().equals(quoted.indicator()) && !o.code().equals(quoted.code()))
                .sorted(Comparator.comparing((Observation o) ->
                                o.period().map(Object::toString).orElse(""))
                        .thenComparing(Observation::code))
                .map(this::other)
                .toList();
    }

    private List<Inline> other(Observation other) {
        List<Inline> runs = new ArrayList<>();
        runs.add(new Inline.Text(
                print.text("figure.with-period", print.value(other, Optional.empty()), print.period(other.period()))));
        other.dimensionNames().values().forEach(v -> runs.add(new Inline.Text(", " + v.text(print.reader()))));
        other.placeName().ifPresent(p -> runs.add(new Inline.Text(", " + p.text(print.reader()))));
        other.scope().ifPresent(s -> {
            runs.add(new Inline.Text(" — "));
            runs.addAll(print.local(s));
        });
        runs.add(new Inline.Text(" ["));
        runs.addAll(print.source(other.sourceRef()));
        runs.add(new Inline.Text("]"));
        return runs;
    }

    /** The figures that the system counted, each once, in the order of the text. */
    List<Computed> counted() {
        return List.copyOf(counted.values());
    }

    /** A figure that the system counted: it has no organisation, no place and no period but the date of the data. */
    Inline computed(Computed computed, Optional<String> words) {
        counted.putIfAbsent(computed.name(), computed);
        String id = "fig-" + (trace.size() + 1);
        String source = print.text("figure.computed", computed.definition());
        int note = notes.number("computed:" + computed.name(), () -> Inline.text(source));
        trace.add(new TraceEntry(
                id,
                computed.value(),
                computed.unit().code(),
                computed.name(),
                "",
                "",
                Map.of(),
                source,
                "",
                "",
                section,
                "computed"));
        List<Card.Line> lines = new ArrayList<>();
        line(lines, "figure.value", Inline.text(print.value(computed.value(), computed.unit(), Optional.empty())));
        line(lines, "figure.definition", Inline.text(computed.definition()));
        line(lines, "figure.source", Inline.text(source));
        line(lines, "figure.date", Inline.text(print.text("figure.date-of-content")));
        Card card = new Card(print.text("figure.computed-title"), lines, "", List.of());
        return new Inline.Figure(id, print.value(computed.value(), computed.unit(), words), note, card);
    }

    private void line(List<Card.Line> lines, String key, List<Inline> text) {
        lines.add(new Card.Line(print.text(key), text));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
