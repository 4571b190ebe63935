package ml.taama.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.documents.Metadata;
import ml.taama.documents.Report;
import ml.taama.documents.Words;
import ml.taama.linkage.ClusterNames;
import ml.taama.linkage.Clustering;
import ml.taama.linkage.Evaluation;
import ml.taama.linkage.Linked;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Notice;
import ml.taama.linkage.PassReport;
import ml.taama.linkage.RuleReport;
import ml.taama.linkage.Trained;
import ml.taama.linkage.Waterfall;
import ml.taama.linkage.tables.Table;
import ml.taama.platform.text.Messages;
import org.jspecify.annotations.Nullable;

/** What a run did, for people: figures, charts, warnings. It holds no value of a record. */
final class LinkReport {

    private static final int BRIDGES = 20;

    private final Messages messages;
    private final Locale language;
    private final List<Table> tables;
    private final Linker linker;
    private final Linked linked;
    private final Optional<Trained> trained;
    private final LinkCharts charts;
    private final List<Block> blocks = new ArrayList<>();

    /** A pair worth explaining. */
    record Example(Waterfall waterfall) {}

    LinkReport(
            Messages messages,
            Locale language,
            List<Table> tables,
            Linker linker,
            Linked linked,
            Optional<Trained> trained) {
        this.messages = messages;
        this.language = language;
        this.tables = tables;
        this.linker = linker;
        this.linked = linked;
        this.trained = trained;
        this.charts = new LinkCharts(messages, language);
    }

    int persons() {
        return sizes().values().stream().mapToInt(Integer::intValue).sum();
    }

    Report write(Path model, LocalDate day, long written, @Nullable Example example, ClusterNames names) {
        overview(written);
        notices();
        blocking();
        training();
        weights(example);
        persons(names);
        linked.evaluation().ifPresent(this::evaluation);
        String date =
                day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
        return new Report(
                language,
                new Metadata(
                        text("linkage.report.title"),
                        String.join(", ", tables.stream().map(Table::name).toList()),
                        "Taama",
                        text("linkage.report.subject"),
                        day,
                        date,
                        text("linkage.report.model", String.valueOf(model.getFileName())),
                        List.of()),
                blocks,
                List.of(),
                words());
    }

    private Words words() {
        return new Words(
                text("report.word.contents"),
                text("report.word.figure"),
                text("report.word.table"),
                text("report.word.notes"),
                text("report.word.note"),
                text("report.word.back"),
                text("report.word.close"),
                text("report.word.data"),
                text("report.word.remarks"),
                text("report.word.skip"));
    }

    private void overview(long written) {
        heading("overview", text("linkage.report.overview"));
        List<List<String>> rows = new ArrayList<>();
        for (Table table : tables) {
            rows.add(List.of(text("linkage.report.records", table.name()), count(table.size())));
        }
        rows.add(List.of(text("linkage.report.candidates"), count(linked.candidates())));
        rows.add(List.of(text("linkage.report.patterns"), count(linked.patterns())));
        rows.add(List.of(text("linkage.report.prior"), number(linked.model().prior())));
        rows.add(List.of(text("linkage.report.threshold"), number(linked.model().threshold())));
        rows.add(List.of(text("linkage.report.links"), count(linked.links())));
        rows.add(List.of(text("linkage.report.written"), count(written)));
        rows.add(List.of(text("linkage.report.persons"), count(persons())));
        table(
                "overview-table",
                text("linkage.report.overview"),
                List.of(text("linkage.what"), text("linkage.value")),
                rows);
    }

    private void notices() {
        heading("notices", text("linkage.report.notices"));
        List<List<Inline>> items = new ArrayList<>();
        for (Table table : tables) {
            table.notes().forEach(note -> items.add(Inline.text(text("linkage.notice.read", table.name(), note))));
        }
        List<Notice> all = new ArrayList<>(trained.map(Trained::notices).orElse(List.of()));
        all.addAll(linked.notices());
        all.forEach(n -> items.add(Inline.text(notice(n))));
        Clustering c = linked.clustering();
        refused(items, text("linkage.notice.refused-facts", c.refusedFacts()), c.refusedFacts());
        refused(items, text("linkage.notice.refused-ids", c.refusedIds()), c.refusedIds());
        refused(items, text("linkage.notice.refused-sources", c.refusedSources()), c.refusedSources());
        if (items.isEmpty()) {
            blocks.add(new Block.Paragraph(Inline.text(text("linkage.report.no-notices"))));
        } else {
            blocks.add(new Block.Items(false, items));
        }
    }

