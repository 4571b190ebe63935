package ml.taama.linkage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.linkage.engine.Engine;
import ml.taama.linkage.engine.Index;
import ml.taama.linkage.engine.Records;
import ml.taama.linkage.tables.Table;

/**
 * A register kept in memory under a frozen model: records are added, changed and removed one by one, and looked up while
 * a person is being registered. Frozen are m, u, the prior, and the term frequencies, which are those of the records at
 * the start; a value that was not there has none. After any number of changes, links and persons are those that a full
 * run over the records that are left would give with these frequencies, caps of blocks included.
 *
 * <p>Adding costs the candidates of the record; where a block crosses its cap, those of the whole block. Methods may be
 * called by any thread; they work one at a time.
 */
public final class Resident {

    private final Index index;
    private Facts facts = Facts.NONE;

    /**
     * A candidate of a record.
     *
     * @param id of the candidate
     * @param weight match weight, base 2
     * @param probability that the two are one person
     * @param pattern comparison vector values
     * @param rule number of the blocking rule, from 0
     */
    public record Candidate(String id, double weight, double probability, String pattern, int rule) {}

    /**
     * Takes the records of one table in.
     *
     * @param model of one source; it should be trained
     * @param start from which term frequencies are taken when given, else from the table
     */
    public Resident(Model model, Table table, Optional<Table> start, Settings settings) {
        if (model.sources() != Model.Sources.DEDUPE) {
            throw new LinkageException(Fault.WRONG_SOURCES, ModelWriter.word(model.sources()), 1);
        }
        Model full = Defaults.fill(model);
        Records records = Records.of(full, List.of(table), start.map(t -> Records.of(full, List.of(t))));
        double threshold = Engine.weight(full.threshold());
        this.index = new Index(
                records,
                full,
                new Engine(records, settings)
                        .score(full, threshold, threshold, PairSink.none(), new int[0], List.of())
                        .edges());
    }

    /**
     * Adds a record and links it; returns its links, strongest first.
     *
     * @param values by column of the input
     * @throws LinkageException when the identifier is missing or already there
     */
    public synchronized List<Candidate> add(String id, Map<String, String> values) {
        if (id.isBlank()) {
            throw new LinkageException(Fault.NO_ID, "resident", 1);
        }
        if (index.known(id).isPresent()) {
            throw new LinkageException(Fault.DUPLICATE_ID, "resident", 1, 1);
        }
        return say(index.add(id, values));
    }

    /** Replaces the values of a record; returns its links, strongest first. */
    public synchronized List<Candidate> change(String id, Map<String, String> values) {
        remove(id);
        return say(index.add(id, values));
    }

    /** Removes a record. */
    public synchronized void remove(String id) {
        index.remove(record(id));
    }

    /** Whether a record is there. */
    public synchronized boolean holds(String id) {
        return index.known(id).isPresent();
    }

    /** Candidates for values that are not registered, strongest first, from a probability on. */
    public synchronized List<Candidate> find(Map<String, String> values, double least) {
        return say(index.find(values, Engine.weight(least)));
    }

    /** Sets what people decided, by identifiers; replaces what was set before. */
    public synchronized void decide(List<List<String>> same, List<List<String>> different) {
        facts = new Facts(
                same.stream().map(this::records).toList(),
                different.stream().map(this::records).toList());
    }

    private int[] records(List<String> pair) {
        return new int[] {record(pair.get(0)), record(pair.get(1))};
    }

    /** Identifiers of the records of the person of a record, in order; the first names the person. */
    public synchronized List<String> person(String id) {
        return index.person(record(id), facts).stream().map(index::id).toList();
    }

    private int record(String id) {
        return index.known(id).orElseThrow(() -> new LinkageException(Fault.UNKNOWN_NAME, "resident", "id"));
    }

    private List<Candidate> say(List<Index.Match> matches) {
        return matches.stream()
                .map(m -> new Candidate(
                        index.id(m.record()), m.weight(), Engine.probability(m.weight()), m.pattern(), m.rule()))
                .toList();
    }
}
