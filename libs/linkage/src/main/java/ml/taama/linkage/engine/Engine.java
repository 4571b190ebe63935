package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Model;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Pair;
import ml.taama.linkage.PairSink;
import ml.taama.linkage.Rule;
import ml.taama.linkage.RuleReport;
import ml.taama.linkage.Settings;
import ml.taama.linkage.Trained;
import ml.taama.linkage.Waterfall;
import ml.taama.linkage.engine.Weights.Adjustment;

/** Runs a model over records. */
public final class Engine {

    private static final int[] NO_RANKS = {};
    private static final Blocks[] NO_BLOCKS = {};

    private final Records records;
    private final Settings settings;
    private final AtomicLong done = new AtomicLong();
    private int[] ranks = NO_RANKS;
    private boolean ranked;
    private String stage = "";
    private long expected;

    /** An engine over records that were standardised for their model. */
    public Engine(Records records, Settings settings) {
        this.records = records;
        this.settings = settings;
    }

    Records records() {
        return records;
    }

    int threads() {
        return settings.threads();
    }

    int[] noRanks() {
        return NO_RANKS;
    }

    /** The order of identifiers where the model asks which record is left; else empty. */
    int[] ranks() {
        if (!ranked) {
            ranks = Records.symmetric(records.model) ? NO_RANKS : records.ranks();
            ranked = true;
        }
        return ranks;
    }

    void pairs(long more) {
        long now = done.addAndGet(more);
        synchronized (this) {
            settings.progress().at(stage, now, expected);
        }
    }

    private void stage(String name, long total) {
        stage = name;
        expected = total;
        done.set(0);
    }

    double possiblePairs() {
        double n = records.size;
        return switch (records.model.sources()) {
            case DEDUPE, LINK_AND_DEDUPE -> n * (n - 1) / 2;
            case LINK -> (double) records.size(0) * records.size(1);
        };
    }

    /** Counts the pairs of each rule without comparing any. */
    public List<RuleReport> count(List<Rule> rules, int cap) {
        List<RuleReport> reports = new ArrayList<>();
        blocks(rules, cap).forEach(blocks -> reports.add(report(blocks, -1)));
        return reports;
    }

    /** The blocks of rules, several at a time where threads allow it. */
    List<Blocks> blocks(List<Rule> rules, int cap) {
        Stream<Rule> each = threads() > 1 ? rules.parallelStream() : rules.stream();
        return each.map(rule -> Blocks.of(records, rule, cap)).toList();
    }

    private static RuleReport report(Blocks blocks, long fresh) {
        return new RuleReport(
                blocks.rule.name(), blocks.pairs, fresh, blocks.largest, blocks.oversized, blocks.givenUp);
    }

    /** Share of the pairs of one person that all rules produce together, then that each produces. */
    public List<Double> completeness(List<Rule> rules, int cap, int[] truth) {
        List<Blocks> blocks = blocks(rules, cap);
        long[] found = Labels.found(records, blocks, truth);
        long all = Judgement.truePairs(records, truth);
        List<Double> shares = new ArrayList<>();
        for (long one : found) {
            shares.add(all == 0 ? 1 : (double) one / all);
        }
        return shares;
    }

    /** Estimates the parameters of a model. */
    public Trained train(Model model) {
        stage("train", 0);
        return new Trainer(this, model).train();
    }

    /** Estimates m from records of which the person is known. */
    public Model trainFromLabels(Model model, int[] truth) {
        return Trainer.fromLabels(this, model, truth);
    }

    /**
     * Scores every pair of the rules.
     *
     * @param least pairs from this weight on go to the sink
     * @param link pairs from this weight on are links
     * @param truth person of each record, or empty
     * @param groups fields by whose values links are tallied
     */
    public Scores score(Model model, double least, double link, PairSink sink, int[] truth, List<String> groups) {
        Plan plan = new Plan(
                records, model, model.comparisons(), true, model.rules().size());
        Weights weights = new Weights(plan, model);
        List<Blocks> blocks = blocks(model.rules(), model.cap());
        stage("predict", blocks.stream().mapToLong(b -> b.pairs).sum());
        Edges edges = new Edges(settings.memory() / Edges.BYTES);
        Tally tally = truth.length == 0 ? Tally.NONE : new Tally(truth, groupCodes(groups), link);
        Patterns patterns = new Patterns(plan.patterns);
        List<RuleReport> reports = new ArrayList<>();
        for (int r = 0; r < blocks.size(); r++) {
            int rule = r;
            Output output = new Output(records, plan, edges, link, sink, rule);
            List<Scorer> scorers = new Scan(plan, blocks.get(r), blocks.subList(0, r), ranks())
                    .run(
                            threads(),
                            () -> new Scorer(plan, weights, Math.min(least, link), output, tally.another()),
                            this::pairs);
            long fresh = 0;
            for (Scorer scorer : scorers) {
                patterns.addAll(scorer.patterns);
                if (tally != Tally.NONE) {
                    tally.addAll(scorer.tally());
                }
                for (int i = 0; i < scorer.patterns.size(); i++) {
                    fresh += scorer.patterns.count(i);
                }
            }
            reports.add(report(blocks.get(r), fresh));
        }
        edges.check();
        return new Scores(plan, weights, patterns.sorted(plan.patterns), edges, tally, reports, least);
    }