    private static void refused(List<List<Inline>> items, String text, long count) {
        if (count > 0) {
            items.add(Inline.text(text));
        }
    }

    private String notice(Notice notice) {
        Object[] arguments = notice.arguments().toArray();
        return switch (notice.code()) {
            case "defaults-used" -> text("linkage.notice.defaults-used");
            case "pairs-given-up" -> text("linkage.notice.pairs-given-up", arguments);
            case "prior-not-estimated" -> text("linkage.notice.prior-not-estimated", arguments);
            case "u-not-observed" -> text("linkage.notice.u-not-observed", arguments);
            case "m-not-observed" -> text("linkage.notice.m-not-observed", arguments);
            case "m-not-trained" -> text("linkage.notice.m-not-trained", arguments);
            case "pass-without-pairs" -> text("linkage.notice.pass-without-pairs", arguments);
            case "em-not-converged" -> text("linkage.notice.em-not-converged", arguments);
            case "em-one-sided" -> text("linkage.notice.em-one-sided", arguments);
            case "best-level-against" -> text("linkage.notice.best-level-against", arguments);
            default -> notice.code();
        };
    }

    private void blocking() {
        heading("blocking", text("linkage.report.blocking"));
        List<List<String>> rows = new ArrayList<>();
        for (RuleReport rule : linked.rules()) {
            rows.add(List.of(
                    rule.rule(),
                    count(rule.pairs()),
                    count(rule.fresh()),
                    count(rule.largest()),
                    count(rule.givenUp())));
        }
        table(
                "blocking-table",
                text("linkage.report.blocking"),
                List.of(
                        text("linkage.rule"),
                        text("linkage.pairs"),
                        text("linkage.fresh"),
                        text("linkage.largest"),
                        text("linkage.given-up")),
                rows);
    }

    private void training() {
        if (trained.isEmpty()) {
            return;
        }
        heading("training", text("linkage.report.training"));
        List<List<String>> rows = new ArrayList<>();
        for (PassReport pass : trained.get().passes()) {
            rows.add(List.of(
                    pass.rule(),
                    count(pass.pairs()),
                    count(pass.patterns()),
                    count(pass.iterations()),
                    number(pass.matches())));
        }
        table(
                "training-table",
                text("linkage.report.training"),
                List.of(
                        text("linkage.rule"),
                        text("linkage.pairs"),
                        text("linkage.patterns"),
                        text("linkage.iterations"),
                        text("linkage.matches")),
                rows);
    }

    private void weights(@Nullable Example example) {
        heading("weights", text("linkage.report.weights"));
        blocks.add(new Block.Paragraph(Inline.text(text("linkage.report.weights.text"))));
        picture(charts.weights(linked.model()));
        picture(charts.histogram(linked.histogram()));
        if (example != null) {
            blocks.add(new Block.Paragraph(Inline.text(text("linkage.report.waterfall.text"))));
            picture(charts.waterfall(example.waterfall()));
        }
    }

    private Map<Integer, Integer> sizes() {
        Map<Integer, Integer> bySize = new HashMap<>();
        int[] size = new int[linker.size()];
        for (int person : linked.clustering().person()) {
            size[person]++;
        }
        for (int n : size) {
            if (n > 0) {
                bySize.merge(n, 1, Integer::sum);
            }
        }
        return new TreeMap<>(bySize);
    }

