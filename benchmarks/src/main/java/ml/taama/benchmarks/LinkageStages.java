package ml.taama.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Level;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Measure;
import ml.taama.linkage.Model;
import ml.taama.linkage.PairSink;
import ml.taama.linkage.Settings;
import ml.taama.linkage.TermFrequency;
import ml.taama.linkage.people.Register;
import ml.taama.linkage.tables.TableReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a candidate pair cost, stage by stage, on one thread and on two? Each stage holds those before it, so that
 * differences are what a stage adds. 100,000 records of the register in shuffled blocks of 20: 950,000 pairs. Command:
 * {@code ./taama bench linkage-kernel}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkageStages {

    private static final int BLOCKS = 5_000;
    private static final int SIZE = 20;
    private static final int PAIRS = BLOCKS * SIZE * (SIZE - 1) / 2;
    private static final List<String> NAMES = List.of("given_name", "surname", "mother_name");

    /** Threads that compare. */
    @Param({"1", "2"})
    public int threads;

    private Linker linker;
    private Model floor;
    private Model equal;
    private Model similar;
    private Model adjusted;

    /** A state; JMH makes it. */
    @SuppressWarnings("NullAway.Init")
    public LinkageStages() {
        super();
    }

    /** Reads the records and checks the number of pairs. */
    @Setup
    public void records() throws IOException {
        floor = model(List.of(), List.of(), false);
        equal = model(List.of(), NAMES, false);
        similar = model(NAMES, NAMES, false);
        adjusted = model(NAMES, NAMES, true);
        Path file = Files.createTempFile("stages", ".csv");
        try {
            Files.writeString(file, blocked());
            linker = new Linker(
                    adjusted,
                    List.of(TableReader.all().read(file)),
                    Settings.usual().withThreads(threads));
        } finally {
            Files.delete(file);
        }
        if (scan(adjusted, PairSink.none(), 1) != PAIRS) {
            throw new IllegalStateException("pairs");
        }
    }

    private static String blocked() throws IOException {
        StringWriter register = new StringWriter();
        new Register((long) BLOCKS * SIZE, 7, 0.25).write(register);
        List<String> lines = register.toString().lines().toList();
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS * SIZE; i++) {
            blocks.add(i % BLOCKS);
        }
        Collections.shuffle(blocks, new Random(1));
        StringBuilder text = new StringBuilder("block," + lines.getFirst() + "\n");
        for (int i = 0; i < blocks.size(); i++) {
            text.append('b')
                    .append(blocks.get(i))
                    .append(',')
                    .append(lines.get(i + 1))
                    .append('\n');
        }
        return text.toString();
    }

    private static Model model(List<String> similar, List<String> equal, boolean frequencies) {
        Model.Builder model = Model.builder()
                .prior(1e-6)
                .threshold(0.999999)
                .field("block", "block")
                .block("block");
        for (String name : NAMES) {
            model.field(name, name, "plain", "letters");
        }
        model.field("birth_date", "birth_date", "date").field("sex", "sex");
        model.compare("none", level("same", Condition.exact("block"), 0.9, 0.1), other(0.1, 0.9));
        for (String name : equal) {
            List<Level> levels = new ArrayList<>();
            levels.add(Level.of("no value", Condition.none(name)));
            Level same = level("same", Condition.exact(name), 0.8, 0.01);
            levels.add(frequencies ? same.with(TermFrequency.of(name)) : same);
            if (similar.contains(name)) {
                levels.add(level("near", Condition.similar(Measure.JARO_WINKLER, name, 0.92), 0.1, 0.02));
                levels.add(level("far", Condition.similar(Measure.JARO_WINKLER, name, 0.8), 0.05, 0.07));
            }
            levels.add(other(0.05, 0.9));
            model.compare(name, levels.toArray(Level[]::new));
        }
        if (!equal.isEmpty()) {
            List<Level> levels = new ArrayList<>();
            levels.add(Level.of("no value", Condition.none("birth_date")));
            levels.add(level("same", Condition.exact("birth_date"), 0.8, 0.001));
            if (!similar.isEmpty()) {
                levels.add(level("slip", Condition.similar(Measure.LEVENSHTEIN, "birth_date", 1), 0.1, 0.002));
            }
            levels.add(other(0.1, 0.997));
            model.compare("birth_date", levels.toArray(Level[]::new));
            model.compare("sex", level("same", Condition.exact("sex"), 0.98, 0.5), other(0.02, 0.5));
        }
        return model.build();
    }

    private static Level level(String label, Condition when, double m, double u) {
        return Level.of(label, when).with(m, u);
    }

    private static Level other(double m, double u) {
        return level("other", Condition.otherwise(), m, u);
    }

    private long scan(Model model, PairSink sink, double least) {
        return linker.link(model, least, sink).candidates();
    }

    /** Blocks alone: sorted and counted. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long blocks() {
        return linker.count().getFirst().pairs();
    }

    /** Records gathered in the order of blocks, patterns counted, weights looked up; nothing compared but a code. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long gathered() {
        return scan(floor, PairSink.none(), 1);
    }

    /** Five comparisons of equality. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long equality() {
        return scan(equal, PairSink.none(), 1);
    }

    /** Three names by Jaro–Winkler at two thresholds and a date by Levenshtein. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long similarity() {
        return scan(similar, PairSink.none(), 1);
    }

    /** Term frequencies of three names. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long frequencies() {
        return scan(adjusted, PairSink.none(), 1);
    }

    /** Every pair handed on. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long everyPair() {
        AtomicLong pairs = new AtomicLong();
        scan(adjusted, some -> () -> pairs.addAndGet(some.size()), 0);
        return pairs.get();
    }
}
