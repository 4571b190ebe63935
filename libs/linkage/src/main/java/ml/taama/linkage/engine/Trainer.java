package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Fault;
import ml.taama.linkage.Level;
import ml.taama.linkage.LinkageException;
import ml.taama.linkage.Model;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Notice;
import ml.taama.linkage.PassReport;
import ml.taama.linkage.Rule;
import ml.taama.linkage.Trained;
import ml.taama.linkage.Training;

/** Estimates prior, u and m, in this order. */
final class Trainer {

    private static final double NOT_OBSERVED = 1e-6;

    private final Engine engine;
    private final Records records;
    private final Training training;
    private final List<Notice> notices = new ArrayList<>();
    private final List<PassReport> passes = new ArrayList<>();
    private Model model;

    Trainer(Engine engine, Model start) {
        this.engine = engine;
        this.records = engine.records();
        this.model = start;
        this.training = start.training();
    }

    Trained train() {
        estimatePrior();
        estimateU();
        estimateM();
        return new Trained(model, passes, notices);
    }

    private void estimatePrior() {
        if (training.deterministic().isEmpty()) {
            return;
        }
        long found = 0;
        List<Blocks> earlier = new ArrayList<>();
        Plan plan = new Plan(
                records, model, List.of(), false, training.deterministic().size());
        for (Blocks blocks : engine.blocks(training.deterministic(), model.cap())) {
            List<Counter> counters = new Scan(plan, blocks, earlier, engine.noRanks())
                    .run(engine.threads(), () -> new Counter(plan), engine::pairs);
            found += counters.stream().mapToLong(c -> c.pairs).sum();
            earlier.add(blocks);
        }
        double prior = found / training.recall() / engine.possiblePairs();
        if (found == 0 || prior >= 1) {
            notices.add(Notice.of("prior-not-estimated", found));
            return;
        }
        model = model.with(prior, model.comparisons());
    }