    private void persons(ClusterNames names) {
        heading("persons", text("linkage.report.persons"));
        List<List<String>> rows = new ArrayList<>();
        sizes().forEach((size, n) -> rows.add(List.of(count(size), count(n))));
        table(
                "persons-table",
                text("linkage.report.persons"),
                List.of(text("linkage.size"), text("linkage.count")),
                rows.size() > 2 * BRIDGES ? rows.subList(0, 2 * BRIDGES) : rows);
        if (!names.events().isEmpty()) {
            Map<ClusterNames.Kind, Integer> events = new TreeMap<>();
            names.events().forEach(e -> events.merge(e.kind(), 1, Integer::sum));
            blocks.add(new Block.Paragraph(Inline.text(text(
                    "linkage.report.events",
                    events.getOrDefault(ClusterNames.Kind.MERGED, 0),
                    events.getOrDefault(ClusterNames.Kind.SPLIT, 0),
                    events.getOrDefault(ClusterNames.Kind.NEW, 0),
                    events.getOrDefault(ClusterNames.Kind.GONE, 0)))));
        }
        bridges();
    }

    private void bridges() {
        List<List<String>> rows = linked.clustering().bridges().stream()
                .limit(BRIDGES)
                .map(b -> List.of(
                        linker.id(b.left()),
                        linker.id(b.right()),
                        weight(b.weight()),
                        count(b.smaller()),
                        count(b.larger())))
                .toList();
        if (!rows.isEmpty()) {
            table(
                    "bridges-table",
                    text("linkage.report.bridges"),
                    List.of(
                            text("linkage.left"),
                            text("linkage.right"),
                            text("linkage.weight"),
                            text("linkage.smaller"),
                            text("linkage.larger")),
                    rows);
        }
    }

    private void evaluation(Evaluation evaluation) {
        heading("evaluation", text("linkage.report.evaluation"));
        blocks.add(new Block.Paragraph(Inline.text(text(
                "linkage.report.evaluation.text",
                evaluation.pairs(),
                evaluation.found(),
                percent(evaluation.pairsCompleteness())))));
        List<List<String>> rows = new ArrayList<>();
        rows.add(quality(text("linkage.at-threshold"), evaluation.atThreshold()));
        rows.add(quality(text("linkage.at-best"), evaluation.best()));
        table("evaluation-table", text("linkage.report.evaluation"), qualityHeader(text("linkage.threshold")), rows);
        picture(charts.precisionRecall(evaluation));
        picture(charts.thresholds(evaluation));
        Map<String, List<List<String>>> groups = new TreeMap<>();
        evaluation
                .groups()
                .forEach(g -> groups.computeIfAbsent(g.field(), k -> new ArrayList<>())
                        .add(quality(g.value().isEmpty() ? text("linkage.mixed") : g.value(), g.quality())));
        groups.forEach((field, lines) ->
                table("group-" + slug(field), text("linkage.report.group", field), qualityHeader(field), lines));
    }

    private static String slug(String field) {
        return field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + Math.abs(field.hashCode() % 10_000);
    }

    private List<String> qualityHeader(String first) {
        return List.of(
                first, text("linkage.precision"), text("linkage.recall"), text("linkage.f1"), text("linkage.weight"));
    }

    private List<String> quality(String label, Evaluation.Quality quality) {
        return List.of(
                label,
                interval(quality.precision(), quality.precisionInterval()),
                interval(quality.recall(), quality.recallInterval()),
                percent(quality.f1()),
                weight(quality.weight()));
    }

    private String interval(double value, Evaluation.Interval interval) {
        return text("linkage.interval", percent(value), percent(interval.low()), percent(interval.high()));
    }

    private void heading(String id, String text) {
        blocks.add(new Block.Heading(2, id, "", Inline.text(text)));
    }

    private void picture(ml.taama.documents.charts.Chart chart) {
        blocks.add(new Block.Picture(chart, chart.title(), ""));
    }

    /** The first column takes what the others leave. */
    private void table(String id, String caption, List<String> header, List<List<String>> rows) {
        List<Block.Column> columns = new ArrayList<>();
        int share = Math.min(18, 60 / header.size());
        for (int i = 0; i < header.size(); i++) {
            columns.add(new Block.Column(header.get(i), i > 0, i == 0 ? 100 - share * (header.size() - 1) : share));
        }
        blocks.add(new Block.Table(
                id,
                caption,
                columns,
                rows.stream()
                        .map(row -> row.stream().map(Inline::text).toList())
                        .toList()));
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    private String count(long number) {
        return charts.count(number);
    }

    private String number(double number) {
        return charts.number(number);
    }

    private String weight(double number) {
        return charts.weight(number);
    }

    private String percent(double share) {
        return charts.percent(share);
    }
}
