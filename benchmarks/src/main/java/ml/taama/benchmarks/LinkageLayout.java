package ml.taama.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/**
 * What does the place of records in memory cost? The same pairs, those of blocks of eight among two million records of 32
 * bytes, compared where records stand in the order of blocks, where each pair looks its records up where they were read,
 * and where each block is gathered first, as the engine does. Command: {@code ./taama bench linkage-kernel}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkageLayout {

    private static final int RECORDS = 1 << 21;
    private static final int BLOCK = 8;
    private static final int WORDS = 8;
    private static final int PAIRS = RECORDS / BLOCK * (BLOCK * (BLOCK - 1) / 2);

    private final int[] inOrder = new int[RECORDS * WORDS];
    private final int[] asRead = new int[RECORDS * WORDS];
    private final int[] place = new int[RECORDS];
    private final int[] gathered = new int[BLOCK * WORDS];

    /** A state; JMH makes it. */
    public LinkageLayout() {
        super();
    }

    /** Records of eight codes, once in the order of blocks and once shuffled. */
    @Setup
    public void records() {
        Random random = new Random(1);
        for (int i = 0; i < RECORDS; i++) {
            place[i] = i;
        }
        for (int i = RECORDS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = place[i];
            place[i] = place[j];
            place[j] = other;
        }
        for (int i = 0; i < RECORDS; i++) {
            for (int w = 0; w < WORDS; w++) {
                inOrder[i * WORDS + w] = random.nextInt(4);
                asRead[place[i] * WORDS + w] = inOrder[i * WORDS + w];
            }
        }
    }

    private static int pattern(int[] rows, int a, int b) {
        int pattern = 0;
        for (int w = 0; w < WORDS; w++) {
            pattern = pattern << 1 | (rows[a + w] == rows[b + w] ? 1 : 0);
        }
        return pattern;
    }

    /** Records in the order of blocks. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long inTheOrderOfBlocks() {
        long sum = 0;
        for (int block = 0; block < RECORDS; block += BLOCK) {
            for (int i = block; i < block + BLOCK; i++) {
                for (int j = i + 1; j < block + BLOCK; j++) {
                    sum += pattern(inOrder, i * WORDS, j * WORDS);
                }
            }
        }
        return sum;
    }

    /** Records looked up for each pair where they were read. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long lookedUpForEachPair() {
        long sum = 0;
        for (int block = 0; block < RECORDS; block += BLOCK) {
            for (int i = block; i < block + BLOCK; i++) {
                for (int j = i + 1; j < block + BLOCK; j++) {
                    sum += pattern(asRead, place[i] * WORDS, place[j] * WORDS);
                }
            }
        }
        return sum;
    }

    /** Records of a block gathered, then compared. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long gatheredForEachBlock() {
        long sum = 0;
        for (int block = 0; block < RECORDS; block += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                System.arraycopy(asRead, place[block + i] * WORDS, gathered, i * WORDS, WORDS);
            }
            for (int i = 0; i < BLOCK; i++) {
                for (int j = i + 1; j < BLOCK; j++) {
                    sum += pattern(gathered, i * WORDS, j * WORDS);
                }
            }
        }
        return sum;
    }
}