    /** All records as one group, so that the links at the threshold are counted exactly; then the groups asked for. */
    private List<int[]> groupCodes(List<String> groups) {
        List<int[]> codes = new ArrayList<>();
        codes.add(new int[records.size]);
        groups.forEach(g -> codes.add(records.field(g).codes));
        return codes;
    }

    /** The contributions to the weight of a pair. */
    public Waterfall explain(Model model, int a, int b) {
        Plan plan = new Plan(records, model, model.comparisons(), true, 0);
        Weights weights = new Weights(plan, model);
        Rows rows = new Rows(plan, 2);
        boolean turned = records.compare(a, b) > 0;
        rows.add(turned ? new int[] {b, a} : new int[] {a, b}, 0, 2, NO_BLOCKS);
        return explain(plan, weights, rows);
    }

    static Waterfall explain(Plan plan, Weights weights, Rows rows) {
        long[] pattern = {0};
        List<Judge> judges = plan.judges();
        for (int c = 0; c < judges.size(); c++) {
            judges.get(c).judge(rows, new int[] {0}, new int[] {1}, 1, plan.strides[c], pattern);
        }
        List<Waterfall.Step> steps = new ArrayList<>();
        double weight = weights.prior();
        for (int c = 0; c < judges.size(); c++) {
            Comparison comparison = plan.comparisons.get(c);
            int level = plan.level(pattern[0], c);
            double own = weights.level(c, level);
            double adjustment = 0;
            if (weights.adjustment(c, level).isPresent()) {
                Adjustment tf = weights.adjustment(c, level).get();
                adjustment = tf.of(rows.logFrequency[tf.field()][0], rows.logFrequency[tf.field()][1]);
            }
            weight += own + adjustment;
            steps.add(new Waterfall.Step(
                    comparison.name(),
                    comparison.levels().get(level).label(),
                    comparison.gamma(level),
                    own,
                    adjustment));
        }
        double bounded = Weights.bounded(weight);
        return new Waterfall(weights.prior(), steps, bounded, Weights.probability(bounded));
    }

    /** Probability of a match weight. */
    public static double probability(double weight) {
        return Weights.probability(weight);
    }

    /** The least weight of a probability. */
    public static double weight(double probability) {
        return Weights.weight(probability);
    }

    /** What is left over of a scoring pass when its pairs are gone. */
    public static final class Scores {

        private final Plan plan;
        private final Weights weights;
        private final Patterns patterns;
        private final Edges edges;
        private final Tally tally;
        private final List<RuleReport> rules;
        private final double least;

        Scores(
                Plan plan,
                Weights weights,
                Patterns patterns,
                Edges edges,
                Tally tally,
                List<RuleReport> rules,
                double least) {
            this.plan = plan;
            this.weights = weights;
            this.patterns = patterns;
            this.edges = edges;
            this.tally = tally;
            this.rules = List.copyOf(rules);
            this.least = least;
        }

        /** Links. */
        public Edges edges() {
            return edges;
        }

        /** Weights by truth. */
        public Tally tally() {
            return tally;
        }

        /** What each rule produced. */
        public List<RuleReport> rules() {
            return rules;
        }

        /** Number of pairs compared. */
        public long candidates() {
            long pairs = 0;
            for (int i = 0; i < patterns.size(); i++) {
                pairs += patterns.count(i);
            }
            return pairs;
        }

        /** Number of distinct patterns. */
        public int patterns() {
            return patterns.size();
        }

        /** Pairs by match weight without term frequencies: for each pattern its weight and its number of pairs. */
        public double[][] histogram() {
            double[][] all = new double[patterns.size()][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new double[] {weights.base(patterns.pattern(i)), patterns.count(i)};
            }
            return all;
        }

        /** Pairs at each level of a comparison. */
        public long[] levels(int comparison) {
            long[] counts = new long[plan.comparisons.get(comparison).levels().size()];
            for (int i = 0; i < patterns.size(); i++) {
                counts[plan.level(patterns.pattern(i), comparison)] += patterns.count(i);
            }
            return counts;
        }

        /** The least weight that was written. */
        public double least() {
            return least;
        }
    }

    /** What happens, in order, with the pairs of a task: links are kept, and all go to the sink. */
    private record Output(Records records, Plan plan, Edges edges, double link, PairSink sink, int rule)
            implements Scorer.Sink {

        @Override
        public Runnable take(Scorer.Scored scored) {
            Pair[] pairs = new Pair[scored.size];
            long last = -1;
            String said = "";
            for (int i = 0; i < pairs.length; i++) {
                if (scored.pattern[i] != last) {
                    last = scored.pattern[i];
                    said = plan.say(last);
                }
                int l = scored.left[i];
                int r = scored.right[i];
                boolean turned = records.model.sources() != Sources.LINK && records.compare(l, r) > 0;
                pairs[i] = new Pair(
                        turned ? r : l,
                        turned ? l : r,
                        scored.weight[i],
                        Weights.probability(scored.weight[i]),
                        said,
                        rule);
            }
            Runnable rest = sink.take(Arrays.asList(pairs));
            return () -> {
                for (Pair pair : pairs) {
                    if (pair.weight() >= link) {
                        edges.add(pair.left(), pair.right(), pair.weight());
                    }
                }
                rest.run();
            };
        }
    }
}
