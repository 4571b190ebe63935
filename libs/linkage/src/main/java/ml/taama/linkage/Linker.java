package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.engine.Clusterer;
import ml.taama.linkage.engine.Engine;
import ml.taama.linkage.engine.Engine.Scores;
import ml.taama.linkage.engine.Judgement;
import ml.taama.linkage.engine.Records;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Dictionary;
import ml.taama.linkage.tables.Table;

/**
 * Links the records of one or two tables under a model: the front door of this library.
 *
 * <pre>{@code
 * Table people = TableReader.all().read(Path.of("people.csv"));
 * Linker linker = new Linker(model, List.of(people), Settings.usual());
 * Trained trained = linker.train();
 * Linked linked = linker.link(trained.model(), 0.9, PairSink.none());
 * }</pre>
 *
 * <p>Time grows with the number of candidate pairs; memory with the number of records and of links.
 */
public final class Linker {

    private final Model model;
    private final Records records;
    private final Engine engine;

    /**
     * Standardises the records.
     *
     * @param tables one, or two to be linked with each other
     * @throws LinkageException when the model and the tables do not fit
     */
    public Linker(Model model, List<Table> tables, Settings settings) {
        if (tables.isEmpty() || tables.size() > 2 || (tables.size() == 1) != (model.sources() == Sources.DEDUPE)) {
            throw new LinkageException(Fault.WRONG_SOURCES, ModelWriter.word(model.sources()), tables.size());
        }
        this.model = model;
        this.records = Records.of(model, tables);
        this.engine = new Engine(records, settings);
    }

    /** Number of records. */
    public int size() {
        return records.size();
    }

    /** The number of the source of a record, from 0. */
    public int source(int record) {
        return records.source(record);
    }

    /** The identifier of a record. */
    public String id(int record) {
        return records.id(record);
    }

    /** The standardised value of a field of a record, empty when it has none. */
    public String value(String field, int record) {
        return records.value(field, record);
    }

    /** Counts the pairs of each rule of the model before any is compared, in time linear in the records. */
    public List<RuleReport> count() {
        return engine.count(model.rules(), model.cap());
    }

    /** Counts the pairs of other rules on the fields of the model. */
    public List<RuleReport> count(List<Rule> rules) {
        return engine.count(rules, model.cap());
    }

    /**
     * Share of the pairs of one person that some rules produce together, and each alone: the help to choose rules.
     *
     * @param truth column of the tables that says who is one person
     */
    public List<Double> completeness(List<Rule> rules, String truth) {
        return engine.completeness(rules, model.cap(), truth(truth));
    }

    /** Estimates prior, u and m as the model says; what it does not estimate keeps its value, or a default. */
    public Trained train() {
        return engine.train(Defaults.fill(model));
    }

    /** Estimates m from a column that says who is one person; prior and u keep their values, or defaults. */
    public Model trainFromLabels(Model start, String truth) {
        return engine.trainFromLabels(Defaults.fill(start), truth(truth));
    }

    /** Scores and clusters, with neither truth nor facts. */
    public Linked link(Model used, double least, PairSink sink) {
        return link(used, least, sink, Facts.NONE, Optional.empty());
    }

    /**
     * Scores every candidate pair, hands those from a probability on to a sink, and makes persons of the links.
     *
     * @param used the model, trained or not; its fields must be those of the model given first
     * @param least probability from which pairs are handed on; links are made from the model's threshold on
     * @param truth column of the tables that says who is one person
     */
    public Linked link(Model used, double least, PairSink sink, Facts facts, Optional<String> truth) {
        Model full = Defaults.fill(used);
        List<Notice> notices = new ArrayList<>();
        if (!used.trained()) {
            notices.add(Notice.of("defaults-used"));
        }
        int[] persons = truth.map(this::truth).orElse(new int[0]);
        double threshold = Engine.weight(full.threshold());
        Scores scores = engine.score(full, Engine.weight(least), threshold, sink, persons, full.groups());
        for (RuleReport rule : scores.rules()) {
            if (rule.givenUp() > 0) {
                notices.add(Notice.of("pairs-given-up", rule.rule(), rule.givenUp(), rule.oversized(), rule.largest()));
            }
        }
        Clustering clustering = Clusterer.cluster(records, scores.edges(), full.clusters(), facts);
        List<long[]> levels = new ArrayList<>();
        for (int c = 0; c < full.comparisons().size(); c++) {
            levels.add(scores.levels(c));
        }
        return new Linked(
                full,
                List.of(),
                scores.rules(),
                scores.candidates(),
                scores.patterns(),
                scores.edges().size(),
                scores.histogram(),
                levels,
                clustering,
                truth.map(t -> Judgement.of(records, scores, persons, full.groups(), threshold)),
                notices);
    }

    /** Why a pair of records weighs what it weighs under a model. */
    public Waterfall explain(Model used, int left, int right) {
        return engine.explain(Defaults.fill(used), left, right);
    }

    private int[] truth(String column) {
        Dictionary values = new Dictionary();
        int[] persons = new int[records.size()];
        int at = 0;
        for (Table table : records.tables()) {
            Column truth = table.column(column);
            int[] codes = new int[truth.values().size() + 1];
            for (int code = 1; code < codes.length; code++) {
                codes[code] = values.add(truth.values().value(code));
            }
            for (int record = 0; record < table.size(); record++) {
                persons[at++] = codes[truth.codes()[record]];
            }
        }
        return persons;
    }
}