    private void estimateU() {
        Plan plan = new Plan(records, model, model.comparisons(), false, 0);
        Patterns patterns = RandomPairs.patterns(plan, engine, training.pairs(), training.seed());
        List<Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            comparisons.add(withU(model.comparisons().get(c), counts(plan, patterns, c)));
        }
        model = model.with(model.prior(), comparisons);
    }

    static double[] counts(Plan plan, Patterns patterns, int c) {
        double[] counts = new double[plan.comparisons.get(c).levels().size()];
        for (int i = 0; i < patterns.size(); i++) {
            counts[plan.level(patterns.pattern(i), c)] += patterns.count(i);
        }
        return counts;
    }

    private Comparison withU(Comparison comparison, double[] counts) {
        int first = comparison.levels().getFirst().isNull() ? 1 : 0;
        double exact = exactU(comparison, first);
        double rest = 0;
        for (int l = 0; l < counts.length; l++) {
            boolean counted = !comparison.levels().get(l).isNull() && !(exact >= 0 && l == first);
            rest += counted ? counts[l] : 0;
        }
        List<Level> levels = new ArrayList<>();
        for (int l = 0; l < counts.length; l++) {
            Level level = comparison.levels().get(l);
            double share = exact >= 0 && l == first ? exact : (1 - Math.max(0, exact)) * counts[l] / rest;
            if (level.isNull() || level.fixU()) {
                levels.add(level);
            } else if (share > 0) {
                levels.add(level.with(level.m(), share));
            } else {
                notices.add(Notice.of("u-not-observed", comparison.name(), level.label()));
                levels.add(level.with(level.m(), 0.5 / Math.max(1, training.pairs())));
            }
        }
        return new Comparison(comparison.name(), levels);
    }

    /** The exact u of a first level that is equality in one field, from the counts of its values; else -1. */
    private double exactU(Comparison comparison, int first) {
        if (!(comparison.levels().get(first).when() instanceof Condition.Equal equal)
                || !equal.left().equals(equal.right())
                || (first == 1 && !comparison.levels().getFirst().when().equals(Condition.none(equal.left())))) {
            return -1;
        }
        FieldColumn field = records.field(equal.left());
        int[] left = new int[field.values.size() + 1];
        int[] right = new int[field.values.size() + 1];
        boolean link = model.sources() == Sources.LINK;
        for (int record = 0; record < records.size; record++) {
            (link && records.source(record) == 1 ? right : left)[field.codes[record]]++;
        }
        double agree = 0;
        double n = 0;
        double n2 = 0;
        for (int code = 1; code < left.length; code++) {
            agree += link ? (double) left[code] * right[code] : (double) left[code] * (left[code] - 1);
            n += left[code];
            n2 += right[code];
        }
        double all = link ? n * n2 : n * (n - 1);
        return all > 0 ? agree / all : -1;
    }

    private void estimateM() {
        List<Rule> rules = training.passes().isEmpty() ? model.rules() : training.passes();
        List<List<List<Double>>> found = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            found.add(comparison.levels().stream()
                    .<List<Double>>map(l -> new ArrayList<>())
                    .toList());
        }
        for (Rule rule : rules) {
            pass(rule, found);
        }
        if (passes.isEmpty()) {
            throw new LinkageException(
                    Fault.NOTHING_TO_TRAIN, rules.stream().map(Rule::name).collect(Collectors.joining(", ")));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < found.size(); c++) {
            comparisons.add(withM(model.comparisons().get(c), found.get(c)));
        }
        model = model.with(model.prior(), comparisons);
    }

    private void pass(Rule rule, List<List<List<Double>>> found) {
        Set<String> columns = new HashSet<>();
        rule.fields().forEach(f -> columns.add(model.field(f).column()));
        List<Comparison> open = model.comparisons().stream()
                .filter(c -> c.fields().stream()
                        .noneMatch(f -> columns.contains(model.field(f).column())))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        long before = System.nanoTime();
        Plan plan = new Plan(records, model, open, false, 0);
        Blocks blocks = Blocks.of(records, rule, model.cap());
        Patterns patterns = new Patterns(plan.patterns);
        new Scan(plan, blocks, List.of(), engine.ranks())
                .run(engine.threads(), () -> new Counter(plan), engine::pairs)
                .forEach(c -> patterns.addAll(c.patterns));
        if (patterns.size() == 0) {
            notices.add(Notice.of("pass-without-pairs", rule.name()));
            return;
        }
        long start = System.nanoTime();
        Expectation em = Starts.of(plan, model, rule, patterns);
        em.run(training.iterations(), training.convergence());
        passes.add(new PassReport(
                rule.name(),
                blocks.pairs,
                patterns.size(),
                em.iterations,
                em.converged,
                em.matches,
                open.stream().map(Comparison::name).toList(),
                start - before,
                System.nanoTime() - start));
        if (!em.converged) {
            notices.add(Notice.of("em-not-converged", rule.name(), em.iterations));
        }
        if (em.matches < 1e-4 || em.matches > 1 - 1e-4) {
            notices.add(Notice.of("em-one-sided", rule.name(), em.matches));
        }
        keep(plan, patterns, em, found);
    }

    private void keep(Plan plan, Patterns patterns, Expectation em, List<List<List<Double>>> found) {
        for (int c = 0; c < plan.comparisons.size(); c++) {
            double[] counts = counts(plan, patterns, c);
            int at = model.comparisons().indexOf(plan.comparisons.get(c));
            for (int l = 0; l < counts.length; l++) {
                if (counts[l] > 0 && !Double.isNaN(em.m[c][l])) {
                    found.get(at).get(l).add(em.m[c][l]);
                }
            }
        }
    }

    private Comparison withM(Comparison comparison, List<List<Double>> found) {
        if (found.stream().allMatch(List::isEmpty)) {
            notices.add(Notice.of("m-not-trained", comparison.name()));
        }
        List<Level> levels = new ArrayList<>();
        for (int l = 0; l < found.size(); l++) {
            Level level = comparison.levels().get(l);
            double[] values = found.get(l).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (level.isNull() || level.fixM()) {
                levels.add(level);
            } else if (values.length > 0) {
                levels.add(level.with(Math.max(median(values), NOT_OBSERVED), level.u()));
            } else {
                if (found.stream().anyMatch(v -> !v.isEmpty())) {
                    notices.add(Notice.of("m-not-observed", comparison.name(), level.label()));
                    levels.add(level.with(NOT_OBSERVED, level.u()));
                } else {
                    levels.add(level);
                }
            }
        }
        warnOfOrder(comparison.name(), levels);
        return new Comparison(comparison.name(), levels);
    }

    private void warnOfOrder(String comparison, List<Level> levels) {
        List<Level> weighed = levels.stream().filter(l -> !l.isNull()).toList();
        Level best = weighed.getFirst();
        if (best.m() < best.u()) {
            notices.add(Notice.of("best-level-against", comparison, best.label()));
        }
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** m of every level from pairs known to be of one person. */
    static Model fromLabels(Engine engine, Model model, int[] truth) {
        Records records = engine.records();
        Plan plan = new Plan(records, model, model.comparisons(), false, 0);
        Patterns patterns = Labels.patterns(plan, truth, engine.ranks());
        List<Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < plan.comparisons.size(); c++) {
            Comparison comparison = plan.comparisons.get(c);
            double[] counts = counts(plan, patterns, c);
            double total = 0;
            for (int l = 0; l < counts.length; l++) {
                total += comparison.levels().get(l).isNull() ? 0 : counts[l];
            }
            double all = total;
            Level[] levels = new Level[counts.length];
            Arrays.setAll(levels, l -> {
                Level level = comparison.levels().get(l);
                return level.isNull() || level.fixM() || all == 0
                        ? level
                        : level.with(Math.max(NOT_OBSERVED, counts[l] / all), level.u());
            });
            comparisons.add(new Comparison(comparison.name(), List.of(levels)));
        }
        return model.with(model.prior(), comparisons);
    }
}
