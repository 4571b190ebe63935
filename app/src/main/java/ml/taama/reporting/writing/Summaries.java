package ml.taama.reporting.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.documents.Block;
import ml.taama.documents.Deck;
import ml.taama.documents.Inline;
import ml.taama.documents.Report;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Observation;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.PeriodFormat;
import ml.taama.reporting.Charts;
import ml.taama.reporting.Composition;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.TraceEntry;
import org.springframework.stereotype.Component;

/** The same content in two pages, and as slides: results, silent objectives, challenges, next steps, each figure with its source. */
@Component
class Summaries {

    /** What fits on a slide of a summary. */
    private static final int LINES = 6;

    private static final int LONGEST = 110;

    /** A figure in words. */
    private record Fact(String what, String value, String period, String source) {}

    private final Charts charts;
    private final Messages messages;
    private final PeriodFormat periods;

    Summaries(Charts charts, Messages messages) {
        this.charts = charts;
        this.messages = messages;
        this.periods = new PeriodFormat(messages);
    }

    /** A report of two pages. */
    Report brief(ReportData data, Composition composition, Locale reader) {
        List<Block> blocks = new ArrayList<>();
        heading(blocks, "results", text(reader, "brief.results"));
        blocks.add(new Block.Paragraph(Inline.text(coverage(data, reader))));
        blocks.add(new Block.Table(
                "brief-figures",
                text(reader, "brief.figures"),
                List.of(
                        new Block.Column(text(reader, "report.column.figure"), false, 44),
                        new Block.Column(text(reader, "report.column.value"), false, 22),
                        new Block.Column(text(reader, "report.column.period"), false, 20),
                        new Block.Column(text(reader, "report.column.source"), false, 14)),
                facts(data, composition, reader).stream()
                        .map(f -> List.of(
                                Inline.text(f.what),
                                Inline.text(f.value),
                                Inline.text(f.period),
                                Inline.text(f.source)))
                        .toList()));
        for (String kind : List.of("challenge", "priority")) {
            List<String> lines = statements(data.review(), kind, reader);
            if (!lines.isEmpty()) {
                heading(blocks, kind, text(reader, "brief." + kind));
                blocks.add(
                        new Block.Items(false, lines.stream().map(Inline::text).toList()));
            }
        }
        return new Report(
                reader,
                composition.report().metadata(),
                blocks,
                List.of(),
                composition.report().words());
    }

    private static void heading(List<Block> blocks, String id, String text) {
        blocks.add(new Block.Heading(2, "brief-" + id, "", Inline.text(text)));
    }

    /** Slides to present the report with. */
    Deck deck(ReportData data, Composition composition, Locale reader) {
        List<Deck.Slide> slides = new ArrayList<>();
        slides.add(new Deck.Slide(
                text(reader, "chart.goals.title"),
                List.of(coverage(data, reader)),
                Optional.of(charts.goals(data, reader))));
        List<String> lines = facts(data, composition, reader).stream()
                .map(f -> text(reader, "brief.line", f.what, f.value, f.period, f.source))
                .toList();
        parts(text(reader, "brief.figures"), lines, slides);
        slides.add(new Deck.Slide(
                text(reader, "chart.results.title"), List.of(), Optional.of(charts.results(data, reader))));
        for (String kind : List.of("challenge", "priority")) {
            parts(text(reader, "brief." + kind), statements(data.review(), kind, reader), slides);
        }
        String footer = composition.report().metadata().title() + " · "
                + composition.report().metadata().edition();
        return new Deck(reader, composition.report().metadata(), footer, slides);
    }

    private static void parts(String title, List<String> lines, List<Deck.Slide> slides) {
        for (int from = 0; from < lines.size(); from += LINES) {
            slides.add(
                    new Deck.Slide(title, lines.subList(from, Math.min(lines.size(), from + LINES)), Optional.empty()));
        }
    }

    private String coverage(ReportData data, Locale reader) {
        long reported = data.reviewedGoals().stream()
                .filter(g -> !Activities.reported(data.activities(), g.id()).isEmpty())
                .count();
        return text(reader, "brief.coverage", reported, data.reviewedGoals().size());
    }

    /** The results that the report quotes: reached, bound to an observation, each once. */
    private List<Fact> facts(ReportData data, Composition composition, Locale reader) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (TraceEntry entry : composition.trace()) {
            data.observations().values().stream()
                    .filter(o -> o.progress().reached() && carries(o, entry))
                    .findFirst()
                    .ifPresent(o -> facts.putIfAbsent(o.code(), fact(data, o, reader)));
        }
        return List.copyOf(facts.values());
    }

    private static boolean carries(Observation observation, TraceEntry entry) {
        return observation.indicator().equals(entry.indicator())
                && observation.sourceRef().equals(entry.sourceRef())
                && observation.value().compareTo(entry.value()) == 0;
    }

    private Fact fact(ReportData data, Observation observation, Locale reader) {
        return new Fact(
                data.indicator(observation).title().text(reader),
                data.indicator(observation).unit().print(observation.value(), reader),
                observation.period().map(p -> periods.format(p, reader)).orElseGet(() -> text(reader, "period.none")),
                observation.sourceRef());
    }

    private static List<String> statements(Review review, String kind, Locale reader) {
        return review.statements().stream()
                .filter(s -> s.kind().equals(kind))
                .map(s -> shortened(s.text().text(reader)))
                .toList();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, end < 0 ? LONGEST : end) + "…";
    }

    private String text(Locale reader, String key, Object... arguments) {
        return messages.text(reader, key, arguments);
    }
}
