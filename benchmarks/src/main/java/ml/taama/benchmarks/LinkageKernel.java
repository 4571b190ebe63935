package ml.taama.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import ml.taama.linkage.text.Latin;
import ml.taama.linkage.text.Signature;
import ml.taama.linkage.text.Similarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What does a comparison of two names cost: by a bound on signatures, bit-parallel, and by the textbook? Command:
 * {@code ./taama bench linkage-kernel}, which asks {@link LinkageLayout} and
 * {@link LinkageStages} too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LinkageKernel {

    private static final int PAIRS = 1024;

    private final byte[][] left = new byte[PAIRS][];
    private final byte[][] right = new byte[PAIRS][];
    private final int[][] leftPoints = new int[PAIRS][];
    private final int[][] rightPoints = new int[PAIRS][];
    private final long[] leftSignature = new long[PAIRS];
    private final long[] rightSignature = new long[PAIRS];
    private final Latin latin = new Latin();

    /** A state; JMH makes it. */
    public LinkageKernel() {
        super();
    }

    static void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("\\.Linkage(Kernel|Layout|Stages)\\.")
                        .build())
                .run();
    }

    /** Names of five to twelve letters. */
    @Setup
    public void names() {
        Random random = new Random(1);
        for (int i = 0; i < PAIRS; i++) {
            left[i] = name(random);
            right[i] = name(random);
            leftPoints[i] = Latin.points(left[i], 0, left[i].length);
            rightPoints[i] = Latin.points(right[i], 0, right[i].length);
            leftSignature[i] = Signature.LETTERS.of(left[i], 0, left[i].length);
            rightSignature[i] = Signature.LETTERS.of(right[i], 0, right[i].length);
        }
    }

    private static byte[] name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 5 + random.nextInt(8); i > 0; i--) {
            name.append("aeioumndklstbry".charAt(random.nextInt(15)));
        }
        return name.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A bound on Jaro's similarity from signatures. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double boundOfJaro() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += Signature.mostJaro(leftSignature[i], left[i].length, rightSignature[i], right[i].length);
        }
        return sum;
    }

    /** Jaro–Winkler a word at a time, the left name set each time. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double bitParallelJaroWinkler() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            latin.set(left[i], 0, left[i].length);
            sum += latin.jaroWinkler(right[i], 0, right[i].length);
        }
        return sum;
    }

    /** Jaro–Winkler a word at a time, one left name against all. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double bitParallelJaroWinklerOneLeft() {
        double sum = 0;
        latin.set(left[0], 0, left[0].length);
        for (int i = 0; i < PAIRS; i++) {
            sum += latin.jaroWinkler(right[i], 0, right[i].length);
        }
        return sum;
    }

    /** Jaro–Winkler by the textbook. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double textbookJaroWinkler() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += Similarity.jaroWinkler(leftPoints[i], rightPoints[i]);
        }
        return sum;
    }

    /** Levenshtein a word at a time. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long bitParallelLevenshtein() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            latin.set(left[i], 0, left[i].length);
            sum += latin.levenshtein(right[i], 0, right[i].length);
        }
        return sum;
    }

    /** Levenshtein by the textbook. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long textbookLevenshtein() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += Similarity.levenshtein(leftPoints[i], rightPoints[i]);
        }
        return sum;
    }
}
