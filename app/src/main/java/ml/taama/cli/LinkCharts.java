package ml.taama.cli;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import ml.taama.documents.charts.CurveChart;
import ml.taama.documents.charts.CurveChart.Curve;
import ml.taama.documents.charts.CurveChart.Point;
import ml.taama.documents.charts.DivergingBarChart;
import ml.taama.documents.charts.DivergingBarChart.Bar;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Evaluation;
import ml.taama.linkage.Evaluation.Quality;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.Waterfall;
import ml.taama.platform.text.Messages;

/** The usual charts of record linkage, drawn by the documents library. */
final class LinkCharts {

    private static final double SMALL = 0.001;

    private final Messages messages;
    private final Locale language;

    LinkCharts(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    DivergingBarChart weights(Model model) {
        List<DivergingBarChart.Group> groups = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            List<Bar> bars = new ArrayList<>();
            for (Level level : comparison.levels()) {
                if (!level.isNull()) {
                    double weight = Math.clamp(Math.log(level.m() / level.u()) / Math.log(2), -50, 50);
                    bars.add(new Bar(level.label(), 0, weight, weight(weight), false));
                }
            }
            groups.add(new DivergingBarChart.Group(comparison.name(), bars));
        }
        return new DivergingBarChart(
                "match-weights",
                text("linkage.chart.weights"),
                text("linkage.chart.weights.text"),
                groups,
                List.of(text("linkage.comparison"), text("linkage.level"), text("linkage.weight")));
    }

    DivergingBarChart waterfall(Waterfall waterfall) {
        List<Bar> bars = new ArrayList<>();
        double at = waterfall.prior();
        bars.add(new Bar(text("linkage.prior"), 0, at, weight(at), true));
        for (Waterfall.Step step : waterfall.steps()) {
            bars.add(new Bar(
                    step.comparison() + " — " + step.level(), at, at + step.weight(), weight(step.weight()), false));
            at += step.weight();
            if (step.adjustment() != 0) {
                bars.add(new Bar(
                        text("linkage.frequency", step.comparison()),
                        at,
                        at + step.adjustment(),
                        weight(step.adjustment()),
                        false));
                at += step.adjustment();
            }
        }
        bars.add(new Bar(
                text("linkage.sum", number(waterfall.probability())),
                0,
                waterfall.weight(),
                weight(waterfall.weight()),
                true));
        return new DivergingBarChart(
                "waterfall",
                text("linkage.chart.waterfall"),
                text("linkage.chart.waterfall.text"),
                List.of(new DivergingBarChart.Group("", bars)),
                List.of("", text("linkage.comparison"), text("linkage.weight")));
    }

    CurveChart histogram(double[][] patterns) {
        TreeMap<Integer, Double> bins = new TreeMap<>();
        for (double[] pattern : patterns) {
            bins.merge((int) Math.floor(Math.clamp(pattern[0], -60, 60)), pattern[1], Double::sum);
        }
        List<Point> points = new ArrayList<>();
        int first = bins.isEmpty() ? -1 : bins.firstKey();
        int last = bins.isEmpty() ? 1 : bins.lastKey() + 1;
        double most = 1;
        for (int bin = first; bin <= last; bin++) {
            double pairs = Math.log10(1 + bins.getOrDefault(bin, 0.0));
            most = Math.max(most, Math.ceil(pairs));
            points.add(new Point(bin, pairs));
            points.add(new Point(bin + 1.0, pairs));
        }
        return new CurveChart(
                "weights-of-pairs",
                text("linkage.chart.histogram"),
                text("linkage.chart.histogram.text"),
                List.of(new Curve(text("linkage.pairs"), points)),
                new CurveChart.Axes(
                        text("linkage.weight"),
                        text("linkage.pairs"),
                        first,
                        last + 1.0,
                        0,
                        most,
                        this::weight,
                        power -> count(Math.round(Math.pow(10, power) - 1)),
                        List.of(text("linkage.series"), text("linkage.weight"), text("linkage.pairs"))));
    }

    CurveChart precisionRecall(Evaluation evaluation) {
        List<Point> points = evaluation.curve().stream()
                .map(q -> new Point(q.recall(), q.precision()))
                .toList();
        return shares(
                "precision-recall",
                text("linkage.chart.precision-recall"),
                text("linkage.chart.precision-recall.text"),
                List.of(new Curve(text("linkage.precision"), points)),
                text("linkage.recall"));
    }

    private CurveChart shares(String id, String title, String description, List<Curve> curves, String across) {
        return new CurveChart(
                id,
                title,
                description,
                curves,
                new CurveChart.Axes(
                        across,
                        text("linkage.share"),
                        0,
                        1,
                        0,
                        1,
                        this::percent,
                        this::percent,
                        List.of(text("linkage.series"), across, text("linkage.share"))));
    }

    CurveChart thresholds(Evaluation evaluation) {
        double least =
                evaluation.curve().stream().mapToDouble(Quality::weight).min().orElse(0);
        double most =
                evaluation.curve().stream().mapToDouble(Quality::weight).max().orElse(1);
        return new CurveChart(
                "thresholds",
                text("linkage.chart.thresholds"),
                text("linkage.chart.thresholds.text"),
                List.of(
                        curve(evaluation, text("linkage.precision"), Quality::precision),
                        curve(evaluation, text("linkage.recall"), Quality::recall),
                        curve(evaluation, text("linkage.f1"), Quality::f1)),
                new CurveChart.Axes(
                        text("linkage.weight"),
                        text("linkage.share"),
                        least,
                        most,
                        0,
                        1,
                        this::weight,
                        this::percent,
                        List.of(text("linkage.series"), text("linkage.weight"), text("linkage.share"))));
    }

    private static Curve curve(Evaluation evaluation, String name, ToDoubleFunction<Quality> value) {
        return new Curve(
                name,
                evaluation.curve().stream()
                        .map(q -> new Point(q.weight(), value.applyAsDouble(q)))
                        .toList());
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    String weight(double number) {
        return digits(number, 2);
    }

    String number(double number) {
        return Math.abs(number) < SMALL && number != 0 ? String.format(language, "%.3g", number) : digits(number, 4);
    }

    private String digits(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }
}
